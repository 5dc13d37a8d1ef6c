"""Articles as snapshots: the row, the blocks in their order, the lists, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from django.db import models

from newsroom.images.names import around
from newsroom.images.snapshots import freeze, with_focus
from newsroom.publishing.ageing import review_after
from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Projection, Snapshot
from newsroom.publishing.snapshots import content_values, put_content_back, put_rows_back, values
from newsroom.sources.snapshots import cited_ids, put_citations_back, take_citations

from .models import (
    Article,
    ArticleAuthor,
    ArticleEvent,
    ArticleQuestion,
    Picture,
    PromoHere,
    QuestionsHere,
    QuoteHere,
    Section,
    TimelineHere,
)

_FIELDS = ("standfirst", "lead_image", "review_every")
_PLACE = ("region", "ordering")

# The types of blocks, by their names in snapshots, with what each holds.
BLOCKS: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "section": (Section, ("heading", "subheading", "anchor", "text")),
    "picture": (Picture, ("image", "caption")),
    "quote": (QuoteHere, ("quote",)),
    "timeline": (TimelineHere, ()),
    "questions": (QuestionsHere, ()),
    "promo": (PromoHere, ("promo",)),
}
# The lists beside the body, by their names in snapshots.
LISTS: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "authors": (ArticleAuthor, ("author", "position")),
    "events": (ArticleEvent, ("event", "headline", "position")),
    "questions": (ArticleQuestion, ("question", "position")),
}


def take(draft: Draft) -> Snapshot:
    article = cast("Article", draft.content)
    lead = article.lead_image
    blocks = sorted(_blocks(draft), key=lambda block: block["ordering"])
    return {
        **content_values(draft),
        **values(article, _FIELDS),
        "lead_image_shown": freeze(lead, article.language) if lead else None,
        "blocks": blocks,
        **{
            name: [{"id": row.pk, **values(row, fields)} for row in draft.of(model)]
            for name, (model, fields) in LISTS.items()
        },
        "citations": take_citations(draft, *texts_of(blocks)),
    }


def texts_of(blocks: Iterable[Snapshot]) -> list[str]:
    """The formatted texts of the body, in order: what cites sources."""
    return [block["text"] for block in blocks if block["type"] == "section"]


def _blocks(draft: Draft) -> Iterator[Snapshot]:
    for name, (model, fields) in BLOCKS.items():
        for row in draft.of(model):
            block = {"type": name, "id": row.pk, **values(row, (*_PLACE, *fields))}
            if isinstance(row, Picture):
                language = draft.content.language
                block["shown"] = freeze(row.image, language) if row.image else None
            yield block


def put_back(article: Article, snapshot: Snapshot) -> list[str]:
    skipped = put_content_back(article, snapshot, _FIELDS)
    for name, (model, fields) in BLOCKS.items():
        rows = [block for block in snapshot["blocks"] if block["type"] == name]
        skipped += put_rows_back(model, "parent", article, rows, (*_PLACE, *fields))
    for name, (model, fields) in LISTS.items():
        skipped += put_rows_back(model, "article", article, snapshot[name], fields)
    return skipped + put_citations_back(article, snapshot["citations"])


def with_focal_points(snapshot: Snapshot) -> Snapshot:
    """As today, what was taken when images had none."""
    lead = snapshot["lead_image_shown"]
    blocks = (
        {**block, "shown": with_focus(block["shown"])} if block.get("shown") else block
        for block in snapshot["blocks"]
    )
    return {
        **snapshot,
        "lead_image_shown": with_focus(lead) if lead else None,
        "blocks": list(blocks),
    }


def project(snapshot: Snapshot) -> Projection:
    slug, lead = snapshot["slug"], snapshot["lead_image_shown"]
    return Projection(
        title=snapshot["title"],
        path=f"/articles/{slug}/" if slug else "",
        summary=snapshot["standfirst"],
        lead_image=around(lead["file"], lead["focus"]) if lead else "",
        topics=tuple(snapshot["topics"]),
        review_after=review_after(snapshot),
        uses=tuple(_uses(snapshot)),
        attachments={"image": _images(snapshot), "source": cited_ids(snapshot["citations"])},
    )


def _uses(snapshot: Snapshot) -> Iterator[int]:
    """The parts that the page shows: a list that stands nowhere in the body is not shown."""
    yield from (row["author"] for row in snapshot["authors"])
    for block in snapshot["blocks"]:
        match block["type"]:
            case "quote" | "promo" as name if block[name]:
                yield block[name]
            case "timeline":
                yield from (row["event"] for row in snapshot["events"])
            case "questions":
                yield from (row["question"] for row in snapshot["questions"])


def _images(snapshot: Snapshot) -> frozenset[int]:
    shown = {block["image"] for block in snapshot["blocks"] if block["type"] == "picture"}
    return frozenset(filter(None, {*shown, snapshot["lead_image"]}))
