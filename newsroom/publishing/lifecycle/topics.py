"""Topics are public as soon as they are saved, so saving one is a step as well."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.editions import Edition
from newsroom.publishing.refusals import Impossible, NotAllowed
from newsroom.publishing.topics import Topic

from .steps import step


def save_topic(*, topic: Topic, by: User, at: dt.datetime | None = None) -> Topic:
    """Save a new or renamed topic."""
    with step([], at) as at:
        _require(by, "change" if topic.pk else "add")
        _keep_address(topic)
        topic.save()
        names = {"ja": topic.name_ja, "ko": topic.name_ko, "slug": topic.slug}
        audit.append("save_topic", by=by, at=at, label=f"topic: {topic.name}", **names)
        return topic


def delete_topic(*, topic: Topic, by: User, at: dt.datetime | None = None) -> None:
    """Delete a topic that no edition ever had."""
    with step([], at) as at:
        _require(by, "delete")
        if Edition.objects.filter(topics=topic).exists():
            raise Impossible(_("Readers find pages under this topic. Rename it instead."))
        audit.append("delete_topic", by=by, at=at, label=f"topic: {topic.name}")
        topic.delete()


def _keep_address(topic: Topic) -> None:
    moved = Topic.objects.filter(pk=topic.pk).exclude(slug=topic.slug)
    if moved.exists() and Edition.objects.filter(topics=topic).exists():
        raise Impossible(_("Readers find pages at this topic's address. It cannot change."))


def _require(by: User, verb: str) -> None:
    if not by.has_perm(f"publishing.{verb}_topic"):
        raise NotAllowed(_("You have no right to change topics. Ask an editor."))
