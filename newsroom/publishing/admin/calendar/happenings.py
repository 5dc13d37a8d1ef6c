"""What happens by itself in a stretch of time: in one query, however much it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.reviews_due import with_due_at


class What(models.TextChoices):
    OPENS = "opens", _("Opens")
    ENDS = "ends", _("Ends")
    REVIEW = "review", _("Review due")


class Happening(NamedTuple):
    at: dt.datetime
    what: What
    edition: int


def happenings(
    editions: EditionQuerySet, start: dt.datetime, end: dt.datetime
) -> Iterator[Happening]:
    """In order, from `start` up to before `end`. What another edition follows at once has no end;
    nobody has to review what readers no longer see by then."""
    following = Edition.objects.filter(
        content=OuterRef("content"), live_from=OuterRef("live_until")
    )
    still_live = Q(live_until=None) | Q(live_until__gt=F("due_at"))
    reviewed = with_due_at(editions, timezone.now()).filter(still_live)
    found = {
        What.OPENS: (editions, "live_from"),
        What.ENDS: (editions.filter(~Exists(following)), "live_until"),
        What.REVIEW: (reviewed, "due_at"),
    }
    first, *rest = (
        within.order_by()
        .filter(**{f"{name}__gte": start, f"{name}__lt": end})
        .values_list(F(name), Value(what.value), F("pk"))
        for what, (within, name) in found.items()
    )
    for at, what, edition in sorted(first.union(*rest, all=True)):
        yield Happening(at, What(what), edition)


def by_day(happenings: Iterable[Happening], zone: dt.tzinfo) -> dict[dt.date, list[Happening]]:
    """By the day that it is in `zone`."""
    days: dict[dt.date, list[Happening]] = {}
    for happening in happenings:
        days.setdefault(happening.at.astimezone(zone).date(), []).append(happening)
    return days
