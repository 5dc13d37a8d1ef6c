"""The body of an article, as its manuscript has it: blocks in the order of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import models

from articles.models import Author, PromoHere, QuestionsHere, QuoteHere, Section, TimelineHere
from faqs.models import Question
from manuscripts import tree
from newsroom.richtext.words import paragraphs_to_html
from promos.models import Promo
from quotes.models import Quote
from timeline.models import Event

# A type of block, and the fields of one.
Block = tuple[type[models.Model], dict[str, Any]]


@dataclass
class Parts:
    """The drafts of a manuscript's parts, in its order."""

    events: list[Event]
    quotes: list[Quote]
    questions: list[Question]
    promo: Promo | None
    authors: list[Author]


def blocks(manuscript: tree.Manuscript, parts: Parts) -> Iterator[Block]:
    """The introduction is a section without a heading."""
    yield from _section_blocks(manuscript.intro, parts, says_so=False)
    for section in manuscript.sections:
        yield from _section_blocks(section, parts, says_so=True)


def _section_blocks(section: tree.Section, parts: Parts, *, says_so: bool) -> Iterator[Block]:
    """Paragraphs in a row are one block; the heading stands with the first of them.

    What says that it is a section is one, even without a word.
    """
    runs = [list(run) for _is_text, run in groupby(section.items, key=_is_paragraph)]
    opening = runs.pop(0) if runs and _is_paragraph(runs[0][0]) else []
    if says_so or opening:
        words = {"heading": section.heading, "subheading": section.subheading}
        yield Section, {**words, "text": as_html(opening)}
    for run in runs:
        if _is_paragraph(run[0]):
            yield Section, {"text": as_html(run)}
        else:
            yield from (_part_block(item, parts) for item in run)


def _is_paragraph(item: tree.Item) -> bool:
    return isinstance(item, tree.Paragraph)


def _part_block(item: tree.Item, parts: Parts) -> Block:
    match item:
        case tree.QuoteHere(index):
            return QuoteHere, {"quote": parts.quotes[index]}
        case tree.TimelineHere():
            return TimelineHere, {}
        case tree.QuestionsHere():
            return QuestionsHere, {}
        case _:
            return PromoHere, {"promo": parts.promo}


def as_html(paragraphs: Iterable[tree.Paragraph]) -> str:
    """Formatted text; runs of listed paragraphs become lists."""
    runs = groupby(paragraphs, key=lambda paragraph: paragraph.listed)
    return "".join(_run_html([p.text for p in run], listed=listed) for listed, run in runs)


def _run_html(texts: list[str], *, listed: bool) -> str:
    if not listed:
        return paragraphs_to_html(texts)
    items = "".join(f"<li>{paragraphs_to_html([text])}</li>" for text in texts)
    return f"<ul>{items}</ul>"
