"""Quotes and experts in comparisons, with the evidence that staff alone see."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.publishing.compare.outlines import block, fields, label_of, lines, rows, topics
from newsroom.publishing.compare.pieces import Piece
from newsroom.publishing.kinds import Snapshot
from newsroom.sources.outline import source_lines

from .interests import Interest
from .models import Affiliation, Evidence, Expert, ProfileLink, Quote
from .snapshots import AFFILIATION, ATTRIBUTION, EVIDENCE, EXPERT, INTEREST, PROFILE_LINK, QUOTE


def quote_outline(snapshot: Snapshot) -> Iterator[Piece]:
    """Without the title, which is made of speaker and words."""
    words = ("text", *ATTRIBUTION)
    rest = [name for name in QUOTE if name not in words]
    yield from fields(Quote, snapshot, (*words, *rest, "slug", "language", "original"))
    yield topics(snapshot)
    label = label_of(Evidence)
    for number, row in enumerate(snapshot["evidence"]):
        found = (*source_lines(row), *lines(Evidence, row, _of_evidence()))
        yield block("evidence", "evidence", (number, row), label, found)


def _of_evidence() -> list[str]:
    """The source is told in words, as it was when the evidence was written down."""
    return [name for name in EVIDENCE if name != "source"]


def expert_outline(snapshot: Snapshot) -> Iterator[Piece]:
    names = ("title", *EXPERT, "slug")
    yield from fields(Expert, snapshot, names, title=_("name in Latin script"))
    yield topics(snapshot)
    affiliation = [name for name in AFFILIATION if name != "position"]
    profile_link = [name for name in PROFILE_LINK if name != "position"]
    yield from rows(Affiliation, "affiliations", snapshot["affiliations"], affiliation)
    yield from rows(ProfileLink, "profile_links", snapshot["profile_links"], profile_link)
    yield from _interests(snapshot["interests"])


def _interests(data: list[Snapshot]) -> Iterator[Piece]:
    label, told = label_of(Interest), [n for n in INTEREST if n not in ("source", "position")]
    for number, row in enumerate(data):
        found = (*lines(Interest, row, told), *source_lines(row))
        yield block("interests", "interest", (number, row), label, found)
