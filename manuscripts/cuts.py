"""A line cut into segments: words that mean something, and the marks between them.

The segments of a cut, joined, are the line again. That is how the ledger can prove that nothing
was lost: every recogniser answers with a cut, and none with a text of its own making.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Segment(NamedTuple):
    """Some characters of a line, and what they are; marks that say nothing have no name."""

    text: str
    name: str = ""


Cut = tuple[Segment, ...]


def cut(match: re.Match[str]) -> Cut:
    """The whole subject of a match, cut at its named groups."""
    return cut_at(match.string, {name: match.span(name) for name in match.re.groupindex})


def cut_at(text: str, spans: Mapping[str, tuple[int, int]]) -> Cut:
    """The text cut at spans, which must not overlap; empty ones are passed over."""
    named = sorted((span, name) for name, span in spans.items() if span[0] < span[1])
    segments, at = [], 0
    for (start, end), name in named:
        segments += [Segment(text[at:start]), Segment(text[start:end], name)]
        at = end
    segments.append(Segment(text[at:]))
    return tuple(segment for segment in segments if segment.text)


def words(segments: Cut) -> dict[str, str]:
    """What the named segments of a cut say."""
    return {segment.name: segment.text for segment in segments if segment.name}
