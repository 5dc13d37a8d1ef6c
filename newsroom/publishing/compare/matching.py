"""Which piece of one revision is which of the other, and which of them moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import Indel

from .pieces import Piece, Reference
from .tokens import tokens

# Below it, two blocks with different ids are different blocks.
ALIKE = 0.6


class Pair(NamedTuple):
    """A piece before and after; None where it was not."""

    old: Piece | None
    new: Piece | None

    @property
    def piece(self) -> Piece:
        """As it is now, or was at last."""
        piece = self.new or self.old
        if piece is None:
            raise ValueError("A pair of nothing.")
        return piece


class Move(NamedTuple):
    """Places in the list, counted from 1."""

    old: int
    new: int


def pairs_of(old: Sequence[Piece], new: Sequence[Piece]) -> list[Pair]:
    """In the order of the new ones; what went stands after what it followed."""
    former = _former(old, new)
    gone = _gone_after(old, {piece.key for piece in former.values()})
    pairs = [Pair(piece, None) for piece in gone.get("", ())]
    for piece in new:
        was = former.get(piece.key)
        pairs.append(Pair(was, piece))
        if was:
            pairs += [Pair(left, None) for left in gone.get(was.key, ())]
    return pairs


def _former(old: Sequence[Piece], new: Sequence[Piece]) -> dict[str, Piece]:
    """By the key of each new piece, what it was: of the same key, else what is most alike."""
    by_key = {piece.key: piece for piece in old}
    former = {piece.key: by_key[piece.key] for piece in new if piece.key in by_key}
    left = [piece for piece in old if piece.is_block and piece.key not in former]
    came = [piece for piece in new if piece.is_block and piece.key not in former]
    return former | _most_alike(left, came)


def _most_alike(left: Sequence[Piece], came: Sequence[Piece]) -> dict[str, Piece]:
    """A block that was revived has a new id: its content tells what it was."""
    found: dict[str, Piece] = {}
    taken: set[str] = set()
    # Equals keep their order: sorting is stable.
    for _likeness, piece, was in sorted(_likenesses(left, came), key=itemgetter(0), reverse=True):
        if piece.key not in found and was.key not in taken:
            found[piece.key] = was
            taken.add(was.key)
    return found


def _likenesses(
    left: Sequence[Piece], came: Sequence[Piece]
) -> Iterator[tuple[float, Piece, Piece]]:
    contents = {piece.key: _content(piece) for piece in (*left, *came)}
    for piece, was in product(came, left):
        if piece.type == was.type:
            both = contents[was.key], contents[piece.key]
            likeness = Indel.normalized_similarity(*both, score_cutoff=ALIKE)
            if likeness >= ALIKE:
                yield likeness, piece, was


def _content(piece: Piece) -> list[str | Reference]:
    found = (token for line in piece.lines for token in tokens(line.text))
    words = [token.core for token in found if token.is_word]
    return [*words, *(reference for line in piece.lines for reference in line.refers_to)]


def _gone_after(old: Sequence[Piece], kept: set[str]) -> Mapping[str, list[Piece]]:
    """What went, by the key of the last piece before it that stayed."""
    gone: defaultdict[str, list[Piece]] = defaultdict(list)
    last = ""
    for piece in old:
        if piece.key in kept:
            last = piece.key
        else:
            gone[last].append(piece)
    return gone


def moves_of(old: Sequence[Piece], pairs: Sequence[Pair]) -> dict[str, Move]:
    """By the key of the new piece: the fewest that moved within their list, and from where."""
    moves: dict[str, Move] = {}
    for group in dict.fromkeys(pair.new.group for pair in pairs if pair.new and pair.new.group):
        moves |= _moves_in(group, old, pairs)
    return moves


def _moves_in(group: str, old: Sequence[Piece], pairs: Sequence[Pair]) -> dict[str, Move]:
    before = [piece.key for piece in old if piece.group == group]
    after = [pair for pair in pairs if pair.new and pair.new.group == group]
    places = {
        pair.new.key: Move(before.index(pair.old.key) + 1, number)
        for number, pair in enumerate(after, start=1)
        if pair.old and pair.new
    }
    stayed = _longest_rise([place.old for place in places.values()])
    return {key: place for key, place in places.items() if place.old not in stayed}


def _longest_rise(numbers: Iterable[int]) -> set[int]:
    """The longest rising sequence within different numbers (patience sorting)."""
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for number in numbers:
        pile = bisect_left(tops, number)
        below[number] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [number]
    rise: set[int] = set()
    top = tops[-1] if tops else None
    while top is not None:
        rise.add(top)
        top = below[top]
    return rise
