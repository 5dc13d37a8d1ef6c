"""The plain text of an article: what the importer reads, and reads as just this article.

Each line is written as an author would write it. Then the text is read by the importer's own
reader, and what it takes for something else is written outright instead, from the top down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from manuscripts import labels
from manuscripts.ledger import Parsed
from manuscripts.lines import lines_of
from manuscripts.parse import parse

from .told import Told
from .units import Unit, Units

_ROUNDS = 20  # after which all that is still misread is written outright at once


@dataclass(frozen=True)
class PlainText:
    text: str
    left_out: tuple[str, ...]  # what it cannot hold, in words


def as_text(told: Told) -> PlainText:
    writing = Units(told)
    units = writing.write()
    for round_ in range(len(units) + 1):
        parsed = parse(lines_of(_joined(units)))
        misread = list(_misread(units, parsed))
        if not misread:
            break
        for index in misread[: 1 if round_ < _ROUNDS else None]:
            units[index] = Unit(units[index].sure, (), units[index].blank)
    left_out = tuple(writing.left_out)
    if parsed.manuscript.language != told["language"]:
        units.insert(1, Unit((labels.write("Language", told["language"]),), blank=1))
    if left_out:
        units.append(Unit((labels.write(labels.LEFT_OUT, _summary(left_out)),), blank=2))
    return PlainText(_joined(units), left_out)


def _summary(left_out: Sequence[str]) -> str:
    listed = "; ".join(left_out)
    return _("%(things)s. The export as JSON has them.") % {"things": listed}


def _lines(unit: Unit) -> Sequence[str]:
    return [line for line, _expected in unit.natural] or unit.sure


def _joined(units: Sequence[Unit]) -> str:
    return "".join(
        "\n" * unit.blank + "".join(f"{line}\n" for line in _lines(unit)) for unit in units
    )


def _misread(units: Sequence[Unit], parsed: Parsed) -> Iterator[int]:
    """The units, in order, of which a line was not read as it was meant."""
    rows = iter(parsed.ledger.rows)
    for index, unit in enumerate(units):
        read = [next(rows) for _line in _lines(unit)]
        if unit.natural and not all(
            {str(place): place.text_in(parsed.manuscript) for place in row.places} == expected
            for row, (_line, expected) in zip(read, unit.natural, strict=True)
        ):
            yield index
