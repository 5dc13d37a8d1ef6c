"""What quotes offer to the desk: those that wait for a moderator, and those readers challenge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.work import ReviewOf, Sort, WorkItem, WorkList, to_decide
from newsroom.publishing.rights import Right, kinds_with

from .challenges.work import challenges
from .models import Expert, Quote
from .queue.addresses import queue_url

DECIDED_HERE = (Quote.kind_name, Expert.kind_name)


def work(user: User, at: dt.datetime) -> Iterator[WorkList]:
    kinds = [name for name in kinds_with(user, Right.DECIDE) if name in DECIDED_HERE]
    if kinds:
        rows = to_decide(user, at, kinds)
        title = _("Quotes and experts to decide on")
        yield WorkList("quotes", title, Sort.AWAITED, rows, _item)
        if Quote.kind_name in kinds:
            yield from challenges(user)


def _item(review: Any) -> WorkItem:
    """Quotes are decided on in the queue."""
    item = ReviewOf("review")(review)
    if review.revision.content.kind == Quote.kind_name:
        return replace(item, url=queue_url(review))
    return item
