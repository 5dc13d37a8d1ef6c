"""Where a content stands, and what this person may do about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.previews import preview_url
from newsroom.publishing.reviews import Decision, Review
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import Right, may
from newsroom.publishing.status import Status, status_of

from .contents import page_url
from .plans import Link, Plan, plans

REFUSALS = (Decision.SENT_BACK, Decision.REJECTED)


@dataclass(frozen=True)
class Standing:
    """`editions` are those that are live or pending, in order.

    `waiting` is the request for a decision that nobody has answered yet.

    `refusal` is the last decision, where it was to send back or reject.
    """

    content: Content
    status: Status
    head: Revision | None
    editions: list[Edition]
    at: dt.datetime
    waiting: Review | None
    refusal: Review | None

    @property
    def live(self) -> Edition | None:
        return next((edition for edition in self.editions if edition.is_live(self.at)), None)

    @property
    def pending(self) -> Edition | None:
        """The next one to open."""
        return next((edition for edition in self.editions if edition.live_from > self.at), None)

    def plans(self, user: Any) -> list[Plan]:
        return list(plans(self.content, self.editions, self.at, user))

    @property
    def public_url(self) -> str:
        """Where readers find it, or "" where they do not."""
        return public_url(self.live) if self.live else ""

    @property
    def preview_url(self) -> str:
        return preview_of(self.head, self.content) if self.head else ""


def standing_of(content: Content) -> Standing:
    """Of a content that came from `with_status`."""
    at = timezone.now()
    editions = Edition.objects.filter(content=content.pk).not_past(at)
    reviews = _unsettled(Review.objects.filter(revision__content=content.pk), at)
    latest = reviews.select_related("revision", "asked_by", "decided_by").first()
    return Standing(
        content=content,
        status=status_of(content),
        head=head_of(content),
        editions=list(editions.order_by("live_from").select_related("revision")),
        at=at,
        waiting=latest if latest and not latest.decision else None,
        refusal=latest if latest and latest.decision in REFUSALS else None,
    )


def _unsettled(reviews: QuerySet[Review], at: dt.datetime) -> QuerySet[Review]:
    """Without reviews of what was published since, or is public: nobody waits for those.

    What was withdrawn may be asked about again.
    """
    as_new = Edition.objects.filter(
        content=OuterRef("revision__content"), revision__number__gte=OuterRef("revision__number")
    )
    since = Q(live_from__gte=OuterRef("asked_at"), withdrawn=False)
    return reviews.exclude(Exists(as_new.not_past(at)) | Exists(as_new.filter(since)))


def public_url(edition: Edition) -> str:
    return f"/{edition.language or settings.LANGUAGE_CODE}{edition.path}" if edition.path else ""


def preview_of(revision: Revision, content: Content) -> str:
    """Its preview; "" where its text was erased, or where no page shows this kind by itself."""
    if revision.erased_at or kind_of(content).compose is None:
        return ""
    return preview_url(revision)


def links(standing: Standing, user: Any) -> Iterator[Link]:
    """The pages that make sense for this content now, as far as this person may open them."""
    content = standing.content
    model = kind_of(content).model
    if standing.public_url:
        yield Link(_("View on site"), standing.public_url)
    if standing.preview_url:
        yield Link(_("Preview"), standing.preview_url)
    if standing.waiting and may(user, Right.DECIDE, model):
        yield Link(_("Review"), page_url(content, "review"))
    yield from _links_on_editions(standing, user)
    yield Link(_("History"), page_url(content, "history"))


def _links_on_editions(standing: Standing, user: Any) -> Iterator[Link]:
    content, model = standing.content, kind_of(standing.content).model
    may_end = may(user, Right.WITHDRAW, model)
    if may_end and (standing.live or standing.pending):
        yield Link(_("Set the end"), page_url(content, "end"))
    if standing.live and may_end:
        yield Link(_("Withdraw"), page_url(content, "withdraw"))
