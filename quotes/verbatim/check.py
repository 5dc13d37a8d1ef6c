"""The check itself: whether a passage holds the words of a quote, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsroom.publishing.compare import Fate, Run

from .folding import Folded, Span, fold
from .fragments import GAP, Fragment, Wanted, wanted
from .nearest import Change, Difference, Words, difference, words_of
from .placing import MOST_FRAGMENTS, Place, occurrences, placed
from .sentences import said_after, said_before

# What a person reads as one passage, and as one quotation: of a longer text nobody sees it.
LONGEST_PASSAGE, LONGEST_WORDS = 50_000, 10_000


@dataclass(frozen=True)
class Match:
    """`spans`: where the words stand in the passage.

    `before` and `after`: what their sentences say besides, and the quote does not show is missing.
    """

    spans: tuple[Span, ...]
    before: str = ""
    after: str = ""

    @property
    def is_cut(self) -> bool:
        return bool(self.before or self.after)


@dataclass(frozen=True)
class Mismatch:
    """How the words of the quote differ from the nearest ones of the passage.

    `is_torn`: all its parts stand there, but not in this order or too far from a bracket.
    `is_too_long`: nobody looked.
    """

    runs: tuple[Run, ...] = ()
    changes: tuple[Change, ...] = ()
    is_torn: bool = False
    is_too_long: bool = False


def check(words: str, passage: str) -> Match | Mismatch:
    """Typography is forgiven; every word counts, and the order of them all."""
    if len(passage) > LONGEST_PASSAGE or len(words) > LONGEST_WORDS:
        return Mismatch(is_too_long=True)
    asked, held = wanted(words), fold(passage)
    places = placed(asked.fragments, held)
    return _match(asked, held, places) if places else _mismatch(asked, held)


def _match(asked: Wanted, held: Folded, places: list[Place]) -> Match:
    spans = tuple(held.span(place.start, place.end) for place in places)
    whole = places[0].start, places[-1].end
    before = "" if asked.begins_openly else said_before(held, *whole)
    after = "" if asked.ends_openly else said_after(held, *whole)
    return Match(spans, before, after)


def _mismatch(asked: Wanted, held: Folded) -> Mismatch:
    """Part by part; where each stands somewhere, of all together."""
    if not 0 < len(asked.fragments) <= MOST_FRAGMENTS:
        return Mismatch(is_too_long=bool(asked.fragments))
    there = words_of(held)
    found = [_of_a_part(part, there) for part in asked.fragments]
    if not any(part.changes for part in found):
        first, last = asked.fragments[0], asked.fragments[-1]
        found = [difference(replace(first, end=last.end), there)]
        return Mismatch(tuple(_joined(found)), tuple(found[0].changes), is_torn=True)
    changes = [change for part in found for change in part.changes]
    return Mismatch(tuple(_joined(found)), tuple(changes))


def _of_a_part(part: Fragment, there: Words) -> Difference:
    if any(True for _place in occurrences(part, there.folded)):
        return Difference([Run(Fate.SAME, part.words.said(part.start, part.end))], [])
    found = difference(part, there)
    if not found.changes and part.is_stopped:
        # All that differs is the mark at its end.
        return difference(replace(part, end=part.end + 1), there)
    return found


def _joined(parts: list[Difference]) -> Iterator[Run]:
    for number, part in enumerate(parts):
        if number:
            yield Run(Fate.SAME, f" {GAP} ")
        yield from part.runs
