"""Where a quote is used: on pages that readers see or will see, and in drafts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import Children, all_kinds
from newsroom.publishing.uses import Use
from quotes.models import Quote


@dataclass(frozen=True)
class Used:
    """`is_public`: a page shows it, or will; else a draft alone."""

    title: str
    url: str
    language: str
    is_public: bool


def where_used(quote: int, at: dt.datetime) -> list[Used]:
    uses = Use.objects.filter(part=quote).values("edition")
    shown = Edition.objects.not_past(at).filter(pk__in=uses)
    public = set(shown.values_list("content", flat=True))
    drafts = set(_drafts(quote))
    contents = Content.objects.filter(pk__in=public | drafts).order_by("title", "pk")
    return [Used(str(it), page_url(it, "change"), it.language, it.pk in public) for it in contents]


def _drafts(quote: int) -> Iterator[int]:
    """Whose rows point to it: kinds of rooms above this one say which rows they have."""
    for children in chain.from_iterable(kind.children for kind in all_kinds()):
        for name in _places(children):
            rows = children.model._default_manager.filter(**{name: quote})
            yield from rows.values_list(f"{children.parent}_id", flat=True)


def _places(children: Children) -> list[str]:
    """Its evidence stands below the quote itself: that is no use of it."""
    return [
        field.name
        for field in children.model._meta.concrete_fields
        if field.related_model is Quote and field.name != children.parent
    ]
