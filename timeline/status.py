"""What became of an event, and from when a plan is overdue."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    HAPPENED = "happened", _("Happened")
    CANCELLED = "cancelled", _("Cancelled")
    POSTPONED = "postponed", _("Postponed")
    DISPUTED = "disputed", _("Disputed")


def overdue_from(status: str, date_to: dt.date | None) -> dt.datetime | None:
    """The end, in UTC, of the last day a plan was for; None for what cannot fall overdue."""
    if status != EventStatus.PLANNED or date_to in (None, dt.date.max):
        return None
    day_after = date_to + dt.timedelta(days=1)
    return dt.datetime.combine(day_after, dt.time.min, tzinfo=dt.UTC)
