"""What waits for one moderator, and which of it comes next."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet

from newsroom.publishing.admin.work import to_decide
from newsroom.publishing.reviews import Review
from quotes.models import Quote

from .claims import take
from .models import QueueClaim, QueueSkip

# As often as others may be faster before somebody is told that nothing is left.
TRIES = 20


def waiting_for(user: User, at: dt.datetime) -> QuerySet[Review]:
    """Quotes that this person may decide on, never their own words: the oldest first."""
    asked = to_decide(user, at, [Quote.kind_name])
    return asked.filter(revision__erased_at=None).select_related("revision__author")


def take_next(rows: QuerySet[Review], user: User, at: dt.datetime) -> Review | None:
    """Of `rows`: what they have open already, else the first that nobody has."""
    held = QueueClaim.objects.filter(by=user, until__gt=at)
    if mine := rows.filter(pk__in=list(held.values_list("review", flat=True))).first():
        return mine
    for _try in range(TRIES):
        found = _first_free(rows, user, at)
        if found is None or take(found, user, at):
            return found
    return None


def _first_free(rows: QuerySet[Review], user: User, at: dt.datetime) -> Review | None:
    """What they skipped comes after all others, in the order in which they skipped it."""
    theirs: Any = QueueClaim.objects.filter(review=OuterRef("pk"), until__gt=at)
    free = rows.exclude(Exists(theirs.exclude(by=user)))
    skipped: Any = QueueSkip.objects.filter(review=OuterRef("pk"), by=user)
    fresh = free.exclude(Exists(skipped)).first()
    return fresh or free.filter(queue_skips__by=user).order_by("queue_skips__at").first()
