"""The front page and plain pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.bylines import signed_cards, signed_parts, with_authors
from articles.models import Article
from faqs.models import Question
from newsroom.publishing.cards import Card, edition_card
from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.lists import count_live
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Parts
from timeline.models import Event
from timeline.order import by_date
from timeline.pages import EventItem, event_item

LATEST = 6
EVENTS = 4
QUESTIONS = 5

# What the front page is made of where editors chose nothing: whatever is newest.
NOTHING_CHOSEN: Snapshot = {"title": "", "introduction": "", "lead": None, "picks": []}


@dataclass(frozen=True)
class PlainPage:
    title: str
    html: str
    facts: PageFacts
    next_change: dt.datetime | None


@dataclass(frozen=True)
class Front:
    """The front page: what editors chose, then what is newest."""

    title: str
    intro: str
    lead: Card | None
    picks: list[Card]
    latest: list[Card]
    events: list[EventItem]
    questions: list[Card]
    facts: PageFacts
    next_change: dt.datetime | None

    @property
    def shows_something(self) -> bool:
        return bool(self.lead or self.picks or self.events or self.questions)


def plain_page(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> PlainPage:
    return PlainPage(
        title=snapshot["title"],
        html=snapshot["body"],
        facts=facts,
        next_change=facts.next_change(),
    )


def front_page(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> Front:
    lead, picks = _chosen(snapshot, parts, facts.language)
    newest = with_authors(_newest(Article, facts, LATEST + 1 + len(picks)))
    newest_cards = signed_cards(list(newest), parts, facts.language, edition_card)
    shown = {card.path for card in (lead, *picks) if card}
    latest = [card for card in newest_cards if card.path not in shown]
    if lead is None and latest:
        lead = latest.pop(0)
    events = list(_events(parts, facts))
    return Front(
        title=snapshot["title"],
        intro=snapshot["introduction"],
        lead=lead,
        picks=picks,
        latest=latest[:LATEST],
        events=events,
        questions=[edition_card(edition) for edition in _newest(Question, facts, QUESTIONS)],
        facts=facts,
        next_change=facts.next_change(*_moments(events, parts, facts)),
    )


def _chosen(snapshot: Snapshot, parts: Parts, language: str) -> tuple[Card | None, list[Card]]:
    """Cards of the lead and of the picks, as far as they are live; each article once."""
    lead = snapshot["lead"]
    picks = [row["article"] for row in snapshot["picks"] if row["article"] != lead]
    parts.load([lead, *picks] if lead else picks, with_theirs=False)
    found = (parts.get(content_id) for content_id in (lead, *picks))
    shown = [part for part in found if part and part.snapshot]
    ids = (part.content_id for part in shown)
    cards = dict(zip(ids, signed_parts(shown, parts, language), strict=True))
    return cards.get(lead), [cards[content_id] for content_id in picks if content_id in cards]


def _events(parts: Parts, facts: PageFacts) -> Iterator[EventItem]:
    """The latest by their date, the last first."""
    live = by_date(facts.at).live(facts.at).of_kind(Event.kind_name, facts.language)
    ids = [edition.content_id for edition in live.reverse()[:EVENTS]]
    parts.load(ids)
    found = (parts.get(content_id) for content_id in ids)
    yield from (event_item(part, parts, facts) for part in found if part and part.snapshot)


def _newest(kind: type[Publishable], facts: PageFacts, number: int) -> EditionQuerySet:
    live = Edition.objects.live(facts.at).of_kind(kind.kind_name, facts.language)
    return live.order_by("-first_published", "pk")[:number]


def _moments(
    events: Iterable[EventItem], parts: Parts, facts: PageFacts
) -> Iterator[dt.datetime | None]:
    """When something opens or ends, or a plan is overdue."""
    kinds = [kind.kind_name for kind in (Article, Event, Question)]
    yield count_live(Edition.objects.filter(kind__in=kinds), facts)[1]
    yield from parts.moments
    yield from (event.overdue_from for event in events)
