"""Who is quoted, as the draft says now: names, what they do where and since when, interests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from newsroom.dates.display import display
from newsroom.publishing.admin.contents import page_url
from quotes.models import Affiliation, Expert, Interest
from quotes.periods import period


@dataclass(frozen=True)
class ExpertShown:
    """Interests with those that readers are not shown."""

    name: str
    url: str
    other_names: list[str]
    affiliations: list[str]
    interests: list[str]


def expert_shown(expert: Expert) -> ExpertShown:
    names = (expert.name_kanji, expert.name_hangul, expert.reading)
    return ExpertShown(
        name=str(expert),
        url=page_url(expert, "change"),
        other_names=[name for name in names if name],
        affiliations=_lines(expert.affiliations.all()),
        interests=_lines(expert.interests.all()),
    )


def _lines(rows: Iterable[Affiliation | Interest]) -> list[str]:
    """What each says of itself, with its time where that is known."""
    return [f"{row} ({when})" if (when := _when(row)) else str(row) for row in rows]


def _when(row: Affiliation | Interest) -> str:
    span = period(row.since, row.until)
    return display(span, get_language() or "en").text if span else ""
