"""Where links to a section end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count

from newsroom.publishing.kinds import Snapshot

# What the page itself gives an id to. `questions` is the anchor of the questions block.
PAGE_ANCHORS = frozenset({"main", "contents", "sources", "changes", "questions"})


def with_anchors(snapshot: Snapshot) -> Iterator[tuple[Snapshot, str]]:
    """The blocks, each with its anchor on the page: no two have the same, most have none."""
    taken = set(PAGE_ANCHORS)
    for block in snapshot["blocks"]:
        is_linked = block["type"] == "section" and block["heading"]
        yield block, _free(block["anchor"], taken) if is_linked else ""


def _free(wanted: str, taken: set[str]) -> str:
    numbered = (f"{wanted}-{number}" for number in count(2))
    anchor = next(anchor for anchor in chain([wanted], numbered) if anchor not in taken)
    taken.add(anchor)
    return anchor
