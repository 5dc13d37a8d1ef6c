"""Declared interests as readers see them: on the expert's page, and beside quotes of that time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from newsroom.dates.display import display
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.wordings import Words, words
from newsroom.sources.pages import CitationLine, citation_lines

from .interests import InterestKind
from .periods import overlap, period

_STATEMENT = {code: f"statement_{code}" for code in ("en", "ja", "ko")}


@dataclass(frozen=True)
class InterestLine:
    """`statement` is empty where kind and organisation say it all, `period` where none is known."""

    kind: str | Promise
    organisation: str
    statement: Words
    period: str
    source: CitationLine | None


def public_interests(snapshot: Snapshot) -> list[Snapshot]:
    """The rows that readers may see; an expert who is withdrawn has none."""
    return [row for row in snapshot.get("interests", ()) if row["is_public"]]


def interest_lines(snapshot: Snapshot, language: str, said_on: str = "") -> list[InterestLine]:
    """Those of the time of a quote; all of them where no time is known."""
    return list(_lines(snapshot, language, said_on))


def _lines(snapshot: Snapshot, language: str, said_on: str) -> Iterator[InterestLine]:
    for row in public_interests(snapshot):
        span = period(row["since"], row["until"])
        if overlap(span, said_on):
            yield InterestLine(
                kind=InterestKind(row["kind"]).label,
                organisation=row["organisation"],
                statement=words(row, _STATEMENT, language),
                period=display(span, language).text if span else "",
                source=citation_lines([row], language)[0] if row["shown"] else None,
            )
