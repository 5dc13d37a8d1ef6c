"""Long stretches that stayed, folded to the words beside what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .runs import Fate, Run
from .tokens import Token, tokens

CONTEXT = 12
# Folding fewer would save the eye nothing.
FEWEST = 20


@dataclass(frozen=True)
class Fold:
    """Words that stayed and are out of the way until somebody asks for them."""

    text: str
    words: int


def folded(runs: Sequence[Run]) -> list[Run | Fold]:
    return [part for number in range(len(runs)) for part in _folded(runs, number)]


def _folded(runs: Sequence[Run], number: int) -> Iterator[Run | Fold]:
    """Context stands beside changes; of a text without any, its beginning does."""
    run, is_last = runs[number], number == len(runs) - 1
    found = [token for token in tokens(run.text) if token.is_word]
    first = CONTEXT if number or is_last else 0
    hidden = found[first : len(found) - (0 if is_last else CONTEXT)]
    if run.fate is not Fate.SAME or len(hidden) < FEWEST:
        yield run
        return
    start = _start(hidden[0]) if first else 0
    end = len(run.text) if is_last else _end(hidden[-1])
    yield from _kept(run.text[:start])
    yield Fold(run.text[start:end], len(hidden))
    yield from _kept(run.text[end:])


def _start(token: Token) -> int:
    return token.at - len(token.space)


def _end(token: Token) -> int:
    return token.at + len(token.core)


def _kept(text: str) -> Iterator[Run]:
    if text:
        yield Run(Fate.SAME, text)
