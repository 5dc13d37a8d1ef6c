"""The page of a quote, and what quotes offer to the pages of others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext

from newsroom.publishing.cards import (
    Card,
    TopicLink,
    edition_card,
    moments_of,
    topic_links,
    users_of,
)
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Parts
from newsroom.publishing.topics import Topic

from .cards import (
    OriginalWords,
    QuoteCard,
    WithdrawnNotice,
    card_of,
    quote_card,
    withdrawn_notice,
)
from .provenance import Provenance, provenance

__all__ = [
    "OriginalWords",
    "QuoteCard",
    "QuotePage",
    "WithdrawnNotice",
    "quote_card",
    "quote_page",
    "withdrawn_notice",
]


@dataclass(frozen=True)
class QuotePage:
    """One quote, where it comes from and where it is used."""

    title: str
    quote: QuoteCard
    provenance: Provenance
    topics: tuple[TopicLink, ...]
    used_in: list[Card]
    facts: PageFacts
    next_change: dt.datetime | None

    @property
    def quotes(self) -> list[QuoteCard]:
        return [self.quote]


def quote_page(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> QuotePage:
    users = users_of(snapshot["id"], facts)
    card = card_of(snapshot, facts.path, parts, facts.language)
    return QuotePage(
        title=_title(card),
        quote=card,
        provenance=provenance(snapshot, parts, facts),
        topics=topic_links(Topic.objects.filter(pk__in=snapshot["topics"]), facts.language),
        used_in=[edition_card(edition) for edition in users if edition.is_live(facts.at)],
        facts=facts,
        next_change=facts.next_change(*parts.moments, *moments_of(users)),
    )


def _title(card: QuoteCard) -> str:
    if not card.speaker:
        return gettext("A quotation")
    if not card.quoted:
        return gettext("%(speaker)s, paraphrased") % {"speaker": card.speaker}
    return gettext("A quotation by %(speaker)s") % {"speaker": card.speaker}
