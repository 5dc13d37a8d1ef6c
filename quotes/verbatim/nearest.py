"""Where a passage comes nearest to words that it does not hold, and what differs there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from newsroom.publishing.compare import Fate, Run
from newsroom.publishing.compare.alignment import Stretch, aligned
from newsroom.publishing.compare.sliding import slid
from newsroom.publishing.compare.tokens import Token, tokens

from .folding import Folded
from .fragments import Fragment


class Change(NamedTuple):
    """What stands in the passage, and what in its place here. One may be empty."""

    there: str
    here: str


class Difference(NamedTuple):
    """`runs`: what the passage has besides, or in the place of words here, is "removed"."""

    runs: list[Run]
    changes: list[Change]


class Words(NamedTuple):
    folded: Folded
    tokens: list[Token]


def words_of(folded: Folded) -> Words:
    return Words(folded, tokens(folded.text)[:-1])


def difference(fragment: Fragment, there: Words) -> Difference:
    """Of the words of a fragment from those of the passage that come nearest."""
    here = _begun_alike(_of(fragment), there.tokens)
    near = _without_the_rest(slid(aligned(_nearest(there.tokens, here), here)))
    told = list(_told(near, there.folded, fragment.words))
    return Difference(list(_runs(told)), [change for change, stayed in told if not stayed])


def _of(fragment: Fragment) -> list[Token]:
    found = tokens(fragment.text)[:-1]
    return [token._replace(at=token.at + fragment.start) for token in found]


def _begun_alike(here: list[Token], there: Sequence[Token]) -> list[Token]:
    """A capital at the beginning is no difference, where the word stands there without."""
    first, words = here[0], {token.core for token in there}
    other = first.core[0].swapcase() + first.core[1:]
    if first.core not in words and other in words:
        return [first._replace(core=other), *here[1:]]
    return here


def _nearest(there: Sequence[Token], here: Sequence[Token]) -> Sequence[Token]:
    """As many words as are looked for, where most of them stand, and some on either side."""
    if not there:
        return there
    words = {token.core for token in here}
    pairs = {(one.core, other.core) for one, other in pairwise(here)}
    single = [token.core in words for token in there]
    double = [False, *((one.core, other.core) in pairs for one, other in pairwise(there))]
    worth = (a + 2 * b for a, b in zip(single, double, strict=True))
    sums = list(accumulate(worth, initial=0))
    size = min(len(here), len(there))
    best = max(range(len(there) - size + 1), key=lambda at: sums[at + size] - sums[at])
    margin = 4 + size // 4
    return there[max(best - margin, 0) : best + size + margin]


def _without_the_rest(stretches: list[Stretch]) -> list[Stretch]:
    """What the passage says before and after is no difference."""
    first, last = stretches[0], stretches[-1]
    if not first.stayed:
        stretches[0] = first._replace(old=first.old[len(first.old) - len(first.new) :])
    if not last.stayed and len(stretches) > 1:
        stretches[-1] = last._replace(old=last.old[: len(last.new)])
    return [each for each in stretches if each.old or each.new]


def _told(
    stretches: Sequence[Stretch], passage: Folded, words: Folded
) -> Iterator[tuple[Change, bool]]:
    """As they are written on either side; the spaces before words go with them."""
    old, new = 0, 0
    for stretch in stretches:
        old, there = _said(passage, stretch.old, old)
        new, here = _said(words, stretch.new, new)
        yield Change(there, here), stretch.stayed


def _said(folded: Folded, found: Sequence[Token], done: int) -> tuple[int, str]:
    if not found:
        return done, ""
    start, end = found[0].at, found[-1].at + len(found[-1].core)
    span = folded.span(start, end)
    return span.end, folded.source[done or span.start : span.end]


def _runs(told: Sequence[tuple[Change, bool]]) -> Iterator[Run]:
    for change, stayed in told:
        if stayed:
            yield Run(Fate.SAME, change.here)
        else:
            found = (Run(Fate.REMOVED, change.there), Run(Fate.ADDED, change.here))
            yield from (run for run in found if run.text)
