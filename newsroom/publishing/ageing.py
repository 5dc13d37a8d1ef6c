"""What goes stale: after so many days somebody should look whether it still holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .kinds import Snapshot

HALF_A_YEAR = 180
TEN_YEARS = 3650
PLANS_EVERY = dt.timedelta(days=30)
"""What shows something planned is looked at as often as this, unless never."""


class Ageing(models.Model):
    """What kinds that go stale inherit from, before Publishable.

    Their snapshots hold `review_every`, their projections `review_after`.
    """

    review_every = models.PositiveSmallIntegerField(
        _("review every"),
        null=True,
        blank=True,
        default=HALF_A_YEAR,
        validators=[MinValueValidator(1), MaxValueValidator(TEN_YEARS)],
        help_text=_("After how many days somebody looks whether it still holds. Empty: never."),
    )

    class Meta:
        abstract = True


def review_after(snapshot: Snapshot) -> dt.timedelta | None:
    days = snapshot["review_every"]
    return dt.timedelta(days=days) if days else None


@dataclass(frozen=True)
class Freshness:
    """What readers are told: when it was last reviewed, and from when it may be out of date."""

    reviewed: dt.datetime | dt.date
    stale_from: dt.datetime | None
    is_stale: bool


def freshness(
    snapshot: Snapshot,
    opened: dt.datetime | None,
    at: dt.datetime,
    *,
    reviewed_on: dt.date | None = None,
    shows_plans: bool = False,
) -> Freshness | None:
    """Of what readers see since `opened`; what they do not see yet never may be out of date.

    It may be once its review is overdue for as long again as it had.
    """
    if opened is None:
        return Freshness(reviewed_on, None, is_stale=False) if reviewed_on else None
    interval = review_after(snapshot)
    if interval and shows_plans:
        interval = min(interval, PLANS_EVERY)
    stale_from = opened + 2 * interval if interval else None
    is_stale = stale_from is not None and stale_from <= at
    return Freshness(reviewed_on or opened, stale_from, is_stale)


def with_review_every(snapshot: Snapshot) -> Snapshot:
    """A snapshot from before there was an interval, lifted to what its row got by default."""
    return {**snapshot, "review_every": HALF_A_YEAR}
