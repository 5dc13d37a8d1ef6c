"""The account of a manuscript's lines: what each became, or why it became nothing.

A row takes its line apart into pieces: texts of the tree, and the marks between them. Joined, the
pieces must give the line back as `lines.normalised` writes it; that is checked against the tree
itself, so a text that went missing there leaves its line unaccounted for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .cuts import Cut
from .lines import Line
from .places import Place
from .tree import Manuscript


@dataclass(frozen=True)
class Dropped:
    """Characters that stand in the source alone: a list's mark, a colon, "Q1:"."""

    text: str


Piece = Dropped | Place


@dataclass(frozen=True)
class Row:
    """One line of the source that is not blank."""

    line: Line
    pieces: tuple[Piece, ...] = ()
    reason: str | Promise = ""  # why the line has no place

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Place))

    def rebuilt(self, manuscript: Manuscript) -> str:
        """The line put together again from the tree and from what was dropped."""
        return "".join(
            piece.text if isinstance(piece, Dropped) else piece.text_in(manuscript)
            for piece in self.pieces
        )

    def is_accounted_for(self, manuscript: Manuscript) -> bool:
        explained = bool(self.places) != bool(self.reason)
        return explained and self.rebuilt(manuscript) == self.line.text


def placed(line: Line, segments: Cut, place_of: Callable[[str], Place]) -> Row:
    """A row for a line that was cut, its named segments each at the place of its name."""
    pieces = [place_of(name) if name else Dropped(text) for text, name in segments]
    return Row(line, tuple(pieces))


def unplaced(line: Line, reason: str | Promise) -> Row:
    return Row(line, (Dropped(line.text),), reason)


@dataclass(frozen=True)
class Ledger:
    """A row for each line, in the order of the source."""

    rows: tuple[Row, ...]

    def rebuild(self, manuscript: Manuscript) -> Iterator[str]:
        """The source's lines in order, normalised, as the tree and the dropped marks give them."""
        return (row.rebuilt(manuscript) for row in self.rows)

    def unplaced(self) -> Iterator[Row]:
        return (row for row in self.rows if row.reason)


@dataclass(frozen=True)
class Parsed:
    """A manuscript read: the tree, and the ledger that proves it whole."""

    manuscript: Manuscript
    ledger: Ledger

    @property
    def lines_total(self) -> int:
        return len(self.ledger.rows)

    @property
    def lines_accounted(self) -> int:
        return sum(row.is_accounted_for(self.manuscript) for row in self.ledger.rows)


@dataclass(frozen=True)
class LedgerRow:
    """A row as a person reads it, in the active language; one of place and reason is empty."""

    number: int
    raw: str
    place: str  # "Quote 1: speaker, text"
    paths: tuple[str, ...]  # "quotes[0].speaker", "quotes[0].text"
    reason: str


def ledger_rows(parsed: Parsed) -> list[LedgerRow]:
    return [
        LedgerRow(
            number=row.line.number,
            raw=row.line.raw,
            place=place_label(row.places),
            paths=tuple(map(str, row.places)),
            reason=str(row.reason),
        )
        for row in parsed.ledger.rows
    ]


def place_label(places: Iterable[Place]) -> str:
    """What the places of one line have in common, then what each of them is."""
    labels = [place.labels() for place in places]
    parts = ", ".join(part for _thing, *rest in labels for part in rest)
    if not parts:
        return "".join(thing for thing, *_rest in labels)
    return _("%(thing)s: %(parts)s") % {"thing": labels[0][0], "parts": parts}
