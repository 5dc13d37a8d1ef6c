"""What somebody should look at again: live editions whose time has come, the longest due first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

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
    found = with_plans(Edition.objects.live(at).exclude(review_due=None), at)
    sooner = Q(shows_plans=True, live_from__lte=until - PLANS_EVERY)
    rows = found.filter(Q(review_due__lte=until) | sooner).select_related("content", "opened_by")
    return sorted(map(_due, rows), key=lambda due: (due.at, due.edition.pk))


def with_plans(editions: EditionQuerySet, at: dt.datetime) -> EditionQuerySet:
    """Annotates `shows_plans`: whether a part on the page, or its original, is a plan at `at`."""
    shown = Q()
    for plans in _plans:
        planned = plans(at).values("content")
        shown |= Q(part__in=planned) | Q(part__original__in=planned)
    uses = Use.objects.filter(shown, edition=OuterRef("pk")) if shown else Use.objects.none()
    return editions.annotate(shows_plans=Exists(uses))


def _due(edition: Edition) -> Due:
    shows_plans: bool = edition.shows_plans  # type: ignore[attr-defined]
    sooner = edition.live_from + PLANS_EVERY
    asked = edition.review_due or sooner
    return Due(edition, min(asked, sooner) if shows_plans else asked, shows_plans)
