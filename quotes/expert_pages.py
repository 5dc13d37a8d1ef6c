"""The page of an expert: who it is, and what readers find of their words in this language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Min, Q

from newsroom.dates.display import display
from newsroom.publishing.cards import TopicLink, topic_links
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.lists import PER_PAGE
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Parts
from newsroom.publishing.topics import Topic
from newsroom.publishing.wordings import Words, words

from .cards import QuoteCard, cards_of
from .expert_words import BIOGRAPHY, expert_name, other_names, role_of
from .interests_shown import InterestLine, interest_lines
from .models import Quote
from .periods import period
from .snapshots import current_affiliation


@dataclass(frozen=True)
class AffiliationLine:
    """What an expert is or was. `period` is empty where nothing is known of it."""

    role: Words
    organisation: str
    period: str


@dataclass(frozen=True)
class ExpertPage:
    """An expert with those of their quotes that are public in the reader's language."""

    name: Words
    honorific: str
    other_names: list[Words]
    affiliations: list[AffiliationLine]
    interests: list[InterestLine]
    biography: Words
    public_note: str
    links: list[Snapshot]
    quotes: list[QuoteCard]
    page_obj: Page[Edition]
    topics: tuple[TopicLink, ...]
    facts: PageFacts
    next_change: dt.datetime | None

    @property
    def title(self) -> str:
        return self.name.text


@dataclass(frozen=True)
class ExpertEntry:
    """An expert in the list of them all, with what they do now."""

    name: Words
    affiliation: AffiliationLine | None
    path: str


def expert_page(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> ExpertPage:
    language = facts.language
    shown = _page_of_quotes(snapshot["id"], facts)
    quotes = cards_of(list(shown), parts, language)
    return ExpertPage(
        name=expert_name(snapshot, language),
        honorific=snapshot["honorific"],
        other_names=list(other_names(snapshot, language)),
        affiliations=[_affiliation(row, language) for row in snapshot["affiliations"]],
        interests=interest_lines(snapshot, language),
        biography=words(snapshot, BIOGRAPHY, language),
        public_note=snapshot["public_note"],
        links=snapshot["profile_links"],
        quotes=quotes,
        page_obj=shown,
        topics=topic_links(Topic.objects.filter(pk__in=snapshot["topics"]), language),
        facts=facts,
        next_change=facts.next_change(*_moments(snapshot["id"], facts), *parts.moments),
    )


def expert_entry(edition: Edition, language: str) -> ExpertEntry:
    snapshot = edition.read()
    now = current_affiliation(snapshot)
    return ExpertEntry(
        name=expert_name(snapshot, language),
        affiliation=_affiliation(now, language) if now else None,
        path=edition.path,
    )


def _affiliation(row: Snapshot, language: str) -> AffiliationLine:
    span = period(row["since"], row["until"])
    return AffiliationLine(
        role=role_of(row, language),
        organisation=row["organisation"],
        period=display(span, language).text if span else "",
    )


def _page_of_quotes(expert: int | None, facts: PageFacts) -> Page[Edition]:
    live = Edition.objects.live(facts.at)
    quotes = _quotes_of(expert, live).of_kind(Quote.kind_name, facts.language)
    quotes = quotes.select_related("revision__content").order_by("-first_published", "pk")
    return Paginator(quotes, PER_PAGE).get_page(facts.page_asked)


def _moments(expert: int | None, facts: PageFacts) -> Iterator[dt.datetime | None]:
    """When any of their quotes opens, ends or becomes somebody else's, in whatever language."""
    quotes = _quotes_of(expert, Edition.objects.not_past(facts.at))
    opens = Min("live_from", filter=Q(live_from__gt=facts.at))
    yield from quotes.aggregate(opens=opens, ends=Min("live_until")).values()


def _quotes_of(expert: int | None, editions: EditionQuerySet) -> EditionQuerySet:
    """A quote uses its expert; a translation uses its original, that the expert."""
    # 0 for an expert who was never saved: None would find what shows no parts at all.
    originals = editions.filter(kind=Quote.kind_name, uses__part=expert or 0)
    return editions.filter(
        Q(pk__in=originals.values("pk")) | Q(uses__part__in=originals.values("content")),
        kind=Quote.kind_name,
    )
