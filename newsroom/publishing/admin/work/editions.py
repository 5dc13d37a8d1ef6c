"""What the clock brings: openings to know of, reviews that have fallen due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.editions import Edition
from newsroom.publishing.reviews_due import due
from newsroom.publishing.rights import Right, kinds_with, writable

from .lists import Sort, WorkItem, WorkList, item_about


def editions(user: User, at: dt.datetime) -> Iterator[WorkList]:
    """Of what this person may write."""
    if not kinds_with(user, Right.WRITE):
        return
    mine = writable(user, kind="kind", content="content")
    fallen_due = due(at, at).filter(mine).select_related("content")
    yield WorkList("reviews", _("Reviews due"), Sort.DUE, fallen_due, _of_due)
    pending = Edition.objects.pending(at).filter(mine).order_by("live_from", "pk")
    pending = pending.select_related("content", "opened_by")
    yield WorkList("scheduled", _("Scheduled"), Sort.UNDER_WAY, pending, _of_pending)


def _of_due(edition: Any) -> WorkItem:
    said = gettext("Shows something planned.") if edition.shows_plans else ""
    return item_about(edition.content, "change", at=edition.due_at, said=said)


def _of_pending(edition: Any) -> WorkItem:
    return item_about(
        edition.content,
        "change",
        at=edition.live_from,
        who=str(edition.opened_by),
        said=edition.note,
    )
