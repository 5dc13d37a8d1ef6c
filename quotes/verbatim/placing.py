"""Where the words of a quote stand in a passage: every fragment, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from .characters import is_hangul, is_spelled
from .folding import Folded
from .fragments import Fragment

# Whoever leaves out more often than this no longer quotes, and a search would take for ever.
MOST_FRAGMENTS = 20
# A fragment that stands in a passage more often than this says nothing.
MOST_PLACES = 2_000


class Place(NamedTuple):
    """A fragment from `start` to `end` of the passage; `previous` counts the places before."""

    start: int
    end: int
    previous: int = 0


def placed(fragments: Sequence[Fragment], passage: Folded) -> list[Place]:
    """The places of all fragments, [] where they do not stand there like this."""
    if not 0 < len(fragments) <= MOST_FRAGMENTS:
        return []
    levels: list[list[Place]] = []
    for fragment in fragments:
        found = occurrences(fragment, passage)
        levels.append(list(_after(levels[-1], found, fragment) if levels else found))
    return _traced(levels)


def occurrences(fragment: Fragment, passage: Folded) -> Iterator[Place]:
    """In the order of the passage. Who quotes may begin with a capital, or without one."""
    first, rest = fragment.text[0], fragment.text[1:]
    variants = dict.fromkeys((first, first.lower(), first.upper()))
    searches = [_search(f"{each}{rest}", passage.text) for each in variants if len(each) == 1]
    for start in islice(sorted(chain(*searches)), MOST_PLACES):
        end = start + len(fragment.text)
        if _is_whole(fragment, passage.text, start, end):
            yield Place(start, end)


def _search(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _is_whole(fragment: Fragment, text: str, start: int, end: int) -> bool:
    if fragment.is_stopped and text[end : end + 1] in ("?", "!"):
        return False
    begins = fragment.before.within_a_word or not _is_within_a_word(text, start)
    # Particles cling to the word before them: it may be quoted without.
    ends = fragment.after.within_a_word or is_hangul(text[end : end + 1])
    return begins and (ends or not _is_within_a_word(text, end))


def _is_within_a_word(text: str, at: int) -> bool:
    """Also between the parts of a number, and at the apostrophe of a word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if (is_spelled(before) and is_spelled(after)) or "'" in (before, after):
        return True
    return _is_decimal(text[at - 1 : at + 2]) or (at > 1 and _is_decimal(text[at - 2 : at + 1]))


def _is_decimal(three: str) -> bool:
    return len(three) == 3 and three[0].isdigit() and three[1] in ".," and three[2].isdigit()


def _after(before: list[Place], found: Iterator[Place], fragment: Fragment) -> Iterator[Place]:
    """Those of `found` that follow one of the places before them, no further than allowed."""
    number, most = 0, fragment.before.most
    for place in found:
        while number < len(before) and before[number].end <= place.start:
            number += 1
        if number and (most is None or place.start - before[number - 1].end <= most):
            yield place._replace(previous=number - 1)


def _traced(levels: list[list[Place]]) -> list[Place]:
    """Back from the first place of the last fragment."""
    found: list[Place] = []
    number = 0
    for places in reversed(levels):
        if not places:
            return []
        found.append(places[number])
        number = places[number].previous
    return found[::-1]
