"""A quote as it stands on any page: words, who said them, how far to trust that they did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise

from newsroom.dates.display import DateText, display
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Part, Parts, facts_of_original
from newsroom.sources.pages import CitationLine

from .interests_shown import InterestLine, interest_lines
from .levels import level_told
from .models import Form
from .provenance import evidence_lines, not_named
from .snapshots import attribution, is_named, project_quote
from .wording import Paragraph, has_brackets, paragraphs


class OriginalWords(NamedTuple):
    """What was said in another language, and in which; `quoted` as for the card."""

    text: str
    language: str
    quoted: bool = True

    @property
    def paragraphs(self) -> list[Paragraph]:
        return paragraphs(self.text, self.language, quoted=self.quoted)


@dataclass(frozen=True)
class QuoteCard:
    """`quoted`: the words stand in quotation marks. Attribution is that of the day.

    Of a speaker who may not be named, `speaker` is the description for readers; the rest is empty.
    `venue_language` is empty where it is the reader's.
    """

    text: str
    text_language: str
    quoted: bool
    speaker: str
    honorific: str
    role: str
    organisation: str
    said_on: DateText | None
    venue: str
    venue_language: str
    level: str
    level_label: str | Promise
    level_explanation: str | Promise
    not_named: str | Promise
    citations: list[CitationLine]
    path: str
    expert_path: str
    original: OriginalWords | None
    translator: str
    translation_is_ours: bool
    is_public: bool
    interests: list[InterestLine]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return paragraphs(self.text, self.text_language, quoted=self.quoted)

    @property
    def has_brackets(self) -> bool:
        return has_brackets(self.text)


@dataclass(frozen=True)
class WithdrawnNotice:
    """What is left where a withdrawn quote stood: neither its words nor its speaker."""

    withdrawn_on: dt.datetime | None
    reason: str


def quote_card(part: Part, parts: Parts, facts: PageFacts) -> QuoteCard:
    """The card of a quote that is public or in preview, not of a withdrawn one."""
    return card_of(part.snapshot, part.path, parts, facts.language, is_public=part.is_public)


def withdrawn_notice(part: Part) -> WithdrawnNotice | None:
    """The notice of a part that was withdrawn; None of any other."""
    gone = part.withdrawal
    return WithdrawnNotice(withdrawn_on=gone.at, reason=gone.reason) if gone else None


def card_of(
    snapshot: Snapshot, path: str, parts: Parts, language: str, *, is_public: bool = True
) -> QuoteCard:
    """The card of a quote in hand. A translation takes the facts from its original."""
    facts = facts_of_original(snapshot, parts)
    expert = parts.get(facts["expert"]) if is_named(snapshot, facts) else None
    original = _original_words(snapshot, facts)
    level, label, explanation = level_told(snapshot, facts, is_translation=bool(original))
    return QuoteCard(
        text=snapshot["text"],
        text_language=snapshot["language"],
        quoted=facts["form"] != Form.PARAPHRASE,
        **attribution(snapshot, facts),
        said_on=display(facts["said_on"], language) if facts["said_on"] else None,
        venue=facts["venue"],
        venue_language=facts["language"] if facts["language"] != language else "",
        level=level,
        level_label=label,
        level_explanation=explanation,
        not_named=not_named(snapshot, facts),
        citations=_citations(facts["evidence"], language),
        path=path,
        expert_path=expert.path if expert and not expert.withdrawal else "",
        original=original,
        translator=snapshot["translator"],
        translation_is_ours=snapshot["translation_is_ours"],
        is_public=is_public,
        interests=interest_lines(expert.snapshot, language, facts["said_on"]) if expert else [],
    )


def cards_of(editions: Sequence[Edition], parts: Parts, language: str) -> list[QuoteCard]:
    """The cards of many live quotes; queries do not grow with their number."""
    quotes = [(edition.read(), edition.path) for edition in editions]
    parts.load({used for snapshot, _path in quotes for used in project_quote(snapshot).uses})
    return [card_of(snapshot, path, parts, language) for snapshot, path in quotes]


def _original_words(snapshot: Snapshot, facts: Snapshot) -> OriginalWords | None:
    """The words first said: in a language of their own, or those of the original quote."""
    if facts["original_words"] and facts["words_language"]:
        words = OriginalWords(facts["original_words"], facts["words_language"])
    else:
        is_quoted = facts["form"] != Form.PARAPHRASE
        words = OriginalWords(facts["text"], facts["language"], is_quoted)
    return words if words.text != snapshot["text"] else None


def _citations(evidence: list[Snapshot], language: str) -> list[CitationLine]:
    lines = evidence_lines(evidence, language)
    return [line.source or CitationLine(title=str(line.kind)) for line in lines]
