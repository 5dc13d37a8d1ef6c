"""The rows of a ledger as staff see them, each with a link to what its line became."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from manuscripts.ledger import Parsed, ledger_rows, place_label
from manuscripts.models import ImportedManuscript
from manuscripts.places import Place
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.content import Content


@dataclass(frozen=True)
class Row:
    """A line of the source; `place` says what became of it, or `reason` why nothing did."""

    number: int
    text: str
    place: str
    reason: str
    url: str = ""
    title: str = ""  # of the content behind the link, where that is not the article


def foreseen(parsed: Parsed) -> Iterator[Row]:
    """Of a manuscript that nothing was made of yet: links lead to the text on the same page."""
    for row in ledger_rows(parsed):
        url = f"#becomes-{row.number}" if row.place else ""
        yield Row(row.number, row.raw, row.place, row.reason, url)


def stored(manuscript: ImportedManuscript) -> Iterator[Row]:
    """Of a manuscript that was imported: links lead to the contents, as far as they are there."""
    contents = Content.objects.in_bulk({row["content"] for row in manuscript.ledger} - {None})
    for row in manuscript.ledger:
        content = contents.get(row["content"])
        yield Row(
            number=row["line"],
            text=row["text"],
            place=place_label(map(Place.at, row["places"])),
            reason=row["reason"],
            url=page_url(content, "change") if content else "",
            title=str(content) if content and content.pk != manuscript.article_id else "",
        )
