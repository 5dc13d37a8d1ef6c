"""Articles in comparisons: fields, blocks in their order, lists, sources."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Model
from django.utils.text import Truncator

from newsroom.images.outline import image_lines
from newsroom.publishing.compare.outlines import block, fields, label_of, lines, named, rows, topics
from newsroom.publishing.compare.pieces import Line, Piece
from newsroom.publishing.kinds import Snapshot
from newsroom.richtext.words import plain_text
from newsroom.sources.outline import citations, with_named_notes

from .models import Article
from .snapshots import BLOCKS, LISTS

_LENGTH_OF_NAME = 60


def outline(snapshot: Snapshot) -> Iterator[Piece]:
    yield from fields(
        Article, snapshot, ("title", "standfirst", "slug", "language", "original", "review_every")
    )
    yield topics(snapshot)
    yield _lead_image(snapshot)
    yield from rows(*_list("authors", snapshot))
    yield from _body(snapshot)
    yield from rows(*_list("events", snapshot))
    yield from rows(*_list("questions", snapshot))
    yield from citations(snapshot["citations"])


def _lead_image(snapshot: Snapshot) -> Piece:
    [image] = fields(Article, snapshot, ("lead_image",))
    shown = snapshot["lead_image_shown"]
    return Piece(image.key, image.label, (*image.lines, *(image_lines(shown) if shown else ())))


def _list(name: str, snapshot: Snapshot) -> tuple[type[Model], str, list[Snapshot], list[str]]:
    model, names = LISTS[name]
    return model, name, snapshot[name], [name for name in names if name != "position"]


def _body(snapshot: Snapshot) -> Iterator[Piece]:
    for number, row in enumerate(snapshot["blocks"]):
        name = row["type"]
        label = named(label_of(BLOCKS[name][0]), _name(row))
        yield block("blocks", name, (number, row), label, _lines(row, snapshot["citations"]))


def _name(row: Snapshot) -> str:
    """The heading, or how the text begins."""
    words = row.get("heading") or plain_text(row.get("text", ""))
    return Truncator(words).chars(_LENGTH_OF_NAME)


def _lines(row: Snapshot, cited: list[Snapshot]) -> Iterator[Line]:
    model, names = BLOCKS[row["type"]]
    if "text" in row:
        row = {**row, "text": with_named_notes(row["text"], cited)}
    yield from lines(model, row, names)
    if row.get("shown"):
        yield from image_lines(row["shown"])
