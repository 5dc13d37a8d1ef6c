"""Where a content stands, and what this person may do about it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.comments import Comment
from newsroom.publishing.compare import size
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.previews import preview_url
from newsroom.publishing.reviews import REFUSALS, Review
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import Right, may
from newsroom.publishing.status import Status, status_of

from .contents import page_url
from .moments import hour
from .offered import offered
from .plans import Link, Plan, plans


@dataclass(frozen=True)
class Ahead:
    """How far a draft is ahead of what readers see."""

    revisions: int
    words_added: int
    words_removed: int


@dataclass(frozen=True)
class Standing:
    """`editions` are those that are live or pending, in order.

    `waiting` is the request for a decision that nobody has answered yet.

    `refusal` is the last decision, where it was to send back or reject. `open_comments` counts
    them by the place that they are about.
    """

    content: Content
    status: Status
    head: Revision | None
    editions: list[Edition]
    at: dt.datetime
    waiting: Review | None
    refusal: Review | None
    open_comments: Mapping[str, int]

    @property
    def live(self) -> Edition | None:
        return next((edition for edition in self.editions if edition.is_live(self.at)), None)

    @property
    def pending(self) -> Edition | None:
        """The next one to open."""
        return next((edition for edition in self.editions if edition.live_from > self.at), None)

    @property
    def ahead(self) -> Ahead | None:
        """None where readers see the newest revision, or nothing."""
        live = self.live.revision if self.live else None
        if live is None or self.head is None or live == self.head:
            return None
        kind = kind_of(self.content)
        seen, newest = (kind.load(side.snapshot, side.schema) for side in (live, self.head))
        return Ahead(self.head.number - live.number, *size(seen, newest, kind))

    @property
    def saved_at(self) -> str:
        return hour(self.head.made_at) if self.head else ""

    @property
    def foremost(self) -> Status:
        """What counts while one writes: a decision that is waited for, whatever readers see."""
        asked = self.waiting and self.head and self.waiting.revision_id == self.head.pk
        return Status.SUBMITTED if asked else self.status

    def plans(self, user: Any) -> list[Plan]:
        return list(plans(self.content, self.editions, self.at, user))

    @property
    def public_url(self) -> str:
        """Where readers find it, or "" where they do not."""
        return public_url(self.live) if self.live else ""

    @property
    def comments(self) -> str:
        """What leads to them is called, with how many are open."""
        count = sum(self.open_comments.values())
        return gettext("Comments (%(count)s)") % {"count": count} if count else gettext("Comments")

    @property
    def preview_url(self) -> str:
        return preview_of(self.head, self.content) if self.head else ""


_OF_REVIEW = ("revision", "asked_by", "first_approved_by", "decided_by")


def standing_of(content: Content) -> Standing:
    """Of a content that came from `with_status`."""
    at = timezone.now()
    editions = Edition.objects.filter(content=content.pk).not_past(at)
    reviews = Review.objects.filter(revision__content=content.pk).unsettled(at)
    latest = reviews.select_related(*_OF_REVIEW).first()
    return Standing(
        content=content,
        status=status_of(content),
        head=head_of(content),
        editions=list(editions.order_by("live_from").select_related("revision")),
        at=at,
        waiting=latest if latest and not latest.decision else None,
        refusal=latest if latest and latest.decision in REFUSALS else None,
        open_comments=Counter(
            Comment.objects.about(content).open().values_list("place", flat=True)
        ),
    )


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
        yield Link(_("Preview as saved"), standing.preview_url)
    if standing.waiting and may(user, Right.DECIDE, model):
        yield Link(_("Review"), page_url(content, "review"))
    yield from _links_on_editions(standing, user)
    if standing.head:
        yield Link(_("What was found"), page_url(content, "found"))
        yield Link(standing.comments, page_url(content, "comments"))
    yield Link(_("History"), page_url(content, "history"))
    if kind_of(content).translates:
        yield Link(_("Translations"), page_url(content, "translations"))
    for name, page in offered(content.kind).items():
        if may(user, page.right, model) and page.is_for(content):
            yield Link(page.heading, page_url(content, name))


def _links_on_editions(standing: Standing, user: Any) -> Iterator[Link]:
    content, model = standing.content, kind_of(standing.content).model
    may_end = may(user, Right.WITHDRAW, model)
    if may_end and (standing.live or standing.pending):
        yield Link(_("Set the end"), page_url(content, "end"))
    if standing.live and may_end:
        yield Link(_("Withdraw"), page_url(content, "withdraw"))
