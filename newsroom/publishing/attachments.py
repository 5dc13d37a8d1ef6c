"""What revisions freeze of things that are no content: apps register who writes it down."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .kinds import Projection
    from .revisions import Revision

Writer = Callable[["Revision", frozenset[int]], None]

_writers: dict[str, Writer] = {}


def register_attachment(name: str, write: Writer) -> None:
    """`write(revision, ids)` keeps what `Projection.attachments[name]` names from deletion."""
    _writers[name] = write


def attach(revision: Revision, projection: Projection) -> None:
    for name, ids in projection.attachments.items():
        _writers[name](revision, ids)
