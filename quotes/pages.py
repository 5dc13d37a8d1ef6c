"""The pages of quotes and experts, and what quotes offer to the pages of others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext

from newsroom.dates.display import display
from newsroom.publishing.cards import (
    Card,
    TopicLink,
    edition_card,
    moments_of,
    topic_links,
    users_of,
)
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Parts
from newsroom.publishing.topics import Topic

from .cards import (
    OriginalWords,
    QuoteCard,
    WithdrawnNotice,
    card_of,
    cards_of,
    quote_card,
    withdrawn_notice,
)
from .interests_shown import InterestLine, interest_lines
from .models import Quote
from .periods import period

__all__ = [
    "AffiliationLine",
    "ExpertPage",
    "OriginalWords",
    "OtherName",
    "QuoteCard",
    "QuotePage",
    "WithdrawnNotice",
    "expert_name",
    "expert_page",
    "quote_card",
    "quote_page",
    "role_of",
    "withdrawn_notice",
]


@dataclass(frozen=True)
class QuotePage:
    """One quote, where it comes from and where it is used."""

    title: str
    quote: QuoteCard
    topics: tuple[TopicLink, ...]
    used_in: list[Card]
    facts: PageFacts
    next_change: dt.datetime | None


class OtherName(NamedTuple):
    """The name in another script. `language` is empty for the Latin one."""

    text: str
    language: str


@dataclass(frozen=True)
class AffiliationLine:
    """What an expert is or was. `period` is empty where nothing is known of it."""

    role: str
    organisation: str
    period: str


@dataclass(frozen=True)
class ExpertPage:
    """An expert with all their quotes that are public in the reader's language."""

    title: str
    honorific: str
    other_names: list[OtherName]
    reading: str
    affiliations: list[AffiliationLine]
    interests: list[InterestLine]
    bio: str
    public_note: str
    links: list[Snapshot]
    quotes: list[QuoteCard]
    topics: tuple[TopicLink, ...]
    facts: PageFacts
    next_change: dt.datetime | None


def quote_page(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> QuotePage:
    users = users_of(snapshot["id"], facts)
    card = card_of(snapshot, facts.path, parts, facts.language)
    by = gettext("A quotation by %(speaker)s") % {"speaker": card.speaker}
    return QuotePage(
        title=by if card.speaker else gettext("A quotation"),
        quote=card,
        topics=_topics(snapshot, facts),
        used_in=[edition_card(edition) for edition in users if edition.is_live(facts.at)],
        facts=facts,
        next_change=facts.next_change(*parts.moments, *moments_of(users)),
    )


def expert_page(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> ExpertPage:
    language = facts.language
    quotes = list(_quotes_of(snapshot, facts))
    live = [edition for edition in quotes if edition.is_live(facts.at)]
    return ExpertPage(
        title=expert_name(snapshot, language),
        honorific=snapshot["honorific"],
        other_names=list(_other_names(snapshot, language)),
        reading=snapshot["reading"],
        affiliations=[_affiliation(row, language) for row in snapshot["affiliations"]],
        interests=interest_lines(snapshot, language),
        bio=snapshot[f"bio_{language}"],
        public_note=snapshot["public_note"],
        links=snapshot["profile_links"],
        quotes=[card for card in cards_of(live, parts, language) if card.expert_path == facts.path],
        topics=_topics(snapshot, facts),
        facts=facts,
        next_change=facts.next_change(*parts.moments, *moments_of(quotes)),
    )


def expert_name(snapshot: Snapshot, language: str) -> str:
    """The name in the script that readers of the language expect, else in Latin script."""
    return _names(snapshot).get(language) or str(snapshot["title"])


def _names(snapshot: Snapshot) -> dict[str, str]:
    return {"": snapshot["title"], "ja": snapshot["name_kanji"], "ko": snapshot["name_hangul"]}


def _other_names(snapshot: Snapshot, language: str) -> Iterator[OtherName]:
    shown = expert_name(snapshot, language)
    for code, name in _names(snapshot).items():
        if name and name != shown:
            yield OtherName(name, code)


def role_of(row: Snapshot, language: str) -> str:
    """The role in the reader's language, else in the one that it was written in."""
    roles = (row[f"role_{code}"] for code in (language, "en", "ja", "ko"))
    return next(filter(None, roles), "")


def _affiliation(row: Snapshot, language: str) -> AffiliationLine:
    span = period(row["since"], row["until"])
    return AffiliationLine(
        role=role_of(row, language),
        organisation=row["organisation"],
        period=display(span, language).text if span else "",
    )


def _quotes_of(snapshot: Snapshot, facts: PageFacts) -> EditionQuerySet:
    """The expert's quotes, live or to come: a translation uses its original, that the expert."""
    editions = Edition.objects.not_past(facts.at)
    # 0 for an expert who was never saved: None would find what shows no parts at all.
    originals = editions.filter(kind=Quote.kind_name, uses__part=snapshot["id"] or 0)
    quotes = editions.of_kind(Quote.kind_name, facts.language)
    quotes = quotes.filter(Q(pk__in=originals) | Q(uses__part__in=originals.values("content")))
    return quotes.select_related("revision__content").order_by("-first_published", "pk")


def _topics(snapshot: Snapshot, facts: PageFacts) -> tuple[TopicLink, ...]:
    return topic_links(Topic.objects.filter(pk__in=snapshot["topics"]), facts.language)
