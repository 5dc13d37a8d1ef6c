"""What an author is called and does, in each language."""

from __future__ import annotations

from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.wordings import Words, name

# The fields of a snapshot by their language, in the order in which they stand in for another.
NAME = {"en": "title", "ja": "name_ja", "ko": "name_ko"}
ROLE = {"en": "role", "ja": "role_ja", "ko": "role_ko"}
BIOGRAPHY = {"en": "biography", "ja": "biography_ja", "ko": "biography_ko"}


def author_name(snapshot: Snapshot, language: str) -> Words:
    return name(snapshot, NAME, language)
