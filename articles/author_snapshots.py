"""Authors as snapshots. `id` is there to find what the author wrote."""

from __future__ import annotations

from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Projection, Snapshot
from newsroom.publishing.snapshots import content_values, put_content_back, values

from .models import Author

FIELDS = ("name_ja", "name_ko", "biography", "biography_ja", "biography_ko")


def take(draft: Draft) -> Snapshot:
    author = draft.content
    return {**content_values(draft), "id": author.pk, **values(author, FIELDS)}


def put_back(author: Author, snapshot: Snapshot) -> list[str]:
    return put_content_back(author, snapshot, FIELDS)


def project(snapshot: Snapshot) -> Projection:
    slug = snapshot["slug"]
    return Projection(
        title=snapshot["title"],
        path=f"/authors/{slug}/" if slug else "",
        topics=tuple(snapshot["topics"]),
    )
