"""What a manuscript says, as a tree of plain values; nothing here knows of a database.

Texts are plain text, normalised as `lines.normalised` says. What the source does not give is an
empty string or an empty tuple.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Paragraph:
    text: str
    listed: bool = False  # an item of a list, its mark taken off

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class QuoteHere:
    """Where a quote stands in the body; `index` counts `Manuscript.quotes` from 0."""

    index: int


@dataclass(frozen=True)
class TimelineHere:
    """Where the article's events stand; at most once in a manuscript."""


@dataclass(frozen=True)
class QuestionsHere:
    """Where the article's questions stand; at most once in a manuscript."""


@dataclass(frozen=True)
class PromoHere:
    """Where the promo stands; at most once in a manuscript."""


Item = Paragraph | QuoteHere | TimelineHere | QuestionsHere | PromoHere


@dataclass(frozen=True)
class Fact:
    """What a labelled line adds to a part: `name` is a field of its draft.

    In one of several rows of a part, `rows` says what they are ("source"), `row` counts from 0.
    """

    name: str
    value: str
    rows: str = ""
    row: int = 0


Facts = tuple[Fact, ...]


def told_of_it(facts: Iterable[Fact]) -> dict[str, str]:
    """What is told of a part itself, by name; the last word counts."""
    return {fact.name: fact.value for fact in facts if not fact.rows}


def each(facts: Facts, name: str) -> list[str]:
    """What may be told of a part several times."""
    return [fact.value for fact in facts if fact.name == name and not fact.rows]


def rows_told(facts: Facts, rows: str) -> list[dict[str, str]]:
    """The rows of one sort, each as what is told of it by name."""
    found: dict[int, dict[str, str]] = {}
    for fact in facts:
        if fact.rows == rows:
            found.setdefault(fact.row, {})[fact.name] = fact.value
    return list(found.values())


@dataclass(frozen=True)
class Section:
    """A part of the body. The introduction is one without a heading."""

    heading: str = ""
    subheading: str = ""  # what follows the colon in "Trade: Shared Markets"
    items: tuple[Item, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(item for item in self.items if isinstance(item, Paragraph))

    @property
    def full_heading(self) -> str:
        return f"{self.heading}: {self.subheading}" if self.subheading else self.heading


@dataclass(frozen=True)
class EventEntry:
    date_text: str  # as the source writes it
    edtf: str
    headline: str  # empty where the line holds a date alone
    status: Literal["planned", "happened"]
    paragraphs: tuple[Paragraph, ...] = ()
    facts: Facts = ()


@dataclass(frozen=True)
class QuoteEntry:
    """Words that someone is said to have spoken, without their quotation marks."""

    text: str
    speaker: str
    honorific: str = ""
    role: str = ""  # an office that serves as honorific ("Professor") is the role of last resort
    organisation: str = ""
    facts: Facts = ()


@dataclass(frozen=True)
class FaqEntry:
    question: str
    paragraphs: tuple[Paragraph, ...] = ()  # the answer
    facts: Facts = ()


@dataclass(frozen=True)
class PromoEntry:
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()  # the pitch
    items: tuple[str, ...] = ()
    urging: str = ""
    cta_label: str = ""
    cta_url: str = ""
    facts: Facts = ()


@dataclass(frozen=True)
class Follow:
    text: str  # the whole line
    name: str = ""
    url: str = ""


@dataclass(frozen=True)
class Manuscript:
    title: str
    byline: str
    language: str  # BCP 47
    intro: Section
    sections: tuple[Section, ...]
    timeline: tuple[EventEntry, ...]
    quotes: tuple[QuoteEntry, ...]
    faq_heading: str
    faqs: tuple[FaqEntry, ...]
    promo: PromoEntry | None
    follow: Follow | None
    facts: Facts = ()  # of the article


def joined(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as one plain text, a blank line between them."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def names_of(manuscript: Manuscript) -> list[str]:
    """Who wrote it, each once: the byline first, then those whom labelled lines name."""
    return list(dict.fromkeys(filter(None, (manuscript.byline, *each(manuscript.facts, "author")))))
