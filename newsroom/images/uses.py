"""Where an image stands: the drafts whose rows show it, and what they say when it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.kinds import Kind, all_kinds
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import may_write

from .models import Image


def drafts_with(image: Image) -> QuerySet[Content]:
    ids: set[int] = set()
    for kind in all_kinds():
        for rows, to_content in _keys(kind, image):
            ids.update(rows.values_list(to_content, flat=True))
    return Content.objects.filter(pk__in=ids).order_by("pk")


def _keys(kind: Kind, image: Image) -> Iterator[tuple[QuerySet[Any], str]]:
    """The rows of a kind that point to the image, with their way to the content."""
    children = ((table.model, table.parent) for table in kind.children)
    for model, to_content in ((kind.model, "pk"), *children):
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is Image:
                yield model._default_manager.filter(**{field.name: image}), to_content


def editions_with(image: Image) -> EditionQuerySet:
    """What readers see of it, saw of it or will."""
    return Edition.objects.filter(revision__image_uses__image=image)


@dataclass(frozen=True)
class Place:
    """A content that shows the image: in its draft, to readers now or later, or once."""

    content: Content
    in_draft: bool
    is_live: bool
    is_planned: bool


def places_of(image: Image, at: dt.datetime) -> list[Place]:
    """Drafts first whose rows show it, then what was only published with it."""
    drafts = set(drafts_with(image).values_list("pk", flat=True))
    public = editions_with(image)
    live = set(public.live(at).values_list("content", flat=True))
    planned = set(public.pending(at).values_list("content", flat=True))
    every = drafts | set(public.values_list("content", flat=True))
    places = (
        Place(content, content.pk in drafts, content.pk in live, content.pk in planned)
        for content in Content.objects.filter(pk__in=every).order_by("pk")
    )
    return sorted(places, key=lambda place: not place.in_draft)


def was_public(image: Image) -> bool:
    return editions_with(image).exists()


def renew_drafts(image: Image, by: User) -> list[Revision]:
    """Record each draft that shows the image as it is now: readers see that once published.

    A draft that is not for `by` to write takes it with its next save.
    """
    comment = _("The image “%(title)s” changed.") % {"title": image.title}
    return list(_renewed(image, by, comment))


def _renewed(image: Image, by: User, comment: str) -> Iterator[Revision]:
    for content in drafts_with(image):
        if may_write(by, content):
            before = head_of(content)
            after = lifecycle.record(content=content, by=by, comment=comment)
            if after != before:
                yield after
