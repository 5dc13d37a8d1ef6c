"""The history of a content: its revisions and its editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Edition
from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, may, may_write
from newsroom.publishing.status import Status

from .standing import Standing, preview_of, standing_of

PER_PAGE = 50


@dataclass(frozen=True)
class Badge:
    label: str | Promise
    status: str


@dataclass(frozen=True)
class Entry:
    """One revision, with what became of it."""

    revision: Revision
    is_head: bool
    preview_url: str
    badges: list[Badge] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)

    @property
    def shows_changes(self) -> bool:
        """Whether there was one before it, and its text is still there."""
        return self.revision.number > 1 and not self.revision.erased_at


def history(model_admin: Any, request: HttpRequest, content: Publishable) -> HttpResponse:
    """Everybody who sees the content sees this; buttons are for who may press them."""
    at, standing = timezone.now(), standing_of(content)
    revisions = Revision.objects.filter(content=content.pk).defer("snapshot")
    revisions = revisions.select_related("author").prefetch_related(
        "editions", "reviews__asked_by", "reviews__first_approved_by", "reviews__decided_by"
    )
    page = Paginator(revisions, PER_PAGE).get_page(request.GET.get("p"))
    entries = [_entry(revision, standing, at) for revision in page]
    editions = Edition.objects.filter(content=content.pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("History"),
        "subtitle": str(content),
        "opts": model_admin.opts,
        "original": content,
        "standing": standing,
        "plans": standing.plans(request.user),
        "page": page,
        "entries": entries,
        "chosen": _chosen(entries),
        "editions": editions.select_related("revision", "opened_by"),
        "now": at,
        "may_write": may_write(request.user, content),
        "may_publish": may(request.user, Right.PUBLISH, type(content)),
        "may_erase": request.user.is_superuser,
    }
    return TemplateResponse(request, "admin/publishing/history.html", context)


def _entry(revision: Revision, standing: Standing, at: dt.datetime) -> Entry:
    return Entry(
        revision=revision,
        is_head=revision == standing.head,
        preview_url=preview_of(revision, standing.content),
        badges=list(_badges(revision, standing, at)),
        reviews=list(revision.reviews.all()),
    )


def _chosen(entries: list[Entry]) -> list[Revision]:
    """The two that are compared unless somebody chooses others: the newest of the page."""
    newest = [entry.revision for entry in entries if not entry.revision.erased_at][:2]
    return newest[::-1]


def _badges(revision: Revision, standing: Standing, at: dt.datetime) -> Iterator[Badge]:
    editions = list(revision.editions.all())
    if any(edition.is_live(at) for edition in editions):
        yield _badge(Status.LIVE)
    elif any(edition.live_from <= at for edition in editions):
        yield Badge(_("Was live"), Status.ENDED.value)
    if any(edition.live_from > at for edition in editions):
        yield _badge(Status.SCHEDULED)
    latest = next(iter(revision.reviews.all()), None)
    if latest and latest.decision:
        yield _badge(Status(latest.decision))
    elif latest and latest == standing.waiting:
        yield _badge(Status.SUBMITTED)
    if revision.erased_at:
        yield Badge(_("Erased"), "erased")


def _badge(status: Status) -> Badge:
    return Badge(status.label, status.value)
