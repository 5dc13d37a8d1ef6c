"""The timeline of the site. A page of its own each event has by `content_page`."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsroom.publishing.editions import Edition
from newsroom.publishing.pages import ListPage, PageFacts
from newsroom.publishing.parts import LiveParts

from .lists import EmptyPage, count_live, entries_elsewhere, facts_at
from .models import Event
from .pages import EventItem, event_item

PER_PAGE = 50


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """All live events of the language, oldest first; with ?order=desc newest first."""
    title, facts = _("Timeline"), facts_at("/timeline/", get_language() or "", timezone.now())
    number, next_change = count_live(Event.kind_name, facts)
    if not number:
        empty = EmptyPage(title, facts, entries_elsewhere(Event.kind_name, facts), next_change)
        return render(request, "empty_language.html", {"page": empty})
    newest_first = request.GET.get("order") == "desc"
    events = _by_date(facts)
    paginator = Paginator(events.reverse() if newest_first else events, PER_PAGE)
    paginator.count = number
    shown = paginator.get_page(request.GET.get("page"))
    items = _items(shown, facts)
    page = ListPage(
        title=title,
        facts=facts,
        entries=list(items),
        page_obj=shown,
        next_change=facts.next_change(next_change, *(item.overdue_from for item in items)),
    )
    return render(request, "timeline/list.html", {"page": page, "newest_first": newest_first})


def _items(events: Iterable[int], facts: PageFacts) -> list[EventItem]:
    parts = LiveParts(facts.at)
    parts.load(events)
    return [event_item(part, parts, facts) for event in events if (part := parts.get(event))]


def _by_date(facts: PageFacts) -> QuerySet[Edition, int]:
    """The ids of the live events of a language, by their first day; the longer ones first."""
    live = Edition.objects.live(facts.at)
    originals = live.filter(content=OuterRef("content__original"))

    def day(name: str) -> Coalesce:
        """A day of the event, which stands on the original where there is one."""
        written = KeyTextTransform(name, "revision__snapshot")
        return Coalesce(Subquery(originals.values_list(written)), written)

    events = live.of_kind(Event.kind_name, facts.language)
    events = events.annotate(starts=Coalesce(day("date_from"), day("date_to")), ends=day("date_to"))
    events = events.order_by("starts", F("ends").desc(nulls_first=True), "pk")
    return events.values_list("content", flat=True)
