"""Filters that ask: what is chosen among many, or typed, stands in a small form of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.admin.filters import ListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _


class AskedFilter(ListFilter):
    """Subclasses make the form and say in `narrow` what its answers mean.

    Answers that the form did not offer are refused with the whole address.
    """

    template = "admin/publishing/filters/asked.html"
    button = _("Show")

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any
    ) -> None:
        super().__init__(request, params, model, model_admin)
        self.model, self.model_admin = model, model_admin
        fields = self.fields()
        given = {name: params.pop(name) for name in fields if name in params}
        self.form = forms.Form(MultiValueDict(given), auto_id="filter_%s")
        self.form.fields |= fields
        if not self.form.is_valid():
            raise IncorrectLookupParameters
        self.asked = {name: value for name, value in self.form.cleaned_data.items() if value}

    def fields(self) -> dict[str, forms.Field]:
        raise NotImplementedError

    def narrow(self, contents: QuerySet[Any], asked: dict[str, Any]) -> QuerySet[Any]:
        """`asked` holds the answers that are not empty, at least one."""
        raise NotImplementedError

    @property
    def is_active(self) -> bool:
        return bool(self.asked)

    def has_output(self) -> bool:
        return bool(self.form.fields)

    def expected_parameters(self) -> list[str | None]:
        return list(self.form.fields)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return self.narrow(queryset, self.asked) if self.asked else queryset

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        """None; but now it is known what else is asked of the list, which the form sends along."""
        self.others = changelist.pairs(without=self.form.fields)
        self.without = changelist.get_query_string(dict.fromkeys(self.form.fields))
        return iter(())
