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
from .reasons import SAYS_WHERE
from .tense import is_planned
from .tree import (
    EventEntry,
    Fact,
    FaqEntry,
    Follow,
    Item,
    Manuscript,
    Paragraph,
    PromoEntry,
    QuoteEntry,
    QuoteHere,
    Section,
    joined,
    told_of_it,
)

ROOT = Place(())


@dataclass(eq=False)
class Opened:
    """A part that takes paragraphs, or labelled lines, until the next is opened."""

    place: Place
    kind: str = "section"
    words: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)  # items of a promo
    facts: list[Fact] = field(default_factory=list)

    def add(self, paragraph: Paragraph) -> Place:
        self.items.append(paragraph)
        self.paragraphs.append(paragraph)
        return self.place.then("paragraphs", len(self.paragraphs) - 1)

    def note(self, name: str, value: str, rows: str = "", *, begins: bool = False) -> Place:
        """What is told of the part itself, or of the newest of its rows of one sort."""
        counted = len({fact.row for fact in self.facts if fact.rows == rows})
        row = (counted if begins else max(counted - 1, 0)) if rows else 0
        self.facts.append(Fact(name, value, rows, row))
        return self.place.then("facts", len(self.facts) - 1, "value")


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
    quotes: list[Opened] = field(default_factory=list)
    promo: Opened | None = None
    follow: Follow | None = None
    among_questions: bool = False
    questions_are_marked: bool = False

    def __post_init__(self) -> None:
        self.body = self.intro  # the section we are in
        self.open = self.intro  # what takes the next paragraph
        self.article = Opened(ROOT, "article")
        self.noted: Opened | None = self.article  # what takes the next labelled line
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
        """A line that only opens something, and says no words of it, has no place."""
        if words(segments):
            self.take(placed(self.line, segments, place_of))
        else:
            self.leave_over(SAYS_WHERE)

    def place_paragraph(self, segments: Cut, *, listed: bool = False) -> None:
        """The one named segment of the line is a paragraph of what is open."""
        (text,) = words(segments).values()
        place = self.open.add(Paragraph(text, listed))
        if self.open is self.body:
            self.noted = None
        self.place(segments, lambda _name: place)

    def leave_over(self, reason: str | Promise) -> None:
        self.take(unplaced(self.line, reason))

    def take(self, *rows: Row) -> None:
        self.rows += rows
        self.at += len(rows)

    # And these change what the lines to come belong to.

    def begin(self, opened: list[Opened], name: str, segments: Cut) -> None:
        """The line opens a section, an event or a question, as `name` says."""
        place = ROOT.then(name, len(opened))
        self.open = self.noted = Opened(place, _KINDS[name], words(segments))
        opened.append(self.open)
        self.place(segments, self.open.place.then)

    def begin_section(self, segments: Cut) -> None:
        self.begin(self.sections, "sections", segments)
        self.body = self.open
        self.among_questions = False

    def begin_quote(self, segments: Cut, told: dict[str, str]) -> None:
        """A quote stands in the body and takes no paragraphs."""
        self.back_to_the_body()
        self.body.items.append(QuoteHere(len(self.quotes)))
        self.noted = Opened(ROOT.then("quotes", len(self.quotes)), "quote", told)
        self.quotes.append(self.noted)
        self.place(segments, self.noted.place.then)

    def back_to_the_body(self) -> None:
        self.open = self.body
        self.noted = None
        self.among_questions = False

    def show(self, item: Item) -> None:
        """The body shows the item here, unless it did before."""
        if item not in self._shown:
            self._shown.add(item)
            self.body.items.append(item)

    def _told_language(self) -> str:
        told = told_of_it(self.article.facts).get("language", "")
        return told or language_of(line.text for line in self.lines)

    def parsed(self, language: str) -> Parsed:
        manuscript = Manuscript(
            title=self.title,
            byline=self.byline,
            language=language or self._told_language(),
            intro=_section(self.intro),
            sections=tuple(map(_section, self.sections)),
            timeline=tuple(map(_event, self.timeline)),
            quotes=tuple(map(_quote, self.quotes)),
            faq_heading=self.faq_heading,
            faqs=tuple(map(_faq, self.faqs)),
            promo=_promo(self.promo) if self.promo else None,
            follow=self.follow,
            facts=tuple(self.article.facts),
        )
        return Parsed(manuscript, Ledger(tuple(self.rows)))


_KINDS = {"sections": "section", "timeline": "event", "faqs": "question"}


def _section(opened: Opened) -> Section:
    return Section(**opened.words, items=tuple(opened.items))


def _event(opened: Opened) -> EventEntry:
    date_text, headline = opened.words.get("date_text", ""), opened.words.get("headline", "")
    text = joined(opened.paragraphs)
    return EventEntry(
        date_text=date_text,
        edtf=date_told(date_text, headline, text),
        headline=headline,
        status="planned" if is_planned(headline, text) else "happened",
        paragraphs=tuple(opened.paragraphs),
        facts=tuple(opened.facts),
    )


def date_told(date_text: str, headline: str, text: str) -> str:
    """The date of an event in EDTF, as far as its words tell it."""
    edtf = edtf_of(date_text)
    return refined(edtf, f"{headline} {text}") if edtf else ""


def _quote(opened: Opened) -> QuoteEntry:
    told = {"text": "", "speaker": "", **opened.words}
    return QuoteEntry(**told, facts=tuple(opened.facts))


def _faq(opened: Opened) -> FaqEntry:
    told = {"question": "", **opened.words}
    return FaqEntry(**told, paragraphs=tuple(opened.paragraphs), facts=tuple(opened.facts))


def _promo(opened: Opened) -> PromoEntry:
    told = {"heading": "", **opened.words}
    return PromoEntry(
        **told,
        paragraphs=tuple(opened.paragraphs),
        items=tuple(opened.listed),
        facts=tuple(opened.facts),
    )
