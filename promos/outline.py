"""Promos in comparisons: the words, the facts, the courses in their order."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.publishing.compare.outlines import fields, rows, topics
from newsroom.publishing.compare.pieces import Piece
from newsroom.publishing.kinds import Snapshot

from .models import Course, Promo
from .snapshots import COURSE, FIELDS


def outline(snapshot: Snapshot) -> Iterator[Piece]:
    yield from fields(Promo, snapshot, ("title", *FIELDS, "slug", "language", "original"))
    yield topics(snapshot)
    course = [name for name in COURSE if name != "position"]
    yield from rows(Course, "courses", snapshot["courses"], course)
