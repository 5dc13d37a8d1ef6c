"""What an author is called and does in the reader's language, or else in which other one."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from newsroom.publishing.kinds import Snapshot

# The fields of a snapshot by their language, in the order in which they stand in for another.
NAME = {"en": "title", "ja": "name_ja", "ko": "name_ko"}
ROLE = {"en": "role", "ja": "role_ja", "ko": "role_ko"}
BIOGRAPHY = {"en": "biography", "ja": "biography_ja", "ko": "biography_ko"}


class Words(NamedTuple):
    """`language` is empty where it is the reader's."""

    text: str
    language: str = ""


def words(snapshot: Snapshot, fields: Mapping[str, str], language: str) -> Words:
    for code in (language, *fields):
        if text := snapshot.get(fields.get(code, "")):
            return Words(str(text), "" if code == language else code)
    return Words("")


def author_name(snapshot: Snapshot, language: str) -> Words:
    """Drafts of Japanese and Korean manuscripts have the name as it stood there for a title."""
    name = words(snapshot, NAME, language)
    return name if _is_latin(name.text) else Words(name.text)


def _is_latin(name: str) -> bool:
    return any(unicodedata.name(letter, "").startswith("LATIN") for letter in name)
