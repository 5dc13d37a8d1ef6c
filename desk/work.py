"""What needs this person's attention: the lists that apps offer, in the order that suits them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial

from django.contrib.auth.models import User
from django.utils import timezone

import quotes.work
import timeline.work
from newsroom.publishing.admin.work import Sort, WorkList, publishing_work
from newsroom.publishing.rights import Right, kinds_with

# An app with something to offer gets a line here.
OFFERS: tuple[Callable[[User, dt.datetime], Iterable[WorkList]], ...] = (
    quotes.work.work,
    partial(publishing_work, decided_elsewhere=quotes.work.DECIDED_HERE),
    timeline.work.work,
)

# Others first for those on whose decision others wait; for writers their own drafts.
OF_DECIDERS = ((Sort.AWAITED, Sort.DUE), (Sort.BEGUN, Sort.UNDER_WAY))
OF_WRITERS = ((Sort.AWAITED, Sort.BEGUN), (Sort.DUE, Sort.UNDER_WAY))


def offered_to(user: User) -> list[WorkList]:
    """All lists that this person may have, with something in them or not: no query yet."""
    at = timezone.now()
    return [work for offer in OFFERS for work in offer(user, at)]


def columns_for(user: User) -> list[list[WorkList]]:
    """The lists with something in them, the most urgent first, side by side."""
    lists = [work for work in offered_to(user) if work.count]
    decides = bool(kinds_with(user, Right.DECIDE))
    columns = OF_DECIDERS if decides else OF_WRITERS
    found = [[work for sort in sorts for work in lists if work.sort == sort] for sorts in columns]
    return [column for column in found if column]
