"""Two texts cut alike: what stayed, and between it what was there before and is there now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from rapidfuzz.distance import Indel

from .tokens import Token

# Aligning takes a bit for each pair of words: 20,000 against 20,000 take 50 MB.
MOST_PAIRS = 400_000_000
_ENDS_OF_SENTENCES = frozenset(".!?。！？")

Unit = Sequence[Token]


class Stretch(NamedTuple):
    """Where it `stayed`, both have the same words; the spaces before them may differ."""

    old: list[Token]
    new: list[Token]
    stayed: bool


def aligned(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Stretch]:
    """Word by word; a text too long for that by sentences, and by words where those differ."""
    if _fits(old, new):
        yield from _cut(_singly(old), _singly(new))
        return
    for stretch in _cut(list(_sentences(old)), list(_sentences(new))):
        if not stretch.stayed and _fits(stretch.old, stretch.new):
            yield from _cut(_singly(stretch.old), _singly(stretch.new))
        else:
            yield stretch


def _fits(old: Sequence[Token], new: Sequence[Token]) -> bool:
    return len(old) * len(new) <= MOST_PAIRS


def _cut(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Stretch]:
    steps = Indel.opcodes([_words(unit) for unit in old], [_words(unit) for unit in new])
    for stayed, found in groupby(steps, key=lambda step: step.tag == "equal"):
        both = list(found)
        before = chain.from_iterable(old[both[0].src_start : both[-1].src_end])
        after = chain.from_iterable(new[both[0].dest_start : both[-1].dest_end])
        yield Stretch(list(before), list(after), stayed)


def _words(unit: Unit) -> tuple[str, ...]:
    return tuple(token.core for token in unit)


def _singly(tokens: Sequence[Token]) -> list[Unit]:
    return [(token,) for token in tokens]


def _sentences(tokens: Sequence[Token]) -> Iterator[Unit]:
    sentence: list[Token] = []
    for token in tokens:
        if "\n" in token.space and sentence:
            yield sentence
            sentence = []
        sentence.append(token)
        if token.core in _ENDS_OF_SENTENCES:
            yield sentence
            sentence = []
    if sentence:
        yield sentence
