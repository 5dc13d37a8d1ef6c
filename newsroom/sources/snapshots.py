"""Citations in snapshots: what readers see of a source, frozen as it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsroom.publishing.content import Publishable
from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Children, Snapshot
from newsroom.publishing.snapshots import put_rows_back, values

from .models import CitedSource, Source

CITED_SOURCES = Children(
    CitedSource, "content", order_by=("position", "pk"), select_related=("source",)
)
_ROW = ("source", "locator", "position")
_SHOWN = (
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
    return values(source, _SHOWN)


def take_citations(draft: Draft) -> list[Snapshot]:
    return [
        {"id": cited.pk, **values(cited, _ROW), "shown": freeze(cited.source)}
        for cited in draft.of(CitedSource)
    ]


def put_citations_back(content: Publishable, rows: list[Snapshot]) -> list[str]:
    return put_rows_back(CitedSource, "content", content, rows, _ROW)


def cited_ids(rows: Iterable[dict[str, Any]]) -> frozenset[int]:
    return frozenset(row["source"] for row in rows if row.get("source"))
