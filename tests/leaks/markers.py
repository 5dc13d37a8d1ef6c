"""Marker words: one for each text, saying whose it is, in which state, and which field holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db import models

from articles.models import Author
from newsroom.dates.fields import EdtfField
from newsroom.images.models import Image
from newsroom.publishing.content import Publishable
from newsroom.publishing.drafts import read_draft
from newsroom.richtext.fields import CleanField, SafeURLField
from newsroom.sources.models import Source
from quotes.models import Evidence, Quote, Record
from site_pages.models import FrontPage, Identity

_WORD = re.compile(r"zz[0-9a-z]+", re.IGNORECASE)
# Names of files are texts as well.
_FILES = {Image: ("file",), Evidence: ("file",)}

# What readers never see, live or not, each by its place: the model's name, then the field's.
STAFF_ONLY = frozenset(
    {
        *("source note", "image title", "image licence", "evidence passage", "evidence note"),
        *("evidence file", "promo title", "promo slug", "quote record_reason", "expert sort_key"),
        # Kept for later: no page shows these by now.
        *("event date_text", "event countries"),
    }
)
# Who said a quote, and what stands there where the speaker may not be named.
_NAMED = frozenset({"quote honorific", "quote speaker", "quote role", "quote organisation"})
_UNNAMED = frozenset({"quote described_as"})
# Beside the name of a face, a caption would say it once more.
_OF_AUTHORS = frozenset({"imagetext caption"})


def hidden_from_readers(content: Publishable) -> frozenset[str]:
    """The places of what readers do not see of this content."""
    unnamed = isinstance(content, Quote) and content.record != Record.ON_THE_RECORD
    of_authors = _OF_AUTHORS if isinstance(content, Author) else frozenset()
    return STAFF_ONLY | (_NAMED if unnamed else _UNNAMED) | of_authors


def words_in(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def mark(row: models.Model, prefix: str, *, filled_only: bool = False) -> dict[str, str]:
    """Write a word into every text of a row. Answers the places of the words, by word.

    Titles that a row makes of its other texts are no texts of their own.
    """
    written = {}
    for field in _texts(row):
        if filled_only and not getattr(row, field.attname):
            continue
        model, name = row._meta.model_name or "", field.name
        word = f"{prefix}{model}{name.replace('_', '')}"
        setattr(row, field.attname, _as_address(word) if _is_address(field) else word)
        written[word] = f"{model} {name}"
    row.save()
    kept = words_in(" ".join(str(field.value_from_object(row)) for field in _texts(row)))
    return {word: place for word, place in written.items() if word in kept}


def _texts(row: models.Model) -> Iterator[models.Field]:
    for field in row._meta.concrete_fields:
        is_text = isinstance(field, CleanField | models.SlugField) and not field.choices
        is_fixed = field.name == "slug" and isinstance(row, FrontPage | Identity)
        if field.name in _FILES.get(type(row), ()) or (
            is_text and not is_fixed and not isinstance(field, EdtfField)
        ):
            yield field


def _is_address(field: models.Field) -> bool:
    return isinstance(field, SafeURLField)


def _as_address(word: str) -> str:
    return f"https://example.org/{word}"


def held_by(content: Publishable) -> Iterator[models.Model]:
    """The draft's rows, with the sources and images that its revisions freeze."""
    draft = read_draft(content)
    for row in (draft.content, *(row for rows in draft.rows.values() for row in rows)):
        yield row
        for field in row._meta.concrete_fields:
            if field.related_model in (Source, Image) and (frozen := getattr(row, field.name)):
                yield frozen
                yield from frozen.texts.all() if isinstance(frozen, Image) else ()
