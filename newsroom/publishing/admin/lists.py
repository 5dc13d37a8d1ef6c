"""What lists of contents show and filter by, in as many queries for fifty rows as for one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.contrib.admin.views.main import ORDER_VAR, SEARCH_VAR, ChangeList
from django.db.models import Case, F, Q, Value, When
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext

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


def _case(of: Callable[[Status], Any]) -> Case:
    conditions = (When(condition, then=Value(of(status))) for condition, status in _CONDITIONS)
    return Case(*conditions, default=Value(of(Status.DRAFT)))


STATUS = _case(lambda status: status.value)
# In the order in which `Status` names them: the way of a draft to its readers and back.
STATUS_IN_ORDER = _case(list(Status).index)


class ContentList(ChangeList):
    """Puts what was saved last first, which `ordering` cannot name: no field holds it."""

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.filters_held = sum(spec_is_active(spec) for spec in self.filter_specs)

    def _get_default_ordering(self) -> list[Any]:
        return list(self.model_admin.ordering or ("-head_made_at", "-pk"))

    def get_results(self, request: HttpRequest) -> None:
        """Only the rows of this page are told in full: the database would else work out of all
        what is shown of fifty."""
        super().get_results(request)
        keys = list(self.result_list.values_list("pk", flat=True))
        listed: Any = self.model_admin
        rows = listed.rows(request, keys)
        found = {row.pk: row for row in rows}
        self.result_list = [found[key] for key in keys if key in found]

    def pairs(self, *, without: Collection[str] = ()) -> list[tuple[str, str]]:
        """What is asked of this list, as pairs of name and value."""
        return [
            (name, value)
            for name, values in self.filter_params.items()
            if name not in without
            for value in values
        ]

    @property
    def asked(self) -> str:
        """The query that a saved view has for what is asked; "" for the whole list."""
        names = {name for spec in self.filter_specs for name in spec.expected_parameters()}
        names |= {SEARCH_VAR, ORDER_VAR}
        return urlencode([pair for pair in sorted(self.pairs()) if pair[0] in names and pair[1]])

    def but_for_search(self) -> list[tuple[str, str]]:
        return self.pairs(without=[SEARCH_VAR])


def spec_is_active(spec: Any) -> bool:
    """Whether a filter, ours or one of Django's, narrows its list."""
    if hasattr(spec, "is_active"):
        return bool(spec.is_active)
    return any(name in spec.request.GET for name in spec.expected_parameters())


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
