"""Whether words are whole sentences in the passage, or what its sentence says besides."""

from __future__ import annotations

import re

from .folding import Folded

# So much of the rest of a sentence tells where it goes on.
SHOWN = 60

_WORD = re.compile(r"\w")
_BEGINS, _ENDS = re.compile(r"[.!?…:(]"), re.compile(r"[.!?…)]")
# Marks that look the same at both ends open words before which there is something else.
_OPENS = re.compile(r"[“‘„‚「『｢〝《〈«»]|(?<!^)[\"'＂＇]")
_CLOSES = re.compile(r"[”’」』｣〞〟》〉»«]|(?<!\s)[\"'＂＇]")
# One line end alone may stand where a line was full.
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def said_before(passage: Folded, start: int, end: int) -> str:
    """The end of what the sentence says before `start`; "" where a sentence begins there."""
    text, at = passage.text, start
    while at and not _WORD.match(text[at - 1]):
        at -= 1
    between = passage.source[passage.ends[at - 1] if at else 0 : passage.starts[start]]
    if not at or _BEGINS.search(text, at, start) or _BLANK_LINE.search(between):
        return ""
    if _OPENS.search(between) and _is_paired(text, start, end):
        return ""
    begins = max(at - SHOWN, 0)
    marks = list(_BEGINS.finditer(text, begins, at))
    return passage.said(marks[-1].end() if marks else begins, start).strip()


def said_after(passage: Folded, start: int, end: int) -> str:
    """The beginning of what the sentence says after `end`; "" where a sentence ends there."""
    text = passage.text
    word = _WORD.search(text, end)
    if word is None or _ENDS.search(text, end, word.start()):
        return ""
    between = passage.source[passage.ends[end - 1] : passage.starts[word.start()]]
    if _BLANK_LINE.search(between) or (_CLOSES.search(between) and _is_paired(text, start, end)):
        return ""
    mark = _ENDS.search(text, word.start(), word.start() + SHOWN)
    return passage.said(end, mark.start() if mark else min(word.start() + SHOWN, len(text))).strip()


def _is_paired(text: str, start: int, end: int) -> bool:
    """A mark at the end of words that have its counterpart is theirs: “final” is no quotation."""
    return text.count('"', start, end) % 2 == 0
