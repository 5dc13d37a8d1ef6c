"""The keys in the rows of a form, looked up together: a hundred rows ask as often as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Any

from django.db.models import Model, UniqueConstraint
from django.forms import ModelChoiceField
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext as _

from .pickers import PickedField

Key = tuple[str, tuple[Any, ...]]


class RowForm:
    """A row whose keys the formset looks up, so that Django need not do it once more."""

    fields: dict[str, Any]
    instance: Model
    # Set by the formset: it tells what stands twice.
    uniqueness_is_checked = False
    _are_keys_known = False

    def _post_clean(self) -> None:
        self._are_keys_known = True
        super()._post_clean()  # type: ignore[misc]

    def _get_validation_exclusions(self) -> set[str]:
        left_out: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        if not self._are_keys_known:
            return left_out
        picked = (name for name, field in self.fields.items() if isinstance(field, PickedField))
        return left_out.union(picked)

    def validate_unique(self) -> None:
        """From here on what is left out is not compared either."""
        self._are_keys_known = False
        super().validate_unique()  # type: ignore[misc]

    def validate_constraints(self) -> None:
        if not self.uniqueness_is_checked:
            super().validate_constraints()  # type: ignore[misc]


class RowKeyField(ModelChoiceField):  # type: ignore[type-arg]
    """The hidden key of a row, among those that the formset has read anyway."""

    def __init__(self, *args: Any, rows: dict[str, Model], **kwargs: Any) -> None:
        self.rows = rows
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Model | None:
        return self.rows.get(str(value)) or super().to_python(value)


class KeysTogether(BaseInlineFormSet):  # type: ignore[type-arg]
    """Tells pickers what all rows hold, and finds by itself what stands twice."""

    model: type[Model]
    prefix: str
    data: Any
    _should_delete_form: Callable[[Any], bool]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stored = {key: row.pk for row in self.rows.values() for key in self._keys(row)}
        for name, field in self.form.base_fields.items():
            if isinstance(field, PickedField):
                field.shelf.expect(partial(self._values, name))

    @cached_property
    def rows(self) -> dict[str, Model]:
        """The rows as the database has them, by key."""
        return {str(row.pk): row for row in self.get_queryset()}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.uniqueness_is_checked = len(self._unique) == len(self.model._meta.constraints)
        name = self.model._meta.pk.name
        if isinstance(key := form.fields.get(name), ModelChoiceField):
            how = {"initial": key.initial, "required": False, "widget": key.widget}
            form.fields[name] = RowKeyField(key.queryset, rows=self.rows, **how)

    def clean(self) -> None:
        staying = [form for form in self.forms if not self._should_delete_form(form)]
        going = {form.instance.pk for form in self.forms if form not in staying}
        for form in staying:
            if any(self._is_taken(key, form.instance, going) for key in self._keys(form.instance)):
                form.add_error(self._named(form), _("This is in the list already."))
        super().clean()

    def _values(self, name: str) -> Iterator[Any]:
        if self.is_bound:
            for number in range(self.total_form_count()):
                yield self.data.get(f"{self.prefix}-{number}-{name}")
        else:
            yield from (getattr(row, self._column(name)) for row in self.rows.values())

    @cached_property
    def _unique(self) -> list[UniqueConstraint]:
        """What no two rows of one content may share."""
        constraints = self.model._meta.constraints
        unique = [each for each in constraints if isinstance(each, UniqueConstraint)]
        return [each for each in unique if _is_plain(each) and self.fk.name in each.fields]

    def _keys(self, row: Model) -> Iterator[Key]:
        for constraint in self._unique:
            columns = map(self._column, constraint.fields)
            yield constraint.name, tuple(getattr(row, column) for column in columns)

    def _column(self, name: str) -> str:
        field: Any = self.model._meta.get_field(name)
        return str(field.attname)

    def _is_taken(self, key: Key, row: Model, going: set[Any]) -> bool:
        """Whether another row is stored under it that will not be deleted."""
        return self._stored.get(key, row.pk) not in {row.pk, *going}

    def _named(self, form: Any) -> str | None:
        names = (name for constraint in self._unique for name in constraint.fields)
        return next((name for name in names if name in form.fields and name != self.fk.name), None)


def _is_plain(constraint: UniqueConstraint) -> bool:
    return not constraint.expressions and constraint.condition is None
