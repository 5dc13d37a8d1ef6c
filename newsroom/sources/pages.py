"""Citations as readers see them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.dates.display import display
from newsroom.publishing.kinds import Snapshot
from newsroom.richtext.notes import Notes, number


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


def cited_at_places(
    texts: Iterable[str], rows: list[Snapshot], language: str
) -> tuple[list[Notes], list[CitationLine]]:
    """The notes of each of a page's texts, and the page's list of sources.

    The list begins with what the texts cite, in the order of their numbers. What stands there
    several times, for several places in it, is one line with them all.
    """
    notes = number(texts, (row["source"] for row in rows))
    numbers = notes[0].numbers if notes else {}
    cited: dict[int, list[Snapshot]] = defaultdict(list)
    for row in rows:
        cited[row["source"]].append(row)
    numbered = [_numbered(cited[source], language, numbers[source]) for source in numbers]
    further = (row for row in rows if row["source"] not in numbers)
    return notes, numbered + citation_lines(further, language)


def _numbered(rows: list[Snapshot], language: str, number: int) -> CitationLine:
    places = filter(None, (row.get("locator") for row in rows))
    return _line(rows[0]["shown"], ", ".join(places), language, number)


def _line(shown: Snapshot, locator: str, language: str, number: int | None = None) -> CitationLine:
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
        number=number,
    )
