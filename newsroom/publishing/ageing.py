"""What goes stale: after so many days somebody should look whether it still holds."""

from __future__ import annotations

import datetime as dt

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .kinds import Snapshot

HALF_A_YEAR = 180
TEN_YEARS = 3650


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


def with_review_every(snapshot: Snapshot) -> Snapshot:
    """A snapshot from before there was an interval, lifted to what its row got by default."""
    return {**snapshot, "review_every": HALF_A_YEAR}
