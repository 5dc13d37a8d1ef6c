"""Whether what a person is said to be is the office of a public figure, and in its term."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from quotes.periods import overlap, period

from .names import letters, squeeze, words

_BETWEEN = re.compile(r"[,;:/|()（）［］、，；・·]|\band\b|\n")
_UNSAID = words("the then current incumbent sitting acting")
_FORMER = words("former ex late")
_UNSAID_HAN = re.compile(r"^(?:当時の?|現職?の?|당시|현직?)")
_FORMER_HAN = re.compile(r"^(?:元|前|故|전직?|고)")
_ORDINAL = re.compile(r"第?\s*\d+\s*(?:st|nd|rd|th|代目?|대)|제\s*\d+\s*대", re.IGNORECASE)


class Term(NamedTuple):
    """An office by what it is called, and how long somebody held it, in EDTF."""

    titles: Sequence[str]
    places: Sequence[str]
    since: str
    until: str


class Role(NamedTuple):
    """What somebody is said to be: all that says it, and when, in EDTF ("" where unknown)."""

    said: Sequence[str]
    when: str


class Fit(Enum):
    """How a role agrees with an office."""

    OFFICE = "office"
    OUTSIDE_THE_TERM = "outside the term"
    ANOTHER_ROLE = "another role"


@dataclass(frozen=True)
class _Segment:
    """One of the things that a role says, squeezed; `former` where it was so before."""

    words: str
    former: bool


def fit(roles: Iterable[Role], terms: Sequence[Term]) -> Fit:
    """The best that any of the roles agrees with any of the terms."""
    found = {_fit(role, term) for role in roles for term in terms}
    best = (Fit.OFFICE, Fit.OUTSIDE_THE_TERM)
    return next((answer for answer in best if answer in found), Fit.ANOTHER_ROLE)


def _fit(role: Role, term: Term) -> Fit:
    segments = list(_segments(role.said))
    naming = [segment for segment in segments if _names_office(segment, segments, term)]
    if not naming:
        return Fit.ANOTHER_ROLE
    in_time = any(_in_time(segment, role.when, term) for segment in naming)
    return Fit.OFFICE if in_time else Fit.OUTSIDE_THE_TERM


def _segments(said: Iterable[str]) -> Iterable[_Segment]:
    for part in said:
        text = unicodedata.normalize("NFKC", part).casefold().replace("'s ", " ")
        for piece in _BETWEEN.split(text.replace("’s ", " ")):
            if segment := _segment(piece):
                yield segment


def _segment(piece: str) -> _Segment | None:
    said = letters(_ORDINAL.sub(" ", piece)).split()
    bare = _UNSAID_HAN.sub("", _joined(word for word in said if word not in _FORMER))
    late = _FORMER_HAN.sub("", bare)
    former = late != bare or not _FORMER.isdisjoint(said)
    return _Segment(late, former) if late else None


def _joined(said: Iterable[str]) -> str:
    return squeeze("".join(word for word in said if word not in _UNSAID))


def _names_office(segment: _Segment, all_said: Sequence[_Segment], term: Term) -> bool:
    """By title and place together, or by the title alone where nothing else is said but places."""
    titles = {_joined(letters(title).split()) for title in term.titles}
    places = {_joined(letters(place).split()) for place in term.places}
    if segment.words in titles:
        return all(other.words in titles | places for other in all_said)
    return segment.words in _phrases(titles, places)


def _phrases(titles: Iterable[str], places: Iterable[str]) -> set[str]:
    return {
        phrase
        for title in titles
        for place in places
        for phrase in (f"{title}of{place}", *(f"{place}{link}{title}" for link in ("", "ノ", "의")))
    }


def _in_time(segment: _Segment, when: str, term: Term) -> bool:
    """Who was something before may be called so ever after; what is not dated is not judged."""
    until = "" if segment.former else term.until
    return overlap(when, period(term.since, until))
