"""Drafts: a content with all that belongs to it, from the database or from unsaved forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from django.db import models

from .content import Content, Publishable
from .kinds import Children, kind_of
from .topics import Topic

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True)
class Draft:
    """What a snapshot is taken of. `rows` are the child rows by model, in order."""

    content: Publishable
    rows: Mapping[type[models.Model], Sequence[models.Model]]
    topics: Sequence[Topic]

    def of(self, model: type[M]) -> Sequence[M]:
        return cast("Sequence[M]", self.rows.get(model, ()))


def read_draft(content: Content) -> Draft:
    """The draft as the database has it: one query for the content, one per child table used."""
    kind = kind_of(content)
    fresh = kind.model._default_manager.select_related(*kind.select_related).get(pk=content.pk)
    rows = {children.model: read_rows(children, fresh) for children in kind.children}
    return Draft(content=fresh, rows=rows, topics=list(fresh.topics.order_by("pk")))


def read_rows(children: Children, content: Publishable) -> list[models.Model]:
    rows = children.model._default_manager.filter(**{children.parent: content})
    rows = rows.select_related(*children.select_related)
    return list(rows.prefetch_related(*children.prefetch_related).order_by(*children.order_by))
