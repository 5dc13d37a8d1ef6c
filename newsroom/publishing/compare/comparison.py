"""A comparison: what changed between two snapshots of a kind, piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from newsroom.publishing.kinds import Kind, Snapshot
from newsroom.richtext.marks import marked_text

from .folding import Fold, folded
from .matching import Move, Pair, moves_of, pairs_of
from .pieces import Line, Piece
from .runs import Fate, Run, Texts, runs_of, runs_of_lines, words_changed
from .titles import look_up, with_titles


class What(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    """Not changed otherwise."""


@dataclass(frozen=True)
class LineChange:
    """A field before and after. `runs` are all of both texts, `shown` leaves out long sameness."""

    label: str
    runs: list[Run]
    written: bool
    is_changed: bool
    is_title: bool
    """Of something else, that the piece refers to."""

    @property
    def shown(self) -> list[Run | Fold]:
        return folded(self.runs)

    @property
    def is_reformatted(self) -> bool:
        """Changed, and every word is the same."""
        fates = {run.fate for run in self.runs}
        return self.is_changed and not fates & {Fate.ADDED, Fate.REMOVED}


@dataclass(frozen=True)
class Change:
    """What became of one piece. `move` may come with other changes."""

    key: str
    label: str
    what: What
    lines: list[LineChange]
    move: Move | None = None

    @property
    def is_reformatted(self) -> bool:
        changed = [line for line in self.lines if line.is_changed]
        return bool(changed) and all(line.is_reformatted for line in changed)


@dataclass(frozen=True)
class Comparison:
    """`changes` stand in the order of the new text; `language` is that of the written words."""

    changes: list[Change]
    unchanged: int
    language: str

    @cached_property
    def _words(self) -> tuple[int, int]:
        return size_of(line for change in self.changes for line in change.lines)

    @property
    def words_added(self) -> int:
        return self._words[0]

    @property
    def words_removed(self) -> int:
        return self._words[1]


def compare(old: Snapshot, new: Snapshot, kind: Kind) -> Comparison:
    """Of two snapshots in today's schema; an empty one says nothing."""
    before, after = outline(old, kind), outline(new, kind)
    titles = look_up([*before, *after])
    before = [with_titles(piece, titles) for piece in before]
    after = [with_titles(piece, titles) for piece in after]
    pairs = pairs_of(before, after)
    moves = moves_of(before, pairs)
    changes = [change for pair in pairs if (change := _change(pair, moves))]
    language = (new or old).get("language", "")
    return Comparison(changes, len(pairs) - len(changes), language)


def size(old: Snapshot, new: Snapshot, kind: Kind) -> tuple[int, int]:
    """How many words a comparison would show as added and removed; without any query."""
    pairs = pairs_of(outline(old, kind), outline(new, kind))
    return size_of(line for pair in pairs for line in _line_changes(pair))


def outline(snapshot: Snapshot, kind: Kind) -> list[Piece]:
    """What a snapshot says; of one that was erased, nothing is left to say."""
    return list(kind.outline(snapshot)) if snapshot else []


def said(snapshot: Snapshot, kind: Kind) -> list[Piece]:
    """The outline with titles in place of keys, without the fields that say nothing."""
    pieces = outline(snapshot, kind)
    titles = look_up(pieces)
    told = (with_titles(piece, titles) for piece in pieces)
    return [piece for piece in told if piece.is_block or any(line.text for line in piece.lines)]


def size_of(lines: Iterable[LineChange]) -> tuple[int, int]:
    counts = [words_changed(line.runs) for line in lines if line.written]
    return sum(added for added, _removed in counts), sum(removed for _added, removed in counts)


def _change(pair: Pair, moves: dict[str, Move]) -> Change | None:
    """None where nothing changed, and for a field that says nothing on either side."""
    piece = pair.piece
    lines = list(_line_changes(pair))
    changed = [line for line in lines if line.is_changed]
    move = moves.get(piece.key) if pair.new else None
    what = _what(pair, is_changed=bool(changed))
    if not (changed or move or (piece.is_block and what is not What.MOVED)):
        return None
    titles = [line for line in lines if line.is_title]
    return Change(piece.key, piece.label, what, changed or titles, move)


def _what(pair: Pair, *, is_changed: bool) -> What:
    if pair.old is None:
        return What.ADDED
    if pair.new is None:
        return What.REMOVED
    return What.CHANGED if is_changed else What.MOVED


def _line_changes(pair: Pair) -> Iterator[LineChange]:
    old = {line.name: line for line in pair.old.lines} if pair.old else {}
    new = {line.name: line for line in pair.new.lines} if pair.new else {}
    for name in old | new:
        yield _line_change(old.get(name), new.get(name))


def _line_change(old: Line | None, new: Line | None) -> LineChange:
    line = new or old or Line("", "")
    nothing = Line(line.name, line.label)
    old, new = old or nothing, new or nothing
    is_changed = (old.text, old.html, old.refers_to) != (new.text, new.html, new.refers_to)
    is_title = bool(old.refers_to or new.refers_to)
    return LineChange(line.label, _runs(old, new), line.written, is_changed, is_title)


def _runs(old: Line, new: Line) -> list[Run]:
    if old.refers_to or new.refers_to:
        return _runs_of_titles(old, new)
    # Marks are read where there is something to compare.
    if old.html == new.html:
        return runs_of(Texts(old.text, new.text))
    return runs_of(Texts(old.text, new.text, marked_text(old.html), marked_text(new.html)))


def _runs_of_titles(old: Line, new: Line) -> list[Run]:
    """Two things of one title are two things all the same."""
    if old.text == new.text and old.refers_to != new.refers_to:
        return [Run(Fate.REMOVED, old.text), Run(Fate.ADDED, new.text)]
    return runs_of_lines(old.text, new.text)
