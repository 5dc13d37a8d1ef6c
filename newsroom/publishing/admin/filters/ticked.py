"""Filters with a few choices, of which any number may hold at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.admin.filters import ListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.lists import STATUS
from newsroom.publishing.status import Status

Choices = list[tuple[str, str | Promise]]


class TickedFilter(ListFilter):
    """Each choice is a link that adds it to the others, or takes it away again.

    `column` holds the choice that a content falls under, and is counted by. Where it falls under
    several, subclasses leave it empty and say in `narrow` what a choice means.
    """

    parameter_name = column = ""
    template = "admin/publishing/filters/ticked.html"

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any
    ) -> None:
        super().__init__(request, params, model, model_admin)
        self.offered = self.choices_of(model)
        self.values: list[str] = params.pop(self.parameter_name, [])
        if not set(self.values) <= {value for value, _label in self.offered}:
            raise IncorrectLookupParameters

    def choices_of(self, model: Any) -> Choices:
        raise NotImplementedError

    def told_apart(self, contents: QuerySet[Any]) -> QuerySet[Any]:
        """With `column`."""
        return contents

    def narrow(self, contents: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        return self.told_apart(contents).filter(**{f"{self.column}__in": values})

    @property
    def is_active(self) -> bool:
        return bool(self.values)

    def has_output(self) -> bool:
        return len(self.offered) > 1

    def expected_parameters(self) -> list[str | None]:
        return [self.parameter_name]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return self.narrow(queryset, self.values) if self.values else queryset

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        counts = self._counts(changelist) if changelist.add_facets and self.column else None
        for value, label in self.offered:
            held = value in self.values
            others = [one for one in self.values if one != value]
            asked = others if held else [*self.values, value]
            yield {
                "selected": held,
                "query_string": changelist.get_query_string({self.parameter_name: asked or None}),
                "display": label,
                "count": None if counts is None else counts.get(value, 0),
            }

    def _counts(self, changelist: Any) -> dict[str, int]:
        """In one pass, whatever the number of choices."""
        asked = changelist.get_queryset(self.request, exclude_parameters=self.expected_parameters())
        contents = self.told_apart(asked).order_by().values_list(self.column)
        return dict(contents.annotate(number=Count("pk")))


class StandingFilter(TickedFilter):
    title = _("status")
    parameter_name = "standing"
    column = "standing_now"

    def choices_of(self, model: Any) -> Choices:
        return list(Status.choices)

    def told_apart(self, contents: QuerySet[Any]) -> QuerySet[Any]:
        return contents.annotate(standing_now=STATUS)


class LanguageFilter(TickedFilter):
    """Nothing to choose where a content is one in every language."""

    title = _("language")
    parameter_name = column = "language"

    def choices_of(self, model: Any) -> Choices:
        return [] if model.in_every_language else list(settings.LANGUAGES)
