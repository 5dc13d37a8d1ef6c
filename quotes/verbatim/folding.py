"""Texts without what is only typography, and where each character of that stands in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from .characters import GROUPING_SPACES, is_hangul, is_spelled, plain

# A character with what belongs to it. No honest text has more marks on one letter.
_MARKS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_KANA_AND_JAMO = r"\u3099\u309a\uff9e\uff9f\u1161-\u11ff\uffc2-\uffdc"
_CELL = re.compile(rf"(?s:.)[{_MARKS}{_KANA_AND_JAMO}]{{0,30}}")

_GROUPING = re.compile(rf"(?<=\d)[,'{GROUPING_SPACES}](?=\d{{3}}(?!\d))")
_ELLIPSIS = re.compile(r"\.(?:\s?\.)+|·(?:\s?·)+")
_APOSTROPHE = re.compile("'")
_QUOTATION_MARKS = re.compile(r'"(?:\s?")+')
_DASHES = re.compile(r"-(?:\s?-)+")
_SPACES = re.compile(r"\s+")

Replacement = str | Callable[[re.Match[str]], str]


class Span(NamedTuple):
    """From a place in a text up to another."""

    start: int
    end: int


@dataclass(frozen=True)
class Folded:
    """`text` is what two writings of the same words have in common."""

    source: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` to `end`, one at least, stand in the source."""
        return Span(self.starts[start], self.ends[end - 1])

    def said(self, start: int, end: int) -> str:
        span = self.span(start, end) if start < end else Span(0, 0)
        return self.source[span.start : span.end]

    def sub(self, pattern: re.Pattern[str], by: Replacement) -> Folded:
        """`pattern.sub`, every character of a replacement standing for the whole match."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for match in pattern.finditer(self.text):
            new = match.expand(by) if isinstance(by, str) else by(match)
            kept, span = slice(done, match.start()), self.span(*match.span())
            pieces += (self.text[kept], new)
            starts += [*self.starts[kept], *[span.start] * len(new)]
            ends += [*self.ends[kept], *[span.end] * len(new)]
            done = match.end()
        if not pieces:
            return self
        text = "".join((*pieces, self.text[done:]))
        return Folded(self.source, text, starts + self.starts[done:], ends + self.ends[done:])


def fold(text: str) -> Folded:
    """Quotation marks, dashes, spaces, width, forms of characters and groups of digits as one."""
    folded = _plain(text).sub(_GROUPING, "")
    folded = folded.sub(_ELLIPSIS, "…")
    folded = folded.sub(_APOSTROPHE, _within_a_word).sub(_QUOTATION_MARKS, '"')
    return folded.sub(_DASHES, "-").sub(_SPACES, _between_words)


def _plain(text: str) -> Folded:
    pieces: list[str] = []
    folded = Folded(text)
    for match in _CELL.finditer(text):
        new = _cell(match[0])
        pieces.append(new)
        folded.starts.extend([match.start()] * len(new))
        folded.ends.extend([match.end()] * len(new))
    return Folded(text, "".join(pieces), folded.starts, folded.ends)


def _cell(cell: str) -> str:
    if len(cell) == 1 and cell < "\x7f":
        return plain(cell)
    return unicodedata.normalize("NFC", "".join(map(plain, unicodedata.normalize("NFC", cell))))


def _within_a_word(apostrophe: re.Match[str]) -> str:
    """Elsewhere, and in scripts whose words have none, it is a quotation mark."""
    text, at = apostrophe.string, apostrophe.start()
    around = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return "'" if all(is_spelled(each) and not is_hangul(each) for each in around) else '"'


def _between_words(spaces: re.Match[str]) -> str:
    """Spaces part words; beside a mark, or in a script that needs none, they are typography."""
    text, start, end = spaces.string, *spaces.span()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return " " if is_spelled(before) and is_spelled(after) else ""
