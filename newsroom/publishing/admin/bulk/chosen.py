"""What was chosen in a list, in the state in which whoever chose it saw it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from newsroom.publishing.admin.requests import as_key

MOST = 100


@dataclass(frozen=True)
class Seen:
    """A content, the newest revision and the live one on the page that asked; 0 for none."""

    content: int
    head: int
    live: int

    @classmethod
    def of(cls, row: Any) -> Self:
        """Of a content that came from `with_status`."""
        return cls(row.pk, row.head_id or 0, row.live_revision_id or 0)

    @classmethod
    def read(cls, token: str) -> Self | None:
        numbers = [as_key(part) for part in token.split("-")]
        if len(numbers) != 3 or None in numbers:
            return None
        return cls(*(number or 0 for number in numbers))

    @property
    def token(self) -> str:
        return f"{self.content}-{self.head}-{self.live}"


def keys_in(text: str) -> list[int]:
    """The contents that an address names, each once; whatever else it says is left out."""
    return list(dict.fromkeys(filter(None, map(as_key, text.split(",")))))


def seen_in(tokens: Iterable[str]) -> dict[int, Seen]:
    found = filter(None, map(Seen.read, tokens))
    return {seen.content: seen for seen in found}
