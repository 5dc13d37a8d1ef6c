"""Who somebody is said to be, in a snapshot of a quote or of an expert."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.publishing.kinds import Snapshot
from quotes.periods import period

from .names import squeeze
from .offices import Role


@dataclass(frozen=True)
class Claim:
    """Names by the field they stand in, what their bearer is said to be, and when."""

    names: dict[str, str]
    roles: Sequence[Role]

    @property
    def said(self) -> str:
        """In words, for staff."""
        return " · ".join(_told(self.roles))

    @property
    def digest(self) -> str:
        """The same for all that says the same; dates are no part of it."""
        told = "|".join(squeeze(words) for words in _told(self.roles))
        return hashlib.sha256(told.encode()).hexdigest()


def _told(roles: Sequence[Role]) -> Iterator[str]:
    for role in roles:
        yield from filter(None, role.said)


def claim_of_quote(snapshot: Snapshot, said_on: str) -> Claim:
    """`said_on` stands on the original where the quote is a translation."""
    said = (snapshot["role"], snapshot["organisation"])
    return Claim({"speaker": snapshot["speaker"]}, [Role(said, said_on)])


def claim_of_expert(snapshot: Snapshot) -> Claim:
    names = ("title", "name_kanji", "name_hangul", "reading")
    roles = [role for row in snapshot["affiliations"] for role in _roles(row)]
    return Claim({name: snapshot[name] for name in names if snapshot[name]}, roles)


def _roles(row: Snapshot) -> Iterator[Role]:
    """An affiliation in each language that it is told in."""
    when = period(row["since"], row["until"])
    told = [row[f"role_{language}"] for language in ("en", "ja", "ko")]
    for role in filter(None, told):
        yield Role((role, row["organisation"]), when)
    if not any(told):
        yield Role((row["organisation"],), when)
