"""Experts and quotes that readers see, and translations."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User

from newsroom.publishing.editions import Edition
from quotes.models import Expert, Quote
from tests.factories import make_expert, make_quote, published

WORDS = "Neighbours who argue in the open have something to lose."


def make_translation(original: Quote, language: str = "ja", **fields: Any) -> Quote:
    words = {"text": "率直に争う隣人には失うものがある。", "speaker": "森山 亜希", "role": "歴史家"}
    return make_quote(original=original, language=language, **words | fields)


def live_expert(editor: User, moderator: User, **fields: Any) -> Expert:
    expert = make_expert(**fields)
    published(expert, by=editor, approved_by=moderator)
    return expert


def live_quote(editor: User, moderator: User, **fields: Any) -> tuple[Quote, Edition]:
    """A quote that readers see, with its expert."""
    if "original" not in fields and "expert" not in fields:
        fields["expert"] = live_expert(editor, moderator)
    make = make_translation if "original" in fields else make_quote
    made = make(**fields)
    return made, published(made, by=editor, approved_by=moderator)
