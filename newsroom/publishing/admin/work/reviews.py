"""Reviews that wait for somebody, or whose outcome does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.reviews import REFUSALS, Decision, Review
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, kinds_with

from .lists import Sort, Together, WorkItem, WorkList, item_about

_LISTS = {
    "decide": (_("Waiting for your decision"), Sort.AWAITED, "review"),
    "sent-back": (_("Sent back to you"), Sort.AWAITED, "change"),
    "approved": (_("Approved, not published"), Sort.AWAITED, "change"),
    "submitted": (_("Submitted by you"), Sort.UNDER_WAY, "change"),
}


def reviews(user: User, at: dt.datetime, *, elsewhere: Collection[str] = ()) -> Iterator[WorkList]:
    """Decisions on kinds that are listed `elsewhere` are left out, what became of them is not."""
    together = Together(_of_person(user, at, elsewhere))
    for name, (title, sort, page) in _LISTS.items():
        yield WorkList(name, title, sort, together.of(name), ReviewOf(page), together)


def to_decide(user: User, at: dt.datetime, kinds: Collection[str]) -> QuerySet[Review]:
    """What this person is asked to decide on, of these kinds: the longest waiting first."""
    asked = _latest(at).filter(_asks(user, kinds)).order_by("asked_at", "pk")
    return _told(asked)


class ReviewOf:
    """A review as an item that leads to one page of its content."""

    def __init__(self, page: str) -> None:
        self.page = page

    def __call__(self, review: Any) -> WorkItem:
        who = review.decided_by or review.asked_by
        said = _of_second(review) or review.reason or review.revision.comment
        return item_about(
            review.revision.content, self.page, at=review.since, who=str(who), said=said
        )


def _of_second(review: Review) -> str:
    if not review.waits_for_second:
        return ""
    told = _("A second approval is needed, after that of %(who)s.")
    return str(told) % {"who": review.first_approved_by}


def _of_person(user: User, at: dt.datetime, elsewhere: Collection[str]) -> QuerySet[Review]:
    """Each under the first of the lists that it fits into."""
    deciding = set(kinds_with(user, Right.DECIDE)) - set(elsewhere)
    mine = Q(revision__author=user) | Q(asked_by=user)
    publishing = Q(revision__content__kind__in=kinds_with(user, Right.PUBLISH))
    approved = (mine | publishing) & Q(decision=Decision.APPROVED)
    lists = Case(
        When(_asks(user, deciding), then=Value("decide")),
        When(mine & _is_newest(), decision__in=REFUSALS, then=Value("sent-back")),
        When(approved & _is_newest(), then=Value("approved")),
        When(mine & _is_newest(), decision="", then=Value("submitted")),
        default=Value(""),
    )
    return _told(_latest(at).annotate(in_list=lists).exclude(in_list=""))


def _asks(user: User, kinds: Collection[str]) -> Q:
    """Nobody decides on what they wrote, nor twice."""
    theirs = Q(revision__author=user) | Q(first_approved_by=user)
    return Q(decision="", revision__content__kind__in=kinds) & ~theirs


def _is_newest() -> Q:
    newer = Revision.objects.filter(
        content=OuterRef("revision__content"), number__gt=OuterRef("revision__number")
    )
    return Q(~Exists(newer))


def _latest(at: dt.datetime) -> Any:
    return Review.objects.unsettled(at).latest_of_each()


def _told(found: Any) -> QuerySet[Review]:
    """With all that an item says."""
    found = found.annotate(since=Coalesce(F("decided_at"), F("asked_at")))
    found = found.select_related("revision__content", "asked_by", "decided_by", "first_approved_by")
    return found.defer("revision__snapshot")
