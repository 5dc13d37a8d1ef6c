"""Passages: what a kind offers to search of a snapshot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .kinds import Snapshot


class Passage(NamedTuple):
    """A text without markup. `name` says what it is ("words", "section"), `anchor` where on the
    page it stands ("" for the page itself). `compared`: others that say the same are looked for.
    """

    name: str
    text: str
    anchor: str = ""
    compared: bool = False


def no_passages(snapshot: Snapshot) -> Iterable[Passage]:
    return ()
