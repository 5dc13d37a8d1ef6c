"""Site pages as snapshots."""

from __future__ import annotations

from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Projection, Snapshot
from newsroom.publishing.snapshots import content_values, put_content_back, put_rows_back, values

from .models import FrontPage, FrontPick, Identity, Page

FRONT_PAGE = ("introduction", "lead")
_PICK = ("article", "position")
IDENTITY = ("publisher", "tagline", "follow_label", "follow_url", "sample_notice")


def take_page(draft: Draft) -> Snapshot:
    return {**content_values(draft), **values(draft.content, ("body",))}


def put_page_back(page: Page, snapshot: Snapshot) -> list[str]:
    return put_content_back(page, snapshot, ("body",))


def project_page(snapshot: Snapshot) -> Projection:
    slug = snapshot["slug"]
    return Projection(
        title=snapshot["title"],
        path=f"/{slug}/" if slug else "",
        topics=tuple(snapshot["topics"]),
    )


def take_front_page(draft: Draft) -> Snapshot:
    picks = [{"id": row.pk, **values(row, _PICK)} for row in draft.of(FrontPick)]
    return {**content_values(draft), **values(draft.content, FRONT_PAGE), "picks": picks}


def put_front_page_back(front_page: FrontPage, snapshot: Snapshot) -> list[str]:
    skipped = put_content_back(front_page, snapshot, FRONT_PAGE)
    return skipped + put_rows_back(FrontPick, "front_page", front_page, snapshot["picks"], _PICK)


def project_front_page(snapshot: Snapshot) -> Projection:
    lead = [snapshot["lead"]] if snapshot["lead"] else []
    return Projection(
        title=snapshot["title"],
        path="/",
        summary=snapshot["introduction"],
        uses=(*lead, *(row["article"] for row in snapshot["picks"])),
    )


def take_identity(draft: Draft) -> Snapshot:
    return {**content_values(draft), **values(draft.content, IDENTITY)}


def put_identity_back(identity: Identity, snapshot: Snapshot) -> list[str]:
    return put_content_back(identity, snapshot, IDENTITY)


def project_identity(snapshot: Snapshot) -> Projection:
    return Projection(title=snapshot["title"])
