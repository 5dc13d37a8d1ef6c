"""Pieces: what a snapshot says, in the order in which it says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.db import models


class Reference(NamedTuple):
    """Something that a snapshot holds by its key; a comparison looks up what it is called."""

    model: type[models.Model]
    key: int


@dataclass(frozen=True)
class Line:
    """One field in plain words. `html` is there where they are formatted.

    `written` words are the author's own: they count, and stand in the content's language. Others
    are ours (a date, a choice) or, for `refers_to`, titles.
    """

    name: str
    label: str
    text: str = ""
    html: str = ""
    written: bool = False
    refers_to: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A field, or a block: a row of the list named `group`, in which its place counts.

    `key` is the field's name, or type and row id ("section:12"): the same in every revision.
    """

    key: str
    label: str
    lines: tuple[Line, ...]
    group: str = ""

    @property
    def is_block(self) -> bool:
        return bool(self.group)

    @property
    def type(self) -> str:
        return self.key.partition(":")[0]

    @property
    def text(self) -> str:
        """Its written words."""
        return "\n\n".join(line.text for line in self.lines if line.written and line.text)
