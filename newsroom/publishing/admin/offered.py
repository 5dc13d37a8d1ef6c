"""Pages that a higher room adds to the contents of one kind, each linked from its form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .steps.page import ContentPage

_pages: defaultdict[str, dict[str, type[ContentPage]]] = defaultdict(dict)


def offer(kind: str, name: str, page: type[ContentPage]) -> None:
    """A page below the address of each content of a kind, called by its heading."""
    _pages[kind][name] = page


def offered(kind: str) -> Mapping[str, type[ContentPage]]:
    return _pages[kind]
