"""Pages that list: entries by the page, or what exists in the other languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language

from .cards import Card, edition_card
from .editions import Edition, EditionQuerySet
from .pages import Alternate, ListPage, PageFacts
from .parts import LiveParts, Parts

PER_PAGE = 20
SHOWN_ELSEWHERE = 10


@dataclass(frozen=True)
class Elsewhere:
    """What another language has."""

    language: str
    entries: list[Card]


@dataclass(frozen=True)
class EmptyPage:
    """A page that has nothing to show in the reader's language."""

    title: str | Promise
    facts: PageFacts
    elsewhere: list[Elsewhere]
    next_change: dt.datetime | None


def facts_here(path: str) -> PageFacts:
    """The facts, now, of a page that stands at the same address in every language."""
    language = get_language() or ""
    others = ((code, name) for code, name in settings.LANGUAGES if code != language)
    alternates = tuple(Alternate(code, name, path) for code, name in others)
    return PageFacts(language=language, path=path, at=timezone.now(), alternates=alternates)


def list_page(
    request: HttpRequest,
    editions: EditionQuerySet,
    *,
    title: str | Promise,
    facts: PageFacts,
    entries: Callable[[Sequence[Edition], Parts], Iterable[object]],
    per_page: int | None = None,
) -> ListPage | EmptyPage:
    """The page of `editions` that the reader asked for.

    `editions` are ordered, of any time and language: those live and in the reader's are listed.
    `entries` makes view models of the editions of one page, with parts to load from.
    """
    number, next_change = count_live(editions, facts)
    if not number:
        return EmptyPage(title, facts, entries_elsewhere(editions, facts), next_change)
    paginator = Paginator(_in_language(editions.live(facts.at), facts), per_page or PER_PAGE)
    paginator.count = number
    shown, parts = paginator.get_page(request.GET.get("page")), LiveParts(facts.at)
    return ListPage(
        title=title,
        facts=facts,
        entries=list(entries(list(shown), parts)),
        page_obj=shown,
        next_change=facts.next_change(next_change, *parts.moments),
    )


def count_live(editions: EditionQuerySet, facts: PageFacts) -> tuple[int, dt.datetime | None]:
    """How many are live, and when the next one opens or ends: in one query."""
    ahead = Q(live_from__gt=facts.at)
    found = _in_language(editions.not_past(facts.at), facts).aggregate(
        number=Count("pk", filter=~ahead),
        opens=Min("live_from", filter=ahead),
        ends=Min("live_until"),
    )
    return found["number"], facts.next_change(found["opens"], found["ends"])


def entries_elsewhere(editions: EditionQuerySet, facts: PageFacts) -> list[Elsewhere]:
    """The first of `editions` that are live, in each of the other languages that has any."""
    live = editions.live(facts.at).prefetch_related(None)
    found = (
        Elsewhere(other.language, [edition_card(edition) for edition in first])
        for other in facts.alternates
        if (first := live.filter(language=other.language)[:SHOWN_ELSEWHERE])
    )
    return list(found)


def render_list(
    request: HttpRequest, template: str, page: ListPage | EmptyPage, **context: object
) -> HttpResponse:
    empty = isinstance(page, EmptyPage)
    template = "empty_language.html" if empty else template
    return render(request, template, {"page": page, **context})


def _in_language(editions: EditionQuerySet, facts: PageFacts) -> EditionQuerySet:
    return editions.filter(language__in=(facts.language, ""))
