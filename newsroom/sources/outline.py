"""Sources in comparisons: what readers are told of each, and where the texts cite them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from newsroom.publishing.compare.outlines import block, label_of, lines, named
from newsroom.publishing.compare.pieces import Line, Piece
from newsroom.publishing.kinds import Snapshot

from .models import CitedSource, Source
from .snapshots import SHOWN

_CITED = re.compile(r'(?<=data-source=")\d+(?=")')


def citations(rows: Iterable[Snapshot]) -> Iterator[Piece]:
    for number, row in enumerate(rows):
        # What no list holds and a text cites has no id.
        row = row if "id" in row else {**row, "id": f"cited-{row['source']}"}
        label = named(label_of(Source), row["shown"]["title"])
        found = (*source_lines(row), *lines(CitedSource, row, ("locator",)))
        yield block("citations", "source", (number, row), label, found)


def source_lines(row: Snapshot) -> Iterator[Line]:
    """The source of a row as it was frozen; nothing where it has none."""
    if row["shown"]:
        yield from lines(Source, row["shown"], SHOWN)


def with_named_notes(html: str, rows: Iterable[Snapshot]) -> str:
    """The text, its notes by the title of their source in place of its key."""
    titles = {str(row["source"]): row["shown"]["title"] for row in rows}
    return _CITED.sub(lambda key: escape(titles.get(key[0], "")), html)
