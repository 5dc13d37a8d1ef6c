"""What lists of contents show and filter by, in as many queries for fifty rows as for one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.status import Status, status_of

from .moments import moment

# The twin, for the database, of `status_of`: the first condition that holds names the status.
_DECIDED = (Status.APPROVED, Status.SENT_BACK, Status.REJECTED)
_CONDITIONS = (
    (Q(live_revision_id=F("head_id")), Status.LIVE),
    (Q(live_revision_id__isnull=False), Status.EDITED),
    (Q(opens_at__isnull=False), Status.SCHEDULED),
    (Q(is_submitted=True), Status.SUBMITTED),
    *((Q(last_decision=status, head_was_public=False), status) for status in _DECIDED),
    (Q(was_public=True, last_withdrawn=True), Status.WITHDRAWN),
    (Q(was_public=True), Status.ENDED),
)
_STATUS = Case(
    *(When(condition, then=Value(status.value)) for condition, status in _CONDITIONS),
    default=Value(Status.DRAFT.value),
)


class ContentList(ChangeList):
    """Puts what was saved last first, which `ordering` cannot name: no field holds it."""

    def _get_default_ordering(self) -> list[Any]:
        return list(self.model_admin.ordering or ("-head_made_at", "-pk"))


class StandingFilter(admin.SimpleListFilter):
    """Filters contents by their status."""

    title = _("status")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(Status.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.annotate(standing_now=_STATUS).filter(standing_now=self.value())


def badge(status: Status) -> SafeString:
    """The status in words, with a colour that only repeats them."""
    return format_html('<span class="badge badge-{}">{}</span>', status.value, status.label)


def standing_in_words(content: Any) -> SafeString:
    """Of a content that came from `with_status`: its status, since when and until when."""
    more = ((line,) for line in _moments_in_words(content))
    lines = format_html_join(" ", '<span class="quiet">{}</span>', more)
    return format_html("{} {}", badge(status_of(content)), lines)


def _moments_in_words(content: Any) -> Iterator[str]:
    if content.edited_at:
        yield gettext("first edit %(moment)s") % {"moment": moment(content.edited_at)}
    if content.opens_at:
        text = (
            gettext("new text from %(moment)s")
            if content.live_number
            else gettext("from %(moment)s")
        )
        yield text % {"moment": moment(content.opens_at)}


def saved_when_and_by(content: Any) -> SafeString | str:
    """Of a content that came from `with_status`: its newest revision."""
    at = content.head_made_at
    if at is None:
        return ""
    return format_html(
        '<time datetime="{}">{}</time> <span class="quiet">{}</span>',
        at.isoformat(),
        moment(at),
        content.head_author,
    )
