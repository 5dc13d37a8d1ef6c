"""Events in comparisons: when and what, how the status changed, the sources."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.publishing.compare.outlines import block, fields, label_of, lines, topics
from newsroom.publishing.compare.pieces import Piece
from newsroom.publishing.kinds import Snapshot
from newsroom.sources.outline import citations, source_lines, with_named_notes

from .models import FACTS, Event, StatusChange


def outline(snapshot: Snapshot) -> Iterator[Piece]:
    named = {**snapshot, "text": with_named_notes(snapshot["text"], snapshot["citations"])}
    names = ("title", *FACTS, "place", "text", "slug", "language", "original")
    yield from fields(Event, named, names, title=_("Headline"))
    yield topics(snapshot)
    label = label_of(StatusChange)
    for number, row in enumerate(snapshot["status_changes"]):
        found = (*lines(StatusChange, row, ("status", "on", "note")), *source_lines(row))
        yield block("status_changes", "statuschange", (number, row), label, found)
    yield from citations(snapshot["citations"])
