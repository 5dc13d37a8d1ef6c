"""Formatted text as the paragraphs that a manuscript can hold, and whether that is all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from manuscripts.body import as_html
from manuscripts.lines import normalised
from manuscripts.tree import Paragraph

_LINES = re.compile(r"<(?P<list>/?)(?:ul|ol)>|<(?P<tag>p|h3)>(?P<words>.*?)</(?P=tag)>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Paragraphs:
    items: tuple[Paragraph, ...]
    is_all: bool  # whether the importer makes the same text of them again


def paragraphs_of(html: str) -> Paragraphs:
    items = tuple(_paragraphs(html))
    return Paragraphs(items, as_html(items) == html)


def _paragraphs(html: str) -> Iterator[Paragraph]:
    depth = 0
    for line in _LINES.finditer(html):
        if line["tag"]:
            words = unescape(_TAG.sub("", line["words"].replace("<br>", " ")))
            if text := normalised(words):
                yield Paragraph(text, listed=depth > 0)
        else:
            depth += -1 if line["list"] else 1
