"""An article taken apart into lines: as an author would write each, and as it says it outright."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import Truncator, slugify
from django.utils.translation import gettext as _

from articles.blocks import ANCHOR_LENGTH
from manuscripts import labels
from manuscripts.grammar import FAQ_HEADINGS
from manuscripts.lines import normalised
from manuscripts.reading import date_told
from manuscripts.tense import is_planned
from manuscripts.tree import Paragraph, joined
from newsroom.publishing.ageing import HALF_A_YEAR
from quotes.evidence import EvidenceKind
from quotes.models import Form, Level, Record

from .natural import Natural, natural_promo, natural_quote
from .paragraphs import paragraphs_of
from .told import Told

# What a manuscript's quote is until its draft says otherwise.
_OF_A_QUOTE = {
    "form": Form.DIRECT.value,
    "record": Record.ON_THE_RECORD.value,
    "level": Level.AS_REPORTED.value,
    "translation_is_ours": False,
}


@dataclass(frozen=True)
class Unit:
    """`blank` lines stand above. Without a natural way of writing it there is the outright one."""

    sure: tuple[str, ...]
    natural: tuple[Natural, ...] = ()
    blank: int = 0


@dataclass
class Units:
    """Counts as the reader will, so that each unit knows its place in the tree."""

    told: Told
    made: list[Unit] = field(default_factory=list)
    left_out: dict[str, None] = field(default_factory=dict)
    section: str = "intro"
    sections: int = 0
    paragraphs: int = 0
    quotes: int = 0
    shown: set[str] = field(default_factory=set)
    made_body: bool = False

    def write(self) -> list[Unit]:
        self._head()
        before = ""
        for block in self.told["blocks"]:
            match block["type"]:
                case "section":
                    self._section(block, before)
                case "quote":
                    self._quote(block["quote"])
                case "timeline":
                    self._once("timeline", self._timeline)
                case "questions":
                    self._once("questions", self._questions)
                case "promo":
                    self._once("promo", lambda block=block: self._promo(block["promo"]))
                case _:
                    self._leave_out(_("pictures"))
            before = block["type"]
        self._unshown()
        self._sources()
        return self.made

    def _add(self, sure: Iterable[str], *natural: Natural, blank: int = 1) -> None:
        self.made.append(Unit(tuple(sure), natural, blank))

    def _leave_out(self, what: str) -> None:
        self.left_out[what] = None

    def _plain(self, text: str) -> str:
        """The text as a line can hold it."""
        said = normalised(text)
        if said != text:
            self._leave_out(_("line ends and spaces within plain texts"))
        return said

    def _label(self, label: str, text: str = "") -> str:
        return labels.write(label, self._plain(text))

    # The article

    def _head(self) -> None:
        told = self.told
        title = self._plain(told["title"])
        self._add([labels.write(labels.TITLE, title)], (title, {"title": title}), blank=0)
        names = [self._plain(author["title"]) for author in told["authors"]]
        if names:
            byline = f"By {names[0]}"
            self._add([labels.write("Author", names[0])], (byline, {"byline": names[0]}))
        facts = [labels.write("Author", name) for name in names[1:]]
        facts += self._facts("article", told, {"review_every": HALF_A_YEAR})
        if facts:
            self._add(facts)
        if told["is_a_translation"]:
            self._leave_out(_("that it is a translation, and of what"))
        if told["lead_image"]:
            self._leave_out(_("pictures"))

    def _facts(self, part: str, told: Told, usual: Mapping[str, Any]) -> list[str]:
        """What differs from how a manuscript's part is made."""
        lines = []
        for name, label in labels.FACTS[part].items():
            value = told.get(name)
            value = "" if value is None else str(value)
            expected = usual.get(name, "")
            if (
                name in told
                and name != "language"
                and value != str("" if expected is None else expected)
            ):
                lines.append(self._label(label, value))
        return lines + [self._label("Topic", topic) for topic in told.get("topics", ())]

    def _rows(self, rows: Iterable[Told], known: Mapping[str, str]) -> list[str]:
        return [
            self._label(label, str(row[name]))
            for row in rows
            for name, label in known.items()
            if row.get(name)
        ]

    def _cited(self, told: Told) -> list[str]:
        return self._rows(told["citations"], labels.SOURCE)

    def _sources(self) -> None:
        if rows := self._cited(self.told):
            self._add([labels.write(labels.SOURCES), *rows], blank=2)

    def _once(self, name: str, write: Any) -> None:
        """A manuscript holds one timeline, one list of questions, one promo."""
        if name in self.shown:
            self._leave_out(_("all but the first timeline, list of questions and promo"))
            return
        self.shown.add(name)
        write()

    def _unshown(self) -> None:
        for name, rows in (("timeline", "events"), ("questions", "questions")):
            if self.told[rows] and name not in self.shown:
                self._leave_out(_("events and questions that stand nowhere in the body"))

    # Its body

    def _section(self, block: Told, before: str) -> None:
        heading, subheading = self._plain(block["heading"]), self._plain(block["subheading"])
        found = paragraphs_of(block["text"])
        if not found.is_all:
            self._leave_out(_("formats within texts, and notes"))
        if block["anchor"] != _usual_anchor(heading):
            self._leave_out(_("anchors of sections"))
        goes_on = before in ("quote", "timeline", "questions", "promo") or not self.made_body
        if heading or subheading or not (goes_on and found.items):
            self._heading(heading, subheading)
        elif before not in ("", "quote"):
            self._add([labels.write(labels.TEXT)])
        for paragraph in found.items:
            self._paragraph(paragraph, f"{self.section}.paragraphs[{self.paragraphs}]")
            self.paragraphs += 1
        self.made_body = True

    def _heading(self, heading: str, subheading: str) -> None:
        self.section, self.paragraphs = f"sections[{self.sections}]", 0
        self.sections += 1
        sure = [labels.write(labels.SECTION, heading)]
        expected = {f"{self.section}.heading": heading}
        if subheading:
            sure.append(labels.write("Subheading", subheading))
            expected[f"{self.section}.subheading"] = subheading
        line = f"{heading}: {subheading}" if subheading else heading
        self._add(sure, *([(line, expected)] if heading else []), blank=2)

    def _paragraph(
        self, paragraph: Paragraph, place: str, before: str = "", blank: int = 1
    ) -> None:
        text, listed = paragraph.text, paragraph.listed
        mark = labels.ITEM_MARK if listed else before
        self._add(
            [labels.write_text(text, listed=listed)], (mark + text, {place: text}), blank=blank
        )

    def _quote(self, told: Told) -> None:
        self.made_body = True
        place = f"quotes[{self.quotes}]"
        self.quotes += 1
        text = self._plain(told["text"])
        said = {name: self._plain(told[name]) for name in labels.WORDS["quote"] if told[name]}
        sure = [labels.write(labels.QUOTE, text)]
        sure += [labels.write(labels.WORDS["quote"][name], value) for name, value in said.items()]
        natural = natural_quote(text, said, place)
        self._add(sure, *([natural] if natural else []))
        facts = self._facts("quote", told, _OF_A_QUOTE)
        for row in told["evidence"]:
            facts += self._evidence(row)
        if facts:
            self._add(facts, blank=0)

    def _evidence(self, row: Told) -> list[str]:
        if row.get("file"):
            self._leave_out(_("files that prove quotes"))
        about = {
            **(row["shown"] or {}),
            **{name: it for name, it in row.items() if name != "shown"},
        }
        if about["kind"] == EvidenceKind.PUBLICATION:
            about["kind"] = ""
        opening = [] if row["shown"] else [labels.write("Source")]
        return opening + self._rows([about], labels.EVIDENCE)

    def _timeline(self) -> None:
        self.made_body = True
        if not self.told["events"]:
            self._add([labels.write(labels.TIMELINE)])
        for number, told in enumerate(self.told["events"]):
            self._event(told, f"timeline[{number}]")

    def _event(self, told: Told, place: str) -> None:
        written, headline = self._plain(told["date_text"]), self._plain(told["title"])
        found = paragraphs_of(told["text"])
        if not found.is_all:
            self._leave_out(_("formats within texts, and notes"))
        if told["status_changes"]:
            self._leave_out(_("when events came to their status"))
        sure = [labels.write(labels.EVENT, headline)]
        natural: list[Natural] = []
        if written:
            sure.append(labels.write("As written", written))
            expected = {f"{place}.date_text": written, f"{place}.headline": headline}
            natural = [(f"{written}: {headline}", expected)]
        self._add(sure, *natural)
        text = joined(found.items)
        usual = {
            "date": date_told(written, headline, text),
            "status": "planned" if is_planned(headline, text) else "happened",
        }
        if facts := self._facts("event", told, usual) + self._cited(told):
            self._add(facts, blank=0)
        for number, paragraph in enumerate(found.items):
            self._paragraph(paragraph, f"{place}.paragraphs[{number}]")

    def _questions(self) -> None:
        self.made_body = True
        heading = FAQ_HEADINGS.get(self.told["language"], FAQ_HEADINGS["en"])
        self._add(
            [labels.write(labels.QUESTIONS)], (f"{heading}:", {"faq_heading": heading}), blank=2
        )
        for number, told in enumerate(self.told["questions"]):
            self._question(told, number)

    def _question(self, told: Told, number: int) -> None:
        question, place = self._plain(told["title"]), f"faqs[{number}]"
        line = f"Q{number + 1}: {question}"
        expected = {f"{place}.question": question}
        self._add([labels.write(labels.QUESTION, question)], (line, expected))
        facts = self._facts("question", told, {"review_every": HALF_A_YEAR})
        if facts := facts + self._cited(told):
            self._add(facts, blank=0)
        found = paragraphs_of(told["answer"])
        if not found.is_all:
            self._leave_out(_("formats within texts, and notes"))
        for count, paragraph in enumerate(found.items):
            before = "" if count else f"A{number + 1}: "
            at = f"{place}.paragraphs[{count}]"
            self._paragraph(paragraph, at, before, blank=1 if count or facts else 0)

    def _promo(self, told: Told) -> None:
        self.made_body = True
        pitch = [normalised(text) for text in told["pitch"].split("\n\n")]
        pitch = [text for text in pitch if text]
        if "\n\n".join(pitch) != told["pitch"]:
            self._leave_out(_("line ends and spaces within plain texts"))
        said = {name: self._plain(told[name]) for name in ("heading", *labels.WORDS["promo"])}
        courses = told["courses"]
        natural: list[Natural] = []
        if said["heading"] and not any(row["level"] or row["url"] for row in courses):
            items = [self._plain(row["title"]) for row in courses]
            natural = list(natural_promo(said, pitch, items))
        sure = [labels.write(labels.PROMO, said["heading"])]
        sure += [labels.write_text(text, listed=False) for text in pitch]
        sure += self._rows(courses, labels.COURSE)
        sure += [
            labels.write(label, said[name])
            for name, label in labels.WORDS["promo"].items()
            if said[name]
        ]
        self._add(sure, *natural)
        usual = {"title": Truncator(said["heading"]).chars(200)}
        if facts := self._facts("promo", told, usual):
            self._add(facts, blank=0)


def _usual_anchor(heading: str) -> str:
    words = slugify(heading, allow_unicode=True)[:ANCHOR_LENGTH]
    return (words or "section") if heading else ""
