"""Citations as readers see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.dates.display import display
from newsroom.publishing.kinds import Snapshot


@dataclass(frozen=True)
class CitationLine:
    """One source, as it was when the edition was made. `number` where the text refers to it."""

    title: str
    author: str = ""
    publisher: str = ""
    published_on: str = ""
    language: str = ""
    url: str = ""
    archived_url: str = ""
    accessed_on: dt.date | None = None
    locator: str = ""
    number: int | None = None


def citation_lines(rows: Iterable[Snapshot], language: str) -> list[CitationLine]:
    """The citations of a snapshot, their dates in the reader's language."""
    return [_line(row["shown"], row.get("locator", ""), language) for row in rows]


def _line(shown: Snapshot, locator: str, language: str) -> CitationLine:
    published, accessed = shown["published_on"], shown["accessed_on"]
    return CitationLine(
        title=shown["title"],
        author=shown["author"],
        publisher=shown["publisher"],
        published_on=display(published, language).text if published else "",
        language=shown["language"],
        url=shown["url"],
        archived_url=shown["archived_url"],
        accessed_on=dt.date.fromisoformat(accessed) if accessed else None,
        locator=locator,
    )
