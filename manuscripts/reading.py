"""What is known while a manuscript is being read: the tree so far, and the line to be read next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.functional import Promise

from .cuts import Cut, words
from .dates import edtf_of, refined
from .grammar import language_of
from .ledger import Ledger, Parsed, Row, placed, unplaced
from .lines import Line
from .places import Place
from .tense import is_planned
from .tree import (
    EventEntry,
    FaqEntry,
    Follow,
    Item,
    Manuscript,
    Paragraph,
    PromoEntry,
    QuoteEntry,
    Section,
    joined,
)

ROOT = Place(())


@dataclass(eq=False)
class Opened:
    """A section, event or question: it takes paragraphs until the next is opened."""

    place: Place
    words: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)

    def add(self, paragraph: Paragraph) -> Place:
        self.items.append(paragraph)
        self.paragraphs.append(paragraph)
        return self.place.then("paragraphs", len(self.paragraphs) - 1)


@dataclass(eq=False)
class Reading:
    lines: list[Line]
    at: int = 0
    rows: list[Row] = field(default_factory=list)
    title: str = ""
    byline: str = ""
    faq_heading: str = ""
    intro: Opened = field(default_factory=lambda: Opened(ROOT.then("intro")))
    sections: list[Opened] = field(default_factory=list)
    timeline: list[Opened] = field(default_factory=list)
    faqs: list[Opened] = field(default_factory=list)
    quotes: list[QuoteEntry] = field(default_factory=list)
    promo: PromoEntry | None = None
    follow: Follow | None = None
    among_questions: bool = False
    questions_are_marked: bool = False

    def __post_init__(self) -> None:
        self.body = self.intro  # the section we are in
        self.open = self.intro  # what takes the next paragraph
        self._shown: set[Item] = set()

    @property
    def line(self) -> Line:
        return self.lines[self.at]

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def has_begun(self) -> bool:
        return bool(self.intro.items or self.sections)

    # Each of these takes the line, and goes on to the next.

    def place(self, segments: Cut, place_of: Callable[[str], Place]) -> None:
        self.take(placed(self.line, segments, place_of))

    def place_paragraph(self, segments: Cut, *, listed: bool = False) -> None:
        """The one named segment of the line is a paragraph of what is open."""
        (text,) = words(segments).values()
        place = self.open.add(Paragraph(text, listed))
        self.place(segments, lambda _name: place)

    def leave_over(self, reason: str | Promise) -> None:
        self.take(unplaced(self.line, reason))

    def take(self, *rows: Row) -> None:
        self.rows += rows
        self.at += len(rows)

    # And these change what the lines to come belong to.

    def begin(self, opened: list[Opened], name: str, segments: Cut) -> None:
        """The line opens a section, an event or a question, as `name` says."""
        self.open = Opened(ROOT.then(name, len(opened)), words(segments))
        opened.append(self.open)
        self.place(segments, self.open.place.then)

    def back_to_the_body(self) -> None:
        self.open = self.body
        self.among_questions = False

    def show(self, item: Item) -> None:
        """The body shows the item here, unless it did before."""
        if item not in self._shown:
            self._shown.add(item)
            self.body.items.append(item)

    def parsed(self, language: str) -> Parsed:
        manuscript = Manuscript(
            title=self.title,
            byline=self.byline,
            language=language or language_of(line.text for line in self.lines),
            intro=_section(self.intro),
            sections=tuple(map(_section, self.sections)),
            timeline=tuple(map(_event, self.timeline)),
            quotes=tuple(self.quotes),
            faq_heading=self.faq_heading,
            faqs=tuple(map(_faq, self.faqs)),
            promo=self.promo,
            follow=self.follow,
        )
        return Parsed(manuscript, Ledger(tuple(self.rows)))


def _section(opened: Opened) -> Section:
    return Section(**opened.words, items=tuple(opened.items))


def _event(opened: Opened) -> EventEntry:
    date_text, headline = opened.words["date_text"], opened.words.get("headline", "")
    text = joined(opened.paragraphs)
    return EventEntry(
        date_text=date_text,
        edtf=refined(edtf_of(date_text), f"{headline} {text}"),
        headline=headline,
        status="planned" if is_planned(headline, text) else "happened",
        paragraphs=tuple(opened.paragraphs),
    )


def _faq(opened: Opened) -> FaqEntry:
    return FaqEntry(opened.words["question"], tuple(opened.paragraphs))
