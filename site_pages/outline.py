"""Site pages in comparisons. Front page and identity have no address of their own."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.publishing.compare.outlines import fields, rows, topics
from newsroom.publishing.compare.pieces import Piece
from newsroom.publishing.kinds import Snapshot

from .models import FrontPage, FrontPick, Identity, Page
from .snapshots import FRONT_PAGE, IDENTITY


def page_outline(snapshot: Snapshot) -> Iterator[Piece]:
    yield from fields(Page, snapshot, ("title", "body", "slug", "language", "original"))
    yield topics(snapshot)


def front_page_outline(snapshot: Snapshot) -> Iterator[Piece]:
    yield from fields(FrontPage, snapshot, ("title", *FRONT_PAGE, "language", "original"))
    yield topics(snapshot)
    yield from rows(FrontPick, "picks", snapshot["picks"], ("article",))


def identity_outline(snapshot: Snapshot) -> Iterator[Piece]:
    yield from fields(Identity, snapshot, ("title", *IDENTITY, "language", "original"))
    yield topics(snapshot)
