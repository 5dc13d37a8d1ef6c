"""How long the queue is, how old, and what was done about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince

from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import Revision
from quotes.challenges.work import challenges
from quotes.models import Quote

# Beyond it nobody wants to know exactly, and counting would grow with the queue.
COUNTED = 1000


@dataclass(frozen=True)
class Numbers:
    """`oldest` is its age in words, "" where nothing waits."""

    waiting: int
    oldest: str
    by_you_today: int
    this_week: int

    @property
    def is_more(self) -> bool:
        return self.waiting > COUNTED

    @property
    def counted(self) -> int:
        return min(self.waiting, COUNTED)


@dataclass(frozen=True)
class Challenged:
    """What readers say is wrong, about words that somebody else wrote."""

    count: int
    url: str


def challenged(user: User) -> Challenged:
    waiting = sum(work.rows.count() for work in challenges(user))
    return Challenged(waiting, f"{reverse('admin:quotes_challenge_changelist')}?state__exact=new")


def numbers_of(rows: QuerySet[Review], user: User, at: dt.datetime) -> Numbers:
    """Of `rows`, the oldest first."""
    first = rows.values_list("asked_at", flat=True).first()
    today = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - dt.timedelta(days=today.weekday())
    own = Q(decided_by=user, decided_at__gte=today)
    done = _decided_since(monday).aggregate(own=Count("pk", filter=own), all=Count("pk"))
    return Numbers(
        waiting=rows.order_by().values("pk")[: COUNTED + 1].count(),
        oldest=timesince(first, at, depth=1) if first else "",
        by_you_today=done["own"],
        this_week=done["all"],
    )


def _decided_since(at: dt.datetime) -> QuerySet[Review]:
    """By the index of decisions: a join would let the database begin with all quotes there are."""
    quotes = Revision.objects.filter(pk=OuterRef("revision"), content__kind=Quote.kind_name)
    return Review.objects.filter(Exists(quotes), decided_at__gte=at)
