"""The words of one paragraph, heading or list item, with their marks."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, takewhile
from operator import attrgetter
from typing import NamedTuple
from unicodedata import normalize

from .allowed import MARKS, NOTE
from .characters import wanted_only

BREAK = "\n"  # a line end in the source is a space, so it is free to mean this
_NOTED = "\x1a"  # what a note's element holds until it is written; never in a text

Attributes = tuple[tuple[str, str], ...]
Mark = tuple[str, Attributes]


class Run(NamedTuple):
    """Words and breaks that bear the same marks, outermost first."""

    text: str
    marks: tuple[Mark, ...]


class Line:
    """Takes words as they come and writes them in the one way: see `to_html`."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def add(self, words: str, marks: list[Mark]) -> None:
        if text := re.sub(r"[ \t\n]+", " ", wanted_only(words)):
            self._runs.append(Run(text, _in_order(marks)))

    def add_break(self, marks: list[Mark]) -> None:
        self._runs.append(Run(BREAK, _in_order(marks)))

    def add_note(self, attributes: Attributes) -> None:
        """A note bears no marks: it is not part of the words."""
        if attributes:
            self._runs.append(Run(_NOTED, ((NOTE.tag, attributes),)))

    def to_html(self) -> str:
        """White space counts once and not at the ends; each mark is opened as rarely as can be."""
        html: list[str] = []
        present: tuple[Mark, ...] = ()
        for text, marks in [*_without_spare_space(_joined(self._runs)), Run("", ())]:
            both = zip(present, marks, strict=False)
            shared = len(list(takewhile(lambda pair: pair[0] == pair[1], both)))
            html.extend(f"</{tag}>" for tag, _attributes in reversed(present[shared:]))
            html.extend(_start_tag(*mark) for mark in marks[shared:])
            html.append(_written(text))
            present = marks
        return "".join(html)


def _in_order(marks: list[Mark]) -> tuple[Mark, ...]:
    """Each kind of mark once, as its innermost; a link that leads nowhere is none."""
    innermost = {tag: attrs for tag, attrs in marks if tag != "a" or "href" in dict(attrs)}
    return tuple((tag, innermost[tag]) for tag in MARKS if tag in innermost)


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Like runs as one, so that letters are composed even where an accent came on its own."""
    for marks, alike in groupby(runs, key=attrgetter("marks")):
        yield Run("".join(run.text for run in alike), marks)


def _without_spare_space(runs: Iterable[Run]) -> list[Run]:
    kept: list[Run] = []
    for text, marks in runs:
        text = re.sub(r" *\n *", BREAK, re.sub(r" +", " ", text))
        if not kept:
            text = text.lstrip(" " + BREAK)
        elif kept[-1].text.endswith((" ", BREAK)):
            text = text.lstrip(" ")
        if text.startswith(BREAK):
            _trim_end(kept, " ")
        if text:
            kept.append(Run(text, marks))
    _trim_end(kept, " " + BREAK)
    return kept if any(run.text.strip() for run in kept) else []


def _trim_end(runs: list[Run], spare: str) -> None:
    while runs and runs[-1].text.endswith(tuple(spare)):
        text, marks = runs.pop()
        if text := text.rstrip(spare):
            runs.append(Run(text, marks))


def _written(text: str) -> str:
    escaped = _escaped(normalize("NFC", text), quote=False)
    return escaped.replace(BREAK, "<br>").replace(_NOTED, "")


def _start_tag(tag: str, attributes: Attributes) -> str:
    written = [f'{name}="{_escaped(value, quote=True)}"' for name, value in attributes]
    return f"<{' '.join([tag, *written])}>"


def _escaped(text: str, *, quote: bool) -> str:
    return escape(text, quote=quote).replace("\xa0", "&nbsp;")
