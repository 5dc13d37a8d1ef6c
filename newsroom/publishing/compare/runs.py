"""Runs: two texts as one, cut into what stayed, went and came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz.distance import Prefix

from newsroom.richtext.marks import MarkedText

from .alignment import Stretch, aligned
from .formats import Format, cited, format_change
from .sliding import slid
from .tokens import Token, count_words, tokens, whole_lines

# So little between two changes is no hold for the eye: it reads better as part of them.
CRUMB_WORDS, CRUMB_LENGTH = 2, 3

_LINE_ENDS = re.compile(r"\n+")


class Fate(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    REFORMATTED = "reformatted"


_CHANGES = (Fate.REMOVED, Fate.ADDED)


@dataclass(frozen=True)
class Run:
    """`note` says what became of the format of words that stayed, or what others cite."""

    fate: Fate
    text: str
    note: str = ""

    @property
    def shown(self) -> str:
        """With a sign for line ends that came or went: there is nothing else to see of them."""
        return self.text if self.fate is Fate.SAME else _LINE_ENDS.sub("¶\n", self.text)


class Texts(NamedTuple):
    """What is compared: a text before and after, with marks where it is formatted."""

    old: str
    new: str
    old_marked: MarkedText | None = None
    new_marked: MarkedText | None = None


def runs_of(texts: Texts) -> list[Run]:
    """The old text is what stayed and went; the new one what stayed and came."""
    if texts.old == texts.new and texts.old_marked == texts.new_marked:
        return [Run(Fate.SAME, texts.new)] if texts.new else []
    found = _joined(_steps(texts, tokens(texts.old), tokens(texts.new)))
    found = _changes_at_words(_without_crumbs(list(found)))
    return [run for run in _joined(found) if run.text]


def runs_of_lines(old: str, new: str) -> list[Run]:
    """The same where a line is one thing, such as a title, and changes as a whole."""
    found = _joined(_steps(Texts(old, new), whole_lines(old), whole_lines(new)))
    return [run for run in found if run.text]


def words_changed(runs: Iterable[Run]) -> tuple[int, int]:
    """How many words came, and how many went."""
    counts = dict.fromkeys(_CHANGES, 0)
    for run in runs:
        if _is_change(run):
            counts[run.fate] += count_words(run.text)
    return counts[Fate.ADDED], counts[Fate.REMOVED]


def _steps(texts: Texts, old: list[Token], new: list[Token]) -> Iterator[Run]:
    for stretch in slid(aligned(old, new)):
        if stretch.stayed and _is_untouched(stretch, texts):
            yield Run(Fate.SAME, texts.new[_span(stretch.new)])
        elif stretch.stayed:
            for pair in zip(stretch.old, stretch.new, strict=True):
                yield from _same(*pair, texts)
        else:
            yield _changed(Fate.REMOVED, stretch.old, texts.old_marked)
            yield _changed(Fate.ADDED, stretch.new, texts.new_marked)


def _is_untouched(stretch: Stretch, texts: Texts) -> bool:
    """Most of a text is, and need not be looked at word by word."""
    before, after = _span(stretch.old), _span(stretch.new)
    if texts.old[before] != texts.new[after]:
        return False
    if texts.old_marked is None or texts.new_marked is None:
        return True
    return texts.old_marked.marks[before] == texts.new_marked.marks[after]


def _span(found: Sequence[Token]) -> slice:
    first, last = found[0], found[-1]
    return slice(first.at - len(first.space), last.at + len(last.core))


def _changed(fate: Fate, found: Sequence[Token], marked: MarkedText | None) -> Run:
    text = "".join(token.space + token.core for token in found)
    return Run(fate, text, cited([_format(token, marked) for token in found]))


def _same(old: Token, new: Token, texts: Texts) -> Iterator[Run]:
    """One word that stayed; the space before it may not have."""
    note = format_change(_format(old, texts.old_marked), _format(new, texts.new_marked))
    fate = Fate.REFORMATTED if note else Fate.SAME
    if old.space == new.space:
        yield Run(fate, new.space + new.core, note)
    else:
        yield Run(Fate.REMOVED, old.space)
        yield Run(Fate.ADDED, new.space)
        yield Run(fate, new.core, note)


def _format(token: Token, marked: MarkedText | None) -> Format:
    return marked.marks_in(token.at, token.at + len(token.core)) if marked else ()


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours of one kind as one; of a change what went before what came."""
    for is_change, stretch in groupby(runs, key=_is_change):
        if not is_change:
            for (fate, note), same in groupby(stretch, key=attrgetter("fate", "note")):
                yield Run(fate, "".join(run.text for run in same), note)
        else:
            changed = list(stretch)
            for fate in _CHANGES:
                alike = [run for run in changed if run.fate is fate]
                notes = filter(None, (run.note for run in alike))
                yield Run(fate, "".join(run.text for run in alike), "; ".join(notes))


def _is_change(run: Run) -> bool:
    return run.fate in _CHANGES


def _without_crumbs(runs: list[Run]) -> Iterator[Run]:
    """A word or two that stayed in the middle of something rewritten count as rewritten."""
    for number, run in enumerate(runs):
        around = runs[max(number - 2, 0) : number], runs[number + 1 : number + 3]
        if run.fate is Fate.SAME and _is_crumb(run, *around):
            yield from (Run(Fate.REMOVED, run.text), Run(Fate.ADDED, run.text))
        else:
            yield run


def _is_crumb(run: Run, before: list[Run], after: list[Run]) -> bool:
    """Whether it is shorter than what changed on either side, and something came and went."""
    length = len(run.text.strip())
    if length > CRUMB_LENGTH or count_words(run.text) > CRUMB_WORDS:
        return False
    sides = [[side for side in around if _is_change(side)] for around in (before, after)]
    sizes = [max((len(side.text) for side in around), default=0) for around in sides]
    fates = {side.fate for around in sides for side in around if side.text.strip()}
    return length < min(sizes) and fates == set(_CHANGES)


def _changes_at_words(runs: Iterable[Run]) -> Iterator[Run]:
    """Where both begin with the same space, the change begins after it."""
    held: Run | None = None
    for run in _joined(runs):
        if run.fate is Fate.REMOVED:
            held = run
            continue
        if held and run.fate is Fate.ADDED:
            space = _common_space(held.text, run.text)
            yield Run(Fate.SAME, space)
            yield replace(held, text=held.text[len(space) :])
            yield replace(run, text=run.text[len(space) :])
        else:
            yield run


def _common_space(old: str, new: str) -> str:
    length = Prefix.similarity(old, new)
    return old[: length - len(old[:length].lstrip())]
