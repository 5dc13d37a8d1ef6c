"""The words of a quote, taken apart where it says itself that they are not all there.

"[…]", "…" and "（中略）" mark words left out; "[the government]" stands for a few words or adds
some; "[T]he" began a sentence elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .characters import is_spelled
from .folding import Folded, Span, fold

# What an insertion may stand for: a name for a pronoun, not one sentence for another.
FEW = 40
GAP = "[…]"

_OMITTED = "中略|前略|後略|以下略|略|중략|전략|후략|하략|생략"
# Of the same length, so that places in the text stay what they are; the last is unseen.
_CAPITAL, _JOINT = re.compile(r"\[(\w)\](?=\w)"), "\x00"
_MARK = re.compile(
    rf"(?P<gap>[\[(]?…[\])]?|[\[(](?:{_OMITTED})[\])])|(?P<insertion>\[[^\[\]]*\])|{_JOINT}"
)
_BEGINNING, _END = re.compile(r'(?:[.,;:"]|-(?!\d))*'), re.compile(r'[.,;:"-]*$')


@dataclass(frozen=True)
class Leeway:
    """How many characters may be left out (None: any number), and whether a word may be cut."""

    most: int | None = 0
    within_a_word: bool = False

    def __add__(self, other: Leeway) -> Leeway:
        most = None if self.most is None or other.most is None else self.most + other.most
        return Leeway(most, self.within_a_word or other.within_a_word)


NONE = Leeway()


@dataclass(frozen=True)
class Fragment:
    """Words that are to stand together, from `start` to `end` of the folded words.

    `is_stopped`: a mark was taken off its end. Its sentence may go on, but not as a question.
    """

    words: Folded
    start: int
    end: int
    is_stopped: bool
    before: Leeway
    after: Leeway = NONE

    @property
    def text(self) -> str:
        return self.words.text[self.start : self.end]


@dataclass(frozen=True)
class Wanted:
    """Where it begins or ends `openly`, it says itself that words are missing there."""

    words: Folded
    fragments: tuple[Fragment, ...]
    begins_openly: bool
    ends_openly: bool


def bracketed(words: str) -> list[Span]:
    """Where whoever quotes put something in brackets, marks of what was left out included."""
    folded = fold(words)
    marks = (mark for mark in _MARK.finditer(folded.text) if mark[0][0] in "[(")
    return [folded.span(*mark.span()) for mark in marks]


def wanted(words: str) -> Wanted:
    marked = fold(_CAPITAL.sub(f"{_JOINT}\\1\u200b", words))
    folded = replace(marked, source=words)
    fragments: list[Fragment] = []
    leeway = NONE
    for start, end, after in _pieces(folded):
        start, end, is_stopped = _without_ends(folded.text, start, end)
        if any(map(str.isalnum, folded.text[start:end])):
            fragments.append(Fragment(folded, start, end, is_stopped, leeway, after))
            leeway = after
        else:
            leeway += after
    begins_openly = bool(fragments) and fragments[0].before != NONE
    return Wanted(folded, tuple(fragments), begins_openly, ends_openly=leeway != NONE)


def _pieces(folded: Folded) -> Iterator[tuple[int, int, Leeway]]:
    """What stands between the marks, each piece with what the mark after it allows."""
    at = 0
    for mark in _MARK.finditer(folded.text):
        yield at, mark.start(), _leeway(mark, folded)
        at = mark.end()
    yield at, len(folded.text), NONE


def _leeway(mark: re.Match[str], folded: Folded) -> Leeway:
    if mark["gap"]:
        return Leeway(None)
    if mark["insertion"]:
        return Leeway(FEW, _is_within_a_word(folded, *mark.span()))
    return Leeway(1)


def _is_within_a_word(folded: Folded, start: int, end: int) -> bool:
    """As in "agree[d]": a letter stands right beside it."""
    text, is_last = folded.text, end == len(folded.text)
    before = start > 0 and is_spelled(text[start - 1]) and _touch(folded, start)
    return before or (not is_last and is_spelled(text[end]) and _touch(folded, end))


def _touch(folded: Folded, at: int) -> bool:
    return folded.ends[at - 1] == folded.starts[at]


def _without_ends(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """Quotation marks and stops at the ends are those of whoever quotes."""
    whole = text[start:end]
    beginning, ends = _BEGINNING.match(whole), _END.search(whole)
    if not (beginning and ends) or beginning.end() >= ends.start():
        return end, end, False
    return start + beginning.end(), start + ends.start(), bool(ends[0].strip('"'))
