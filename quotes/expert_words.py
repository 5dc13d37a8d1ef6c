"""What an expert is called and does, in each language and script."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.wordings import Words, name, words

# The fields of a snapshot by their language, in the order in which they stand in for another.
NAME = {"en": "title", "ja": "name_kanji", "ko": "name_hangul"}
BIOGRAPHY = {code: f"bio_{code}" for code in NAME}
_ROLE = {code: f"role_{code}" for code in NAME}


def expert_name(snapshot: Snapshot, language: str) -> Words:
    """The name in the script that readers of the language expect, else in Latin script."""
    return name(snapshot, NAME, language)


def role_of(affiliation: Snapshot, language: str) -> Words:
    return words(affiliation, _ROLE, language)


def other_names(snapshot: Snapshot, language: str) -> Iterator[Words]:
    """The name in the other scripts; how the Japanese one is read stands beside it."""
    shown = expert_name(snapshot, language).text
    for code, field in NAME.items():
        text = snapshot[field] if snapshot[field] != shown else ""
        if code == "ja":
            text = _read_as(text, snapshot["reading"])
        if text:
            yield Words(text, "" if code == language else code)


def _read_as(name: str, reading: str) -> str:
    return f"{name}（{reading}）" if name and reading else name or reading
