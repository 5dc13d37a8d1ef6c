"""How pieces and notes are published: the smallest kinds that use every part of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from newsroom.publishing.compare import Piece as Told
from newsroom.publishing.compare.outlines import fields, rows, topics
from newsroom.publishing.drafts import Draft
from newsroom.publishing.findings import Case, Finding, block, info, warn
from newsroom.publishing.kinds import Children, Kind, Projection, Snapshot, Translates, always
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Part, Parts
from newsroom.publishing.rights import EDITORS_RUN, MODERATORS_DECIDE
from newsroom.publishing.snapshots import content_values, put_content_back, put_rows_back, values

from .models import Note, Piece, Shown

MUCH_LATER = datetime(2026, 1, 8, tzinfo=UTC)

SHOWN = Children(Shown, "piece", order_by=("position", "pk"))


@dataclass(frozen=True)
class PiecePage:
    title: str
    text: str
    parts: list[Part]
    facts: PageFacts
    next_change: datetime | None


def take(draft: Draft) -> Snapshot:
    shown = [{"id": row.pk, **values(row, ("part", "position"))} for row in draft.of(Shown)]
    return {**content_values(draft), **values(draft.content, ("text",)), "shown": shown}


def put_back(content: Piece | Note, snapshot: Snapshot) -> list[str]:
    lost = put_content_back(content, snapshot, ("text",))
    if isinstance(content, Piece):
        lost += put_rows_back(Shown, "piece", content, snapshot["shown"], ("part", "position"))
    return lost


def project(snapshot: Snapshot) -> Projection:
    slug = snapshot["slug"]
    return Projection(
        title=snapshot["title"],
        path=f"/pieces/{slug}/" if slug else "",
        summary=snapshot["text"][:50],
        topics=tuple(snapshot["topics"]),
        uses=tuple(row["part"] for row in snapshot["shown"]),
    )


def outline(snapshot: Snapshot) -> Iterator[Told]:
    yield from fields(Piece, snapshot, ("title", "text", "slug", "language", "original"))
    yield topics(snapshot)
    yield from rows(Shown, "shown", snapshot["shown"], ("part",))


def find(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    """Marker words stand for what real kinds look for."""
    for severity in (block, warn, info):
        if f"[{severity.__name__}]" in snapshot["text"]:
            yield severity(severity.__name__, f"The text says {severity.__name__}.")
    if "[later warn]" in snapshot["text"] and case.opens > MUCH_LATER:
        yield warn("later_warn", "By then it will be old.")


def is_for_two(snapshot: Snapshot) -> bool:
    return "[two]" in snapshot["text"]


def compose(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> PiecePage:
    shown = [part for row in snapshot["shown"] if (part := parts.get(row["part"]))]
    return PiecePage(
        title=snapshot["title"],
        text=snapshot["text"],
        parts=shown,
        facts=facts,
        next_change=facts.next_change(*parts.moments),
    )


PIECE = Kind(
    model=Piece,
    schema=1,
    take=take,
    put_back=put_back,
    project=project,
    outline=outline,
    findings=find,
    rights=EDITORS_RUN,
    translates=Translates(parts=frozenset({"part"})),
    children=(SHOWN,),
    compose=compose,
    template="pieces/piece.html",
)
NOTE = Kind(
    model=Note,
    schema=1,
    take=take,
    put_back=put_back,
    project=project,
    outline=outline,
    findings=find,
    rights=MODERATORS_DECIDE,
    approval=always,
    approved_by_two=is_for_two,
    compose=compose,
    template="pieces/piece.html",
)
