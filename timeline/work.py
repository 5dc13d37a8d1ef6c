"""What the timeline offers to the desk: plans whose day has passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.admin.pickers import date_in_words
from newsroom.publishing.admin.work import Sort, WorkItem, WorkList, item_about
from newsroom.publishing.editions import Edition
from newsroom.publishing.rights import Right, may, writable

from .models import Event
from .status import EventStatus, overdue_from


def work(user: User, at: dt.datetime) -> Iterator[WorkList]:
    if may(user, Right.WRITE, Event):
        rows = overdue_plans(at).filter(writable(user))
        yield WorkList(
            "overdue", gettext_lazy("Planned, and the day has passed"), Sort.DUE, rows, _item
        )


def overdue_plans(at: dt.datetime) -> QuerySet[Event]:
    """The longest overdue first: of drafts too, but not of what readers see no longer."""
    editions = Edition.objects.filter(content=OuterRef("pk"))
    gone = Exists(editions) & ~Exists(editions.not_past(at))
    passed = at.astimezone(dt.UTC).date()
    planned = Event.objects.filter(status=EventStatus.PLANNED, date_to__lt=passed)
    return planned.exclude(gone).order_by("date_to", "pk")


def _item(event: Any) -> WorkItem:
    said = _("Planned for %(date)s.") % {"date": date_in_words(event.date)}
    return item_about(event, "change", at=overdue_from(event.status, event.date_to), said=said)
