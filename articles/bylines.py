"""Who signed an article: authors in their order, joined as the reader's language joins names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from django.db.models.fields.json import KeyTransform

from newsroom.publishing.cards import Card, Signature, part_card
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.parts import Part, Parts

from .author_words import author_name

# Between names, and before the last of them: "A, B and C", 「A、B、C」.
_JOINTS = {"en": (", ", " and "), "ja": ("、", "、"), "ko": (", ", ", ")}


def byline(rows: Iterable[Snapshot], parts: Parts, language: str) -> tuple[Signature, ...]:
    """The authors of an article's rows whom readers may be told of."""
    found = [part for row in rows if (part := parts.get(row["author"])) and part.snapshot]
    return tuple(_signatures(found, language))


def signed_cards(
    editions: Sequence[Edition], parts: Parts, language: str, card: Callable[[Edition], Card]
) -> list[Card]:
    """Cards of editions that came `with_authors`, each with its byline."""
    signed = [getattr(edition, "signed_by", None) or () for edition in editions]
    return list(_signed(zip(map(card, editions), signed, strict=True), parts, language))


def signed_parts(articles: Sequence[Part], parts: Parts, language: str) -> list[Card]:
    """The same of articles at hand."""
    rows = (article.snapshot["authors"] for article in articles)
    return list(_signed(zip(map(part_card, articles), rows, strict=True), parts, language))


def with_authors(editions: EditionQuerySet) -> EditionQuerySet:
    """The rows of authors alone: the rest of the snapshots stays in the database."""
    return editions.annotate(signed_by=KeyTransform("authors", "revision__snapshot"))


def _signed(
    cards: Iterable[tuple[Card, Sequence[Snapshot]]], parts: Parts, language: str
) -> Iterator[Card]:
    cards = list(cards)
    parts.load((row["author"] for _card, rows in cards for row in rows), with_theirs=False)
    for card, rows in cards:
        yield replace(card, byline=byline(rows, parts, language))


def _signatures(authors: Sequence[Part], language: str) -> Iterator[Signature]:
    between, before_the_last = _JOINTS.get(language, _JOINTS["en"])
    for left, part in zip(range(len(authors) - 1, -1, -1), authors, strict=True):
        name = author_name(part.snapshot, language)
        yield Signature(
            name=name.text,
            language=name.language,
            path=part.path,
            joint=("", before_the_last)[left] if left < 2 else between,
            is_public=part.is_public,
        )
