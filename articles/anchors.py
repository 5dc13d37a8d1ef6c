"""Where links to a section end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count

from newsroom.publishing.kinds import Snapshot
from newsroom.richtext.notes import cited_in

from .snapshots import texts_of

# What the page itself gives an id to. `questions` is the anchor of the questions block.
PAGE_ANCHORS = {"main", "contents", "sources", "changes", "questions"}


def with_anchors(snapshot: Snapshot) -> Iterator[tuple[Snapshot, str]]:
    """The blocks, each with its anchor on the page: no two have the same, most have none."""
    taken = PAGE_ANCHORS | _anchors_of_notes(snapshot)
    for block in snapshot["blocks"]:
        is_linked = block["type"] == "section" and block["heading"]
        yield block, _free(block["anchor"], taken) if is_linked else ""


def _anchors_of_notes(snapshot: Snapshot) -> set[str]:
    cited = {source for text in texts_of(snapshot["blocks"]) for source in cited_in(text)}
    numbers = range(1, len(cited) + 1)
    return {f"{end}-{number}" for end in ("note", "source") for number in numbers}


def _free(wanted: str, taken: set[str]) -> str:
    numbered = (f"{wanted}-{number}" for number in count(2))
    anchor = next(anchor for anchor in chain([wanted], numbered) if anchor not in taken)
    taken.add(anchor)
    return anchor
