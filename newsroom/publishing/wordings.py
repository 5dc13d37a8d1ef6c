"""Words of one content for all languages: in the reader's, or else in which other one."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from .kinds import Snapshot


class Words(NamedTuple):
    """`language` is empty where it is the reader's."""

    text: str
    language: str = ""


def words(snapshot: Snapshot, fields: Mapping[str, str], language: str) -> Words:
    """`fields` by their language, in the order in which they stand in for another."""
    for code in (language, *fields):
        if text := snapshot.get(fields.get(code, "")):
            return Words(str(text), "" if code == language else code)
    return Words("")


def name(snapshot: Snapshot, fields: Mapping[str, str], language: str) -> Words:
    """Drafts of Japanese and Korean manuscripts have the name as it stood there for a title."""
    found = words(snapshot, fields, language)
    return found if _is_latin(found.text) else Words(found.text)


def _is_latin(text: str) -> bool:
    return any(unicodedata.name(letter, "").startswith("LATIN") for letter in text)
