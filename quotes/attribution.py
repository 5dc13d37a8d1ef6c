"""What a speaker was on the day of a quote, from what their expert is known to have been when."""

from __future__ import annotations

from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.snapshots import values

from .expert_words import expert_name, role_of
from .models import Affiliation, Expert
from .periods import overlap, period
from .snapshots import AFFILIATION, EXPERT


def attribution_on(expert: Expert, said_on: str, language: str) -> dict[str, str]:
    """Honorific, speaker, role and organisation; the last two are empty where none is known."""
    then = _affiliation_on(expert, said_on)
    return {
        "honorific": expert.honorific,
        "speaker": expert_name({"title": expert.title, **values(expert, EXPERT)}, language).text,
        "role": role_of(then, language).text if then else "",
        "organisation": then["organisation"] if then else "",
    }


def _affiliation_on(expert: Expert, said_on: str) -> Snapshot | None:
    """The first of that time; where no time is known, the first that has not ended."""
    rows = [values(row, AFFILIATION) for row in Affiliation.objects.filter(expert=expert)]
    if not said_on:
        return next((row for row in rows if not row["until"]), None)
    spans = ((row, period(row["since"], row["until"])) for row in rows)
    return next((row for row, span in spans if overlap(span, said_on)), None)
