"""What was saved and waits for its author, or for who may publish it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.editions import Edition
from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, kinds_with, writable
from newsroom.publishing.translations import translations_behind

from .lists import Sort, WorkItem, WorkList, item_about


def drafts(user: User, at: dt.datetime) -> Iterator[WorkList]:
    if kinds_with(user, Right.WRITE):
        yield WorkList("drafts", _("Your drafts"), Sort.BEGUN, _begun(user, at), _of_revision)
        edited = _edited(user, at)
        yield WorkList("edited", _("Live, edited since"), Sort.BEGUN, edited, _of_revision)
        behind = translations_behind(at).filter(writable(user))
        title = _("Translations behind their original")
        yield WorkList("behind", title, Sort.DUE, behind, _of_translation)


def _begun(user: User, at: dt.datetime) -> QuerySet[Revision]:
    """Of what readers neither see nor will see: what this person began or saved last."""
    began = Revision.objects.filter(number=1, author=user)
    mine = Q(author=user) | Q(content__in=began.values("content"))
    public = Edition.objects.not_past(at).filter(content=OuterRef("content"))
    of_kinds = Q(content__kind__in=kinds_with(user, Right.WRITE))
    return _left_alone(at).filter(mine, of_kinds, ~Exists(public)).order_by("-made_at", "-pk")


def _edited(user: User, at: dt.datetime) -> QuerySet[Revision]:
    """Of all that this person may write, what reads otherwise than readers see it."""
    older = Edition.objects.live(at).filter(
        content=OuterRef("content"), revision__number__lt=OuterRef("number")
    )
    mine = writable(user, kind="content__kind", content="content")
    return _left_alone(at).filter(mine, Exists(older)).order_by("-made_at", "-pk")


def _left_alone(at: dt.datetime) -> QuerySet[Revision]:
    """Newest revisions that nobody was asked about and that readers never saw nor will see.

    What was asked about is listed with its review.
    """
    newer = Revision.objects.filter(content=OuterRef("content"), number__gt=OuterRef("number"))
    asked = Review.objects.filter(revision=OuterRef("pk"))
    opened = Edition.objects.filter(revision=OuterRef("pk"))
    found = Revision.objects.filter(~Exists(newer), ~Exists(asked), ~Exists(opened))
    return found.select_related("content", "author").defer("snapshot")


def _of_revision(revision: Any) -> WorkItem:
    return item_about(
        revision.content,
        "change",
        at=revision.made_at,
        who=str(revision.author),
        said=revision.comment,
    )


def _of_translation(content: Any) -> WorkItem:
    return item_about(content, "change", at=content.behind_since)
