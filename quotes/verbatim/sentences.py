"""Whether words are whole sentences in the passage, or what its sentence says besides."""

from __future__ import annotations

import re

from .folding import Folded

# So much of the rest of a sentence tells where it goes on.
SHOWN = 60

_WORD = re.compile(r"\w")
_BEFORE_A_SENTENCE, _AFTER_A_SENTENCE = re.compile(r'[.!?…:"(]'), re.compile(r'[.!?…")]')


def said_before(passage: Folded, start: int) -> str:
    """The end of what the sentence says before `start`; "" where a sentence begins there."""
    text, at = passage.text, start
    while at and not _WORD.match(text[at - 1]):
        at -= 1
    if not at or _parts(passage, at, start, _BEFORE_A_SENTENCE):
        return ""
    begins = max(at - SHOWN, 0)
    marks = list(_BEFORE_A_SENTENCE.finditer(text, begins, at))
    return passage.said(marks[-1].end() if marks else begins, start).strip()


def said_after(passage: Folded, end: int) -> str:
    """The beginning of what the sentence says after `end`; "" where a sentence ends there."""
    text = passage.text
    word = _WORD.search(text, end)
    if word is None or _parts(passage, end, word.start(), _AFTER_A_SENTENCE):
        return ""
    mark = _AFTER_A_SENTENCE.search(text, word.start(), word.start() + SHOWN)
    ends = mark.start() if mark else min(word.start() + SHOWN, len(text))
    return passage.said(end, ends).strip()


def _parts(passage: Folded, start: int, end: int, marks: re.Pattern[str]) -> bool:
    """Whether a sentence ends between two words: `start` to `end` is what stands there."""
    if marks.search(passage.text, start, end):
        return True
    between = slice(passage.ends[start - 1] if start else 0, passage.starts[end])
    return "\n" in passage.source[between]
