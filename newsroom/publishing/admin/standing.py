"""Where a content stands, and what this person may do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.previews import preview_url
from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import Right, may
from newsroom.publishing.status import Status, status_of

from .contents import page_url


@dataclass(frozen=True)
class Link:
    label: str | Promise
    url: str


@dataclass(frozen=True)
class Standing:
    """`waiting` is the request for a decision that nobody has answered yet."""

    content: Content
    status: Status
    head: Revision | None
    live: Edition | None
    pending: Edition | None
    waiting: Review | None

    @property
    def public_url(self) -> str:
        """Where readers find it, or "" where they do not."""
        return public_url(self.live) if self.live else ""

    @property
    def preview_url(self) -> str:
        """Of the newest revision; "" for kinds that no page shows by itself."""
        if self.head is None or self.head.erased_at or kind_of(self.content).compose is None:
            return ""
        return preview_url(self.head)


def standing_of(content: Content) -> Standing:
    """Of a content that came from `with_status`."""
    at = timezone.now()
    editions = Edition.objects.filter(content=content.pk)
    waiting = Review.objects.filter(revision__content=content.pk, decision="")
    return Standing(
        content=content,
        status=status_of(content),
        head=head_of(content),
        live=editions.live(at).select_related("revision").first(),
        pending=editions.pending(at).order_by("live_from").select_related("revision").first(),
        waiting=waiting.select_related("revision", "asked_by").first(),
    )


def public_url(edition: Edition) -> str:
    return f"/{edition.language or settings.LANGUAGE_CODE}{edition.path}" if edition.path else ""


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
    if standing.pending and may(user, Right.PUBLISH, model):
        yield Link(_("Cancel what is scheduled"), page_url(content, "cancel"))
    if standing.live and may_end:
        yield Link(_("Withdraw"), page_url(content, "withdraw"))
