"""The timeline of the site. A page of its own each event has by `content_page`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsroom.publishing.editions import Edition
from newsroom.publishing.lists import facts_here, list_page, render_list
from newsroom.publishing.pages import ListPage, PageFacts
from newsroom.publishing.parts import Parts

from .order import by_date
from .pages import EventItem, event_item

PER_PAGE = 50


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """All live events of the language, oldest first; with ?order=desc newest first."""
    facts = facts_here("/timeline/")
    newest_first = request.GET.get("order") == "desc"
    events = by_date(facts.at)
    page = list_page(
        request,
        events.reverse() if newest_first else events,
        title=_("Timeline"),
        facts=facts,
        entries=lambda shown, parts: _items(shown, parts, facts),
        per_page=PER_PAGE,
    )
    if isinstance(page, ListPage):
        overdue = (item.overdue_from for item in page.entries if isinstance(item, EventItem))
        page = replace(page, next_change=facts.next_change(page.next_change, *overdue))
    return render_list(request, "timeline/list.html", page, newest_first=newest_first)


def _items(events: Sequence[Edition], parts: Parts, facts: PageFacts) -> list[EventItem]:
    """Their snapshots come by the parts, as those of their originals do."""
    parts.load(event.content_id for event in events)
    found = (parts.get(event.content_id) for event in events)
    return [event_item(part, parts, facts) for part in found if part]
