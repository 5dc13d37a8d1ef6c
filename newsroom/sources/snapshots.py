"""Citations in snapshots: what readers see of a source, frozen as it was.

A row is one that the draft lists, with its key and place, or it stands for a source that nobody
listed and a text cites.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsroom.publishing.content import Publishable
from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Children, Snapshot
from newsroom.publishing.snapshots import put_rows_back, values
from newsroom.richtext.notes import cited_in

from .models import CitedSource, Source

CITED_SOURCES = Children(
    CitedSource, "content", order_by=("position", "pk"), select_related=("source",)
)
_ROW = ("source", "locator", "position")
SHOWN = (
    "title",
    "author",
    "publisher",
    "published_on",
    "language",
    "url",
    "archived_url",
    "accessed_on",
)


def freeze(source: Source) -> Snapshot:
    """What readers see of a source."""
    return values(source, SHOWN)


def take_citations(draft: Draft, *texts: str) -> list[Snapshot]:
    """What the draft lists, then what else its texts cite, in their order."""
    rows = [
        {"id": cited.pk, **values(cited, _ROW), "shown": freeze(cited.source)}
        for cited in draft.of(CitedSource)
    ]
    cited = dict.fromkeys(source for text in texts for source in cited_in(text))
    unlisted = [source for source in cited if source not in cited_ids(rows)]
    found = Source.objects.in_bulk(unlisted) if unlisted else {}
    return rows + [
        {"source": source, "shown": freeze(found[source])} for source in unlisted if source in found
    ]


def put_citations_back(content: Publishable, rows: list[Snapshot]) -> list[str]:
    return put_rows_back(CitedSource, "content", content, listed(rows), _ROW)


def listed(rows: Iterable[Snapshot]) -> list[Snapshot]:
    return [row for row in rows if "id" in row]


def with_citations_of(rows: list[Snapshot], more: Iterable[Snapshot]) -> list[Snapshot]:
    """`rows`, and those of `more` whose source is not among them."""
    return rows + [row for row in more if row["source"] not in cited_ids(rows)]


def cited_ids(rows: Iterable[dict[str, Any]]) -> frozenset[int]:
    return frozenset(row["source"] for row in rows if row.get("source"))
