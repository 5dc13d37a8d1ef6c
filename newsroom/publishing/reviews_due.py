"""What somebody should look at again: live editions whose time has come, the longest due first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Case, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import Least

from .ageing import PLANS_EVERY
from .editions import Edition, EditionQuerySet
from .uses import Use

_plans: list[Callable[[dt.datetime], QuerySet[Edition]]] = []


def hasten(plans: Callable[[dt.datetime], QuerySet[Edition]]) -> None:
    """Pages that show one of these editions, live at the moment given, fall due sooner."""
    _plans.append(plans)


@dataclass(frozen=True)
class Due:
    """`at` is when the review of a live edition fell due, or will."""

    edition: Edition
    at: dt.datetime
    shows_plans: bool


def reviews_due(at: dt.datetime, until: dt.datetime) -> list[Due]:
    """Of what readers see at `at`, all that has fallen due by `until`: one query."""
    rows: Any = due(at, until).select_related("content", "opened_by")
    return [Due(edition, edition.due_at, edition.shows_plans) for edition in rows]


def due(at: dt.datetime, until: dt.datetime) -> EditionQuerySet:
    """The same as editions, with `due_at` and `shows_plans`, the longest due first."""
    found: Any = with_due_at(Edition.objects.live(at), at)
    fallen_due: EditionQuerySet = found.filter(due_at__lte=until).order_by("due_at", "pk")
    return fallen_due


def with_due_at(editions: EditionQuerySet, at: dt.datetime) -> EditionQuerySet:
    """Those that are reviewed, each with the moment: sooner where it `shows_plans` at `at`."""
    found = with_plans(editions.exclude(review_due=None), at)
    sooner = ExpressionWrapper(F("live_from") + PLANS_EVERY, models.DateTimeField())
    due_at = Case(When(shows_plans=True, then=Least("review_due", sooner)), default="review_due")
    return found.annotate(due_at=due_at)


def with_plans(editions: EditionQuerySet, at: dt.datetime) -> EditionQuerySet:
    """Annotates `shows_plans`: whether a part on the page, or its original, is a plan at `at`."""
    shown = Q()
    for plans in _plans:
        planned = plans(at).values("content")
        shown |= Q(part__in=planned) | Q(part__original__in=planned)
    uses = Use.objects.filter(shown, edition=OuterRef("pk")) if shown else Use.objects.none()
    return editions.annotate(shows_plans=Exists(uses))
