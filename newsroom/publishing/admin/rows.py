"""Child rows in the form of their content: whose they are, and what became of deleted ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from django.contrib.admin.options import InlineModelAdmin, TabularInline
from django.db.models import QuerySet
from django.forms import CheckboxInput, HiddenInput
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from .fields import without_deleting
from .pickers import Picks
from .row_keys import KeysTogether, RowForm

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
        "form": type("RowForm", (RowForm, inline.form), {}),
        "formset": type("RowsFormSet", (OrderedFormSet, inline.formset), {}),
        "__module__": inline.__module__,
    }
    return type(inline.__name__, (RowsInline, inline), body)


class RowsInline(Picks):
    """Rows are dragged into their order. In a table their fields have names, for want of labels."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With what the rows are named after."""
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.select_related(*self.get_autocomplete_fields(request))

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "position":
            kwargs["widget"] = HiddenInput
        return without_deleting(super().formfield_for_dbfield(db_field, request, **kwargs))

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)  # type: ignore[misc]
        formset.is_table = isinstance(self, TabularInline)
        return formset


class RevivingFormSet(KeysTogether):
    """A row is what its key says, wherever in the form it stands by now.

    Rows that somebody deleted while the form was open become new ones, with their text: Django
    would refuse the whole form for ever, with "Select a valid choice" on a hidden field. So do
    rows that were copied, key and all. New rows that were deleted again never were.
    """

    files: Any
    is_table = False
    revived: Collection[int] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self._revive()

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values() if self.is_table else ():
            if field.label:
                field.widget.attrs.setdefault("aria-label", field.label)

    def _revive(self) -> None:
        key, total = f"-{self.model._meta.pk.name}", self.total_form_count()
        posted = [str(self.data.get(f"{self.prefix}-{n}{key}") or "") for n in range(total)]
        kept = {pk: n for n, pk in reversed(list(enumerate(posted))) if pk in self.rows}
        first = sorted(kept.values())
        new = [number for number in range(total) if number not in first]
        unborn = [number for number in new if self._is_marked(number)]
        rest = [number for number in new if number not in unborn]
        order = [*first, *rest, *unborn]
        if unborn or order != list(range(total)) or len(first) != self.initial_form_count():
            # New rows come last in a formset, so all are numbered anew.
            self._renumber({number: new for new, number in enumerate(order)})
            self.data[f"{self.prefix}-INITIAL_FORMS"] = str(len(first))
            self.data[f"{self.prefix}-TOTAL_FORMS"] = str(len(first) + len(rest))
            del self.management_form
        self.revived = [new for new, n in enumerate(rest, start=len(first)) if posted[n]]
        for number in self.revived:
            self.data[f"{self.prefix}-{number}{key}"] = ""
            self.data[f"{self.prefix}-{number}-{self.fk.name}"] = ""

    def _is_marked(self, number: int) -> bool:
        """For deletion, of which Django keeps no trace where a new row comes back with errors."""
        name = f"{self.prefix}-{number}-{DELETION_FIELD_NAME}"
        return bool(CheckboxInput().value_from_datadict(self.data, MultiValueDict(), name))

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
