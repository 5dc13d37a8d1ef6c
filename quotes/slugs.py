"""The last part of an address, made from a name."""

from __future__ import annotations

from uuid import UUID

from django.utils.text import slugify

from newsroom.publishing.content import SLUG_LENGTH

_TOKEN_LENGTH = 8


def slug_of(name: str, length: int = SLUG_LENGTH) -> str:
    return slugify(name, allow_unicode=True)[:length].strip("-_")


def unique_slug(name: str, key: UUID) -> str:
    """The name with a token of `key`: its own even where others have the same name."""
    token = key.hex[:_TOKEN_LENGTH]
    return f"{slug_of(name, SLUG_LENGTH - _TOKEN_LENGTH - 1)}-{token}".lstrip("-")


def gives_away(slug: str, name: str) -> bool:
    """Whether a slug has any word of a name."""
    return not set(slug.split("-")).isdisjoint(slug_of(name).split("-"))
