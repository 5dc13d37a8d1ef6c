"""The words of a quote as readers see them: in quotation marks, what is ours told from theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .quotation_marks import marks_of
from .verbatim import bracketed

_BETWEEN_PARAGRAPHS = re.compile(r"\n{2,}")


class Run(NamedTuple):
    """A stretch of words. `is_ours`: put there in brackets by whoever quotes, "[…]" included."""

    text: str
    is_ours: bool


class Paragraph(NamedTuple):
    """`opening` and `closing` are quotation marks, or empty."""

    opening: str
    runs: tuple[Run, ...]
    closing: str


def paragraphs(text: str, language: str, *, quoted: bool) -> list[Paragraph]:
    """Quotation marks stand before the first paragraph and after the last."""
    opening, closing = marks_of(language) if quoted else ("", "")
    whole = [tuple(_runs(each)) for each in _BETWEEN_PARAGRAPHS.split(text.strip())]
    last = len(whole) - 1
    return [
        Paragraph(opening if number == 0 else "", runs, closing if number == last else "")
        for number, runs in enumerate(whole)
    ]


def has_brackets(text: str) -> bool:
    return bool(bracketed(text))


def _runs(text: str) -> Iterator[Run]:
    at = 0
    for start, end in bracketed(text):
        if start > at:
            yield Run(text[at:start], is_ours=False)
        yield Run(text[start:end], is_ours=True)
        at = end
    if at < len(text):
        yield Run(text[at:], is_ours=False)
