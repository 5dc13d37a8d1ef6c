"""Claims: what somebody has open is given to nobody else until they leave it or time runs out."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Q

from newsroom.publishing.reviews import Review

from .models import QueueClaim, QueueSkip

LASTS = dt.timedelta(minutes=10)
# Whoever loads the page anew leaves it too, and is back within this.
AFTER_LEAVING = dt.timedelta(seconds=10)


def take(review: Review, by: User, at: dt.datetime) -> bool:
    """Take it, or keep it; False where somebody else has it. The database decides a race."""
    until = at + LASTS
    free = Q(by=by) | Q(until__lte=at)
    if QueueClaim.objects.filter(free, review=review).update(by=by, until=until):
        return True
    if QueueClaim.objects.filter(review=review).exists():
        return False
    try:
        with transaction.atomic():
            QueueClaim.objects.create(review=review, by=by, until=until)
    except IntegrityError:
        return False
    return True


def holder(review: Review, at: dt.datetime) -> User | None:
    claim = QueueClaim.objects.filter(review=review, until__gt=at).select_related("by").first()
    return claim.by if claim else None


def leave(review: Review, by: User, at: dt.datetime) -> None:
    """The page was closed, or only loaded anew."""
    soon = at + AFTER_LEAVING
    QueueClaim.objects.filter(review=review, by=by, until__gt=soon).update(until=soon)


def skip(review: Review, by: User, at: dt.datetime) -> None:
    """Give it back, and look at it after all others."""
    with transaction.atomic():
        QueueSkip.objects.update_or_create(review=review, by=by, defaults={"at": at})
        QueueClaim.objects.filter(review=review, by=by).delete()


def forget(review: Review) -> None:
    """It was decided."""
    QueueClaim.objects.filter(review=review).delete()
    QueueSkip.objects.filter(review=review).delete()
