"""Child rows in the form of their content: whose they are, and what became of deleted ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Model
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from .fields import without_deleting
from .typed import LooksBeforeItSaves

Posted = MultiValueDict[str, Any]


@cache
def of_content(inline: type[InlineModelAdmin[Any, Any]]) -> type[InlineModelAdmin[Any, Any]]:
    """The inline as part of its content: without permissions of its own, and reviving.

    Who may write the content may write its rows; Django asks for the content's rights first.
    Permission methods that the inline overrides itself stay.
    """

    def allowed(self: Any, request: HttpRequest, obj: Any = None) -> bool:
        return True

    methods = [f"has_{right}_permission" for right in ("view", "add", "change", "delete")]
    stock = [name for name in methods if getattr(inline, name) is getattr(InlineModelAdmin, name)]
    body = {
        **dict.fromkeys(stock, allowed),
        "form": type("RowForm", (LooksBeforeItSaves, inline.form), {}),
        "formset": type("RowsFormSet", (OrderedFormSet, inline.formset), {}),
        "__module__": inline.__module__,
    }
    return type(inline.__name__, (RowsInline, inline), body)


class RowsInline:
    def formfield_for_dbfield(self, *args: Any, **kwargs: Any) -> Any:
        return without_deleting(super().formfield_for_dbfield(*args, **kwargs))  # type: ignore[misc]


class RevivingFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows that somebody deleted while the form was open become new ones, with their text.

    Django would refuse the whole form for ever: "Select a valid choice", on a hidden field.
    """

    model: type[Model]
    prefix: str
    data: Any
    files: Any
    revived = range(0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self._revive()

    def _revive(self) -> None:
        key, total = self.model._meta.pk.name, self.total_form_count()
        existing = {str(row.pk) for row in self.get_queryset()}
        old = range(min(self.initial_form_count(), total))
        kept = [n for n in old if self.data.get(f"{self.prefix}-{n}-{key}") in existing]
        gone = [n for n in old if n not in kept]
        if gone:
            # New rows come last in a formset, so all are numbered anew.
            order = [*kept, *gone, *range(len(old), total)]
            self._renumber({number: new for new, number in enumerate(order)})
            self.revived = range(len(kept), len(old))
            for number in self.revived:
                self.data[f"{self.prefix}-{number}-{key}"] = ""
                self.data[f"{self.prefix}-{number}-{self.fk.name}"] = ""
            self.data[f"{self.prefix}-INITIAL_FORMS"] = str(len(kept))
            del self.management_form

    def _renumber(self, numbers: Mapping[int, int]) -> None:
        self.data = _renumbered(self.data, self.prefix, numbers)
        if self.files:
            self.files = _renumbered(self.files, self.prefix, numbers)


class OrderedFormSet(RevivingFormSet):
    """New rows whose position nobody touched follow the rows above them."""

    def clean(self) -> None:
        for number, form in enumerate(self.forms):
            if number >= self.initial_form_count() and self._was_left(form, number):
                above = self.forms[:number]
                ends = (row.instance.position + 1 for row in above)
                form.instance.position = max(ends, default=0)
        super().clean()

    def _was_left(self, form: Any, number: int) -> bool:
        touched = "position" in form.changed_data or number in self.revived
        return "position" in form.fields and form.has_changed() and not touched


def _renumbered(posted: Posted, prefix: str, numbers: Mapping[int, int]) -> Posted:
    row = re.compile(rf"{re.escape(prefix)}-(\d+)-(.*)")
    renumbered: Posted = MultiValueDict()
    for name, values in posted.lists():
        found = row.fullmatch(name)
        number = numbers.get(int(found[1])) if found else None
        new_name = name if found is None or number is None else f"{prefix}-{number}-{found[2]}"
        renumbered.setlist(new_name, values)
    return renumbered
