"""What a manuscript becomes, each text with the line of the source that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import get_language

from manuscripts import labels, tree
from manuscripts.ledger import Parsed, Row
from manuscripts.places import Place
from newsroom.dates.display import display
from newsroom.dates.edtf import EdtfError
from timeline.status import EventStatus


@dataclass(frozen=True)
class Words:
    text: str
    line: int
    listed: bool = False  # an item of a list


@dataclass(frozen=True)
class ParagraphBlock:
    template: ClassVar = "admin/manuscripts/becomes/paragraph.html"
    paragraph: Words


@dataclass(frozen=True)
class QuoteBlock:
    template: ClassVar = "admin/manuscripts/becomes/quote.html"
    words: Words
    entry: tree.QuoteEntry
    notes: list[Words]


@dataclass(frozen=True)
class EventDraft:
    """`date` is as it was understood, `written` as the source has it, `notes` what was labelled.

    Without a headline of its own, an event is called by its date.
    """

    headline: Words
    date: str
    written: str
    status: str | Promise
    notes: list[Words]
    paragraphs: list[Words]


@dataclass(frozen=True)
class TimelineBlock:
    template: ClassVar = "admin/manuscripts/becomes/timeline.html"
    events: list[EventDraft]


@dataclass(frozen=True)
class QuestionDraft:
    question: Words
    notes: list[Words]
    answer: list[Words]


@dataclass(frozen=True)
class QuestionsBlock:
    template: ClassVar = "admin/manuscripts/becomes/questions.html"
    heading: Words | None
    questions: list[QuestionDraft]


@dataclass(frozen=True)
class PromoBlock:
    """`rest` is what stands below the heading, in order."""

    template: ClassVar = "admin/manuscripts/becomes/promo.html"
    heading: Words | None
    rest: list[Words]
    address: str


Block = ParagraphBlock | QuoteBlock | TimelineBlock | QuestionsBlock | PromoBlock


@dataclass(frozen=True)
class SectionDraft:
    """The introduction has no heading, nor has what a label opens without one."""

    heading: Words | None
    notes: list[Words]
    blocks: list[Block]


@dataclass(frozen=True)
class Outcome:
    """`follow` is None where the follow line is left over, too."""

    language: str
    title: Words | None
    byline: Words | None
    notes: list[Words]
    sections: list[SectionDraft]
    follow: Words | None


def outcome_of(parsed: Parsed) -> Outcome:
    told = _Told(parsed)
    return Outcome(
        language=parsed.manuscript.language,
        title=told.words("title"),
        byline=told.words("byline"),
        notes=told.notes("facts"),
        sections=list(told.sections()),
        follow=told.words("follow", "text"),
    )


class _Told:
    """The parts of a manuscript, told with their lines."""

    def __init__(self, parsed: Parsed) -> None:
        self.source, self.rows = parsed.manuscript, parsed.ledger.rows
        self.lines = {place: row.line.number for row in self.rows for place in row.places}

    def words(self, *steps: str | int) -> Words | None:
        place = Place(steps)
        line = self.lines.get(place)
        return Words(place.text_in(self.source), line) if line else None

    def notes(self, *home: str | int) -> list[Words]:
        """What labelled lines add to the part at `home`."""
        return [
            Words(row.line.text[1:-1], row.line.number)
            for row in self.rows
            if row.places and row.places[0].steps[: len(home)] == home and _adds(row)
        ]

    def sections(self) -> Iterator[SectionDraft]:
        if self.source.intro.items:
            yield self._section(self.source.intro, "intro")
        for number, section in enumerate(self.source.sections):
            yield self._section(section, "sections", number)

    def _section(self, section: tree.Section, *home: str | int) -> SectionDraft:
        paragraphs = iter(self._paragraphs(section.paragraphs, *home))
        blocks = [
            ParagraphBlock(next(paragraphs))
            if isinstance(item, tree.Paragraph)
            else self._part(item)
            for item in section.items
        ]
        heading = Words(section.full_heading, self._line(*home)) if section.heading else None
        return SectionDraft(heading, self.notes(*home), blocks)

    def _paragraphs(self, of: Sequence[tree.Paragraph], *home: str | int) -> list[Words]:
        return [
            Words(paragraph.text, self._line(*home, "paragraphs", number), paragraph.listed)
            for number, paragraph in enumerate(of)
        ]

    def _line(self, *steps: str | int) -> int:
        """The first line of what stands there; 0 where a label opened it without a word."""
        found = (line for place, line in self.lines.items() if place.steps[: len(steps)] == steps)
        return min(found, default=0)

    def _part(self, item: tree.Item) -> Block:
        match item:
            case tree.QuoteHere(number):
                entry = self.source.quotes[number]
                words = Words(entry.text, self._line("quotes", number, "text"))
                return QuoteBlock(words, entry, self.notes("quotes", number))
            case tree.TimelineHere():
                return TimelineBlock(list(self._events()))
            case tree.QuestionsHere():
                return QuestionsBlock(self.words("faq_heading"), list(self._questions()))
            case _:
                return self._promo()

    def _events(self) -> Iterator[EventDraft]:
        for number, entry in enumerate(self.source.timeline):
            home = "timeline", number
            title = entry.headline or entry.date_text
            said = tree.told_of_it(entry.facts)
            yield EventDraft(
                headline=Words(title, self._line(*home)),
                date=_date(said.get("date", entry.edtf)),
                written=entry.date_text,
                status=_status(said.get("status", entry.status)),
                notes=self.notes(*home),
                paragraphs=self._paragraphs(entry.paragraphs, *home),
            )

    def _questions(self) -> Iterator[QuestionDraft]:
        for number, entry in enumerate(self.source.faqs):
            home = "faqs", number
            question = Words(entry.question, self._line(*home, "question"))
            paragraphs = self._paragraphs(entry.paragraphs, *home)
            yield QuestionDraft(question, self.notes(*home), paragraphs)

    def _promo(self) -> PromoBlock:
        rows = [row for row in self.rows if row.places and row.places[0].steps[0] == "promo"]
        heading = self.words("promo", "heading")
        rest = [self._first_words(row) for row in rows]
        address = self.source.promo.cta_url if self.source.promo else ""
        return PromoBlock(heading, [words for words in rest if words != heading], address)

    def _first_words(self, row: Row) -> Words:
        """A line that leads on has words, an address, or both."""
        place = row.places[0]
        if labels.labelled(row.line.text) and place.steps[-1] != "heading":
            return Words(row.line.text[1:-1], row.line.number)
        return Words(place.text_in(self.source), row.line.number, "items" in place.steps)


def _adds(row: Row) -> bool:
    """Whether a label says what the line is, and does not open the part by it."""
    found = labels.labelled(row.line.text)
    return found is not None and found[0] not in labels.OPENING


def _date(edtf: str) -> str:
    """In words; as it was written where that is no date."""
    try:
        return display(edtf, get_language() or "en").text if edtf else ""
    except EdtfError:
        return edtf


def _status(said: str) -> str | Promise:
    return EventStatus(said).label if said in EventStatus.values else said
