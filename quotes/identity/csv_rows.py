"""The lines of a CSV file of names, and the file of such lines. Lists in a cell have semicolons."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

SEPARATOR = "; "

Cells = dict[str, str]


def split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def join(parts: Iterable[str]) -> str:
    return SEPARATOR.join(parts)


def read_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of the line it ends on. Raises csv.Error where it is no CSV."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    for row in rows:
        if any(cell.strip() for cell in row):
            yield rows.line_num, [cell.strip() for cell in row]


def write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
