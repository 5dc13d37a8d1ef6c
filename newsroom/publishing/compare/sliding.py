"""What came, or went, in one piece, where aligning found it in two.

"し[、その]た[びに再開され]た" and "し[、そのたびに再開され]た" are the same change; the second is
the one that somebody made.
"""

from __future__ import annotations

from collections.abc import Iterable

from .alignment import Stretch
from .tokens import Token


def slid(stretches: Iterable[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for stretch in stretches:
        found.append(stretch)
        found[-3:] = _as_one(found[-3:])
    return found


def _as_one(three: list[Stretch]) -> list[Stretch]:
    """Two that only came, or only went, as one, where what stayed between them allows it."""
    if [stretch.stayed for stretch in three] != [False, True, False]:
        return three
    first, _between, last = three
    if not (first.old or last.old):
        return _joined(*three)
    if not (first.new or last.new):
        return [_turned(part) for part in _joined(*map(_turned, three))]
    return three


def _joined(first: Stretch, between: Stretch, last: Stretch) -> list[Stretch]:
    came, size = [*first.new, *between.new, *last.new], len(between.new)
    if _alike(last.new[-size:], between.new):
        rest = Stretch(between.old, came[-size:], stayed=True)
        return [Stretch([], came[:-size], stayed=False), rest]
    if _alike(first.new[:size], between.new):
        rest = Stretch(between.old, came[:size], stayed=True)
        return [rest, Stretch([], came[size:], stayed=False)]
    return [first, between, last]


def _turned(stretch: Stretch) -> Stretch:
    return Stretch(stretch.new, stretch.old, stretch.stayed)


def _alike(some: list[Token], others: list[Token]) -> bool:
    return [token.core for token in some] == [token.core for token in others]
