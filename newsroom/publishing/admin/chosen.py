"""What the rows of a formset chose, read at once: Django's fields ask row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from django.forms.models import BaseInlineFormSet

# Longer ones fit into no column.
_DIGITS = 18


def load_chosen(formset: BaseInlineFormSet[Any, Any, Any]) -> None:
    """Make the fields of a bound formset look keys up in memory: one query for each field."""
    alike: dict[str, list[Any]] = defaultdict(list)
    for form in formset.forms:
        for name, field in form.fields.items():
            if _asks_the_database(field):
                alike[name].append((field, form[name].data))
    for fields in alike.values():
        loaded = Loaded(fields[0][0].queryset, (key for _field, key in fields))
        for field, _key in fields:
            field.queryset = loaded


def _asks_the_database(field: Any) -> bool:
    is_one = isinstance(field, ModelChoiceField)
    return is_one and not isinstance(field, ModelMultipleChoiceField)


class Loaded:
    """Stands where a field has its queryset, and holds what was chosen of it."""

    def __init__(self, rows: QuerySet[Any], keys: Iterable[Any]) -> None:
        self.model: Any = rows.model
        wanted = {key for key in map(str, keys) if key.isdecimal() and len(key) <= _DIGITS}
        chosen = rows.filter(pk__in=wanted) if wanted else ()
        self._rows = {str(row.pk): row for row in chosen}

    def all(self) -> Loaded:
        return self

    def get(self, **by_key: Any) -> Model:
        """Fields ask for `pk`, or by the name of the key that it is."""
        (key,) = by_key.values()
        if str(key) not in self._rows:
            raise self.model.DoesNotExist
        return self._rows[str(key)]
