"""What waits for one person: publishing's part of the staff start page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.comments import open_threads
from newsroom.publishing.content import Content
from newsroom.publishing.kinds import all_kinds, kind_of
from newsroom.publishing.reviews import REFUSALS, Decision, Review
from newsroom.publishing.rights import Right, may

from .contents import page_url

SHOWN = 8
LENGTH_OF_A_REMARK = 160


@dataclass(frozen=True)
class WorkItem:
    """One thing to do, and where. It waits since `at`; `who` did or said something about it."""

    title: str
    kind: str
    url: str
    at: dt.datetime
    who: str = ""
    said: str = ""


@dataclass(frozen=True)
class WorkList:
    """The first few of `count` things of one sort."""

    title: str | Promise
    items: list[WorkItem]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.items)


def work_for(user: User) -> list[WorkList]:
    """The lists with something in them, the most urgent first."""
    return [work for work in _lists(user) if work.items]


def _lists(user: User) -> Iterator[WorkList]:
    reviews = _Reviews(user)
    yield reviews.to_decide()
    yield reviews.refused()
    yield reviews.approved()
    yield _comments(user)
    yield reviews.asked()
    yield _drafts(user)


def _kinds_with(user: User, right: Right) -> list[str]:
    return [kind.name for kind in all_kinds() if may(user, right, kind.model)]


class _Reviews:
    """The last review of each content that is not settled yet, for one person."""

    def __init__(self, user: User) -> None:
        self.user = user
        reviews = Review.objects.unsettled(timezone.now()).latest_of_each()
        self.reviews = reviews.filter(revision__content__kind__in=_kinds_with(user, Right.VIEW))

    def _mine(self) -> QuerySet[Review]:
        """About the newest revision, which this person wrote or submitted."""
        mine = Q(revision__author=self.user) | Q(asked_by=self.user)
        newer = Q(revision__content__revisions__number__gt=F("revision__number"))
        return self.reviews.filter(mine).exclude(newer)

    def to_decide(self) -> WorkList:
        deciding = _kinds_with(self.user, Right.DECIDE)
        waiting = self.reviews.filter(decision="", revision__content__kind__in=deciding)
        waiting = waiting.exclude(revision__author=self.user).order_by("asked_at")
        return _of_reviews(gettext_lazy("Waiting for your decision"), waiting, "review")

    def refused(self) -> WorkList:
        refused = self._mine().filter(decision__in=REFUSALS).order_by("-decided_at")
        return _of_reviews(gettext_lazy("Sent back to you"), refused, "change")

    def approved(self) -> WorkList:
        approved = self._mine().filter(decision=Decision.APPROVED).order_by("-decided_at")
        return _of_reviews(gettext_lazy("Approved, not published"), approved, "change")

    def asked(self) -> WorkList:
        waiting = self._mine().filter(decision="").order_by("asked_at")
        return _of_reviews(gettext_lazy("Submitted by you"), waiting, "change")


def _of_reviews(title: Promise, reviews: QuerySet[Review], page: str) -> WorkList:
    found = reviews.select_related("revision__content", "asked_by", "decided_by")
    found = found.defer("revision__snapshot")
    items = [_of_review(review, page) for review in found[:SHOWN]]
    return WorkList(title, items, _count(items, reviews))


def _of_review(review: Review, page: str) -> WorkItem:
    who, at = review.decided_by or review.asked_by, review.decided_at or review.asked_at
    return _item(review.revision.content, page, at=at, who=str(who), said=review.reason)


def _comments(user: User) -> WorkList:
    waiting = open_threads(user).filter(revision__content__kind__in=_kinds_with(user, Right.VIEW))
    found = waiting.select_related("revision__content").defer("revision__snapshot")
    items = [_of_thread(comment) for comment in found.order_by("-last_made_at")[:SHOWN]]
    return WorkList(gettext_lazy("Comments to answer"), items, _count(items, waiting))


def _of_thread(comment: Any) -> WorkItem:
    """The last word of it: that is what waits for an answer."""
    said, who = comment.last_text, comment.last_author
    return _item(comment.revision.content, "comments", at=comment.last_made_at, who=who, said=said)


def _drafts(user: User) -> WorkList:
    """What this person saved last and neither submitted nor published."""
    at = timezone.now()
    drafts = Content.objects.with_status(at).filter(
        kind__in=_kinds_with(user, Right.WRITE), head_author=user.get_username(), opens_at=None
    )
    drafts = drafts.filter(is_submitted=False, head_was_public=False).order_by("-head_made_at")
    items = [_item(content, "change", at=content.head_made_at) for content in drafts[:SHOWN]]
    return WorkList(gettext_lazy("Your drafts"), items, _count(items, drafts))


def _item(content: Any, page: str, *, at: dt.datetime, who: str = "", said: str = "") -> WorkItem:
    return WorkItem(
        title=str(content) or _("Untitled"),
        kind=str(kind_of(content).model._meta.verbose_name),
        url=page_url(content, page),
        at=at,
        who=who,
        said=Truncator(said).chars(LENGTH_OF_A_REMARK),
    )


def _count(items: Iterable[WorkItem], rows: QuerySet[Any]) -> int:
    """A list that is shown whole needs no counting."""
    shown = len(list(items))
    return shown if shown < SHOWN else rows.count()
