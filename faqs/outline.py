"""Questions in comparisons: the question, the answers, the sources."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.publishing.compare.outlines import fields, topics
from newsroom.publishing.compare.pieces import Piece
from newsroom.publishing.kinds import Snapshot
from newsroom.sources.outline import citations, with_named_notes

from .models import Question


def outline(snapshot: Snapshot) -> Iterator[Piece]:
    named = {**snapshot, "answer": with_named_notes(snapshot["answer"], snapshot["citations"])}
    names = (
        "title",
        "short_answer",
        "answer",
        "reviewed_on",
        "review_every",
        "slug",
        "language",
        "original",
    )
    yield from fields(Question, named, names, title=_("question"))
    yield topics(snapshot)
    yield from citations(snapshot["citations"])
