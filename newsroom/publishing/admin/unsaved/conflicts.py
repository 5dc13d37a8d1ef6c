"""Two people saved one draft: both versions side by side, before either gives way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model

from newsroom.publishing.admin.moments import hour
from newsroom.publishing.admin.requests import as_key
from newsroom.publishing.admin.typed import draft_of, in_order
from newsroom.publishing.compare import Comparison, compare
from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Kind, kind_of
from newsroom.publishing.revisions import Revision

from .telling import name_of


@dataclass(frozen=True)
class Conflict:
    """`theirs` is what was saved meanwhile, `mine` what saving over it would change in that."""

    head: Revision
    user: User
    theirs: Comparison | None
    mine: Comparison

    @property
    def is_own(self) -> bool:
        return self.head.author == self.user

    @property
    def who(self) -> str:
        return name_of(self.head.author)

    @property
    def at(self) -> str:
        return hour(self.head.made_at)


def conflict_of(
    form: Any, formsets: Sequence[Any], head: Revision, opened: str, user: User
) -> Conflict:
    kind, saved = kind_of(form.instance), head.read()
    mine = kind.take(_saved_over(draft_of(form, formsets), formsets, kind))
    before = _revision(head, opened)
    theirs = compare(before.read(), saved, kind) if before else None
    return Conflict(head, user, theirs, compare(saved, mine, kind))


def _revision(head: Revision, opened: str) -> Revision | None:
    """The one that was the newest when the form was opened."""
    number = as_key(opened)
    if number is None or number >= head.number:
        return None
    older = Revision.objects.filter(content=head.content_id, number=number)
    return older.select_related("content").first()


def _saved_over(draft: Draft, formsets: Sequence[Any], kind: Kind) -> Draft:
    """What saving the form leaves: rows that others added meanwhile stay beside its own."""
    by_model = {formset.model: formset for formset in formsets}
    rows = {
        children.model: in_order(
            children, [*draft.of(children.model), *_unknown_to(by_model.get(children.model))]
        )
        for children in kind.children
    }
    return Draft(content=draft.content, rows=rows, topics=draft.topics)


def _unknown_to(formset: Any) -> Iterable[Model]:
    if formset is None:
        return []
    known = {form.instance.pk for form in formset.initial_forms}
    return [row for row in formset.get_queryset() if row.pk not in known]
