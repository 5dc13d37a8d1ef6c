"""Whether words are whole sentences in the passage, or what its sentence says besides."""

from __future__ import annotations

import re

from .folding import Folded

# So much of the rest of a sentence tells where it goes on.
SHOWN = 60

_WORD = re.compile(r"\w")
# One line end alone may stand where a line was full.
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_BEFORE_A_SENTENCE, _AFTER_A_SENTENCE = re.compile(r'[.!?…:"(]'), re.compile(r'[.!?…")]')
# A mark at the end of words that have its counterpart is theirs: “final” is no quotation.
_BEFORE_UNPAIRED, _AFTER_UNPAIRED = re.compile(r"[.!?…:(]"), re.compile(r"[.!?…)]")


def said_before(passage: Folded, start: int, end: int) -> str:
    """The end of what the sentence says before `start`; "" where a sentence begins there."""
    text, at = passage.text, start
    marks_before = _BEFORE_A_SENTENCE if _is_paired(text, start, end) else _BEFORE_UNPAIRED
    while at and not _WORD.match(text[at - 1]):
        at -= 1
    if not at or _parts(passage, at, start, marks_before):
        return ""
    begins = max(at - SHOWN, 0)
    marks = list(_BEFORE_A_SENTENCE.finditer(text, begins, at))
    return passage.said(marks[-1].end() if marks else begins, start).strip()


def said_after(passage: Folded, start: int, end: int) -> str:
    """The beginning of what the sentence says after `end`; "" where a sentence ends there."""
    text = passage.text
    marks_after = _AFTER_A_SENTENCE if _is_paired(text, start, end) else _AFTER_UNPAIRED
    word = _WORD.search(text, end)
    if word is None or _parts(passage, end, word.start(), marks_after):
        return ""
    mark = _AFTER_A_SENTENCE.search(text, word.start(), word.start() + SHOWN)
    ends = mark.start() if mark else min(word.start() + SHOWN, len(text))
    return passage.said(end, ends).strip()


def _is_paired(text: str, start: int, end: int) -> bool:
    return text.count('"', start, end) % 2 == 0


def _parts(passage: Folded, start: int, end: int, marks: re.Pattern[str]) -> bool:
    """Whether a sentence ends between two words: `start` to `end` is what stands there."""
    if marks.search(passage.text, start, end):
        return True
    between = slice(passage.ends[start - 1] if start else 0, passage.starts[end])
    return bool(_BLANK_LINE.search(passage.source[between]))
