"""The words of formatted text, and how each of them is formatted."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

from .words import plain_text

NOTE_TAG = "span"
NOTE_SIGN = "†"
_NOTE = re.compile(r'<span data-source="[^"]*"></span>')

Mark = tuple[str, tuple[tuple[str, str | None], ...]]
"""A tag with its attributes."""


class MarkedText(NamedTuple):
    """`marks` holds, for each character of `text_with_notes`, what is open there.

    Paragraphs and items are no marks: the line ends show them.
    """

    text: str
    marks: list[tuple[Mark, ...]]

    def marks_in(self, start: int, end: int) -> tuple[tuple[Mark, ...], ...]:
        """The formats of a stretch, each once, in the order in which they come."""
        return tuple(dict.fromkeys(self.marks[start:end]))


def text_with_notes(html: str) -> str:
    """The words of text that `clean_html` has cleaned, with a sign where a source is cited."""
    return plain_text(_NOTE.sub(NOTE_SIGN, html))


def marked_text(html: str) -> MarkedText:
    """Of text that `clean_html` has cleaned."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    text = "".join(reader.words)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return MarkedText(text.strip(), reader.marks[start:end])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.marks: list[tuple[Mark, ...]] = []
        self._open: tuple[Mark, ...] = ()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data("\n")
            return
        self._open = (*self._open, (tag, tuple(attrs)))
        if tag == NOTE_TAG:
            self.handle_data(NOTE_SIGN)

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open[:-1]
        if tag in ("p", "h3"):
            self.handle_data("\n\n")

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        shown = tuple(mark for mark in self._open if mark[0] not in ("p", "li"))
        self.marks += [shown] * len(data)
