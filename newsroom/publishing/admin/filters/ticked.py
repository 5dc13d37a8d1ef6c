"""Filters with a few choices, of which any number may hold at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.admin.filters import FacetsMixin, ListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.lists import STATUS
from newsroom.publishing.status import Status

Choices = list[tuple[str, str | Promise]]


class TickedFilter(FacetsMixin, ListFilter):
    """Each choice is a link that adds it to the others, or takes it away again."""

    parameter_name = ""
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

    def narrow(self, contents: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        raise NotImplementedError

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
        counts = self.get_facet_queryset(changelist) if changelist.add_facets else {}
        for number, (value, label) in enumerate(self.offered):
            held = value in self.values
            others = [one for one in self.values if one != value]
            asked = others if held else [*self.values, value]
            yield {
                "selected": held,
                "query_string": changelist.get_query_string({self.parameter_name: asked or None}),
                "display": label,
                "count": counts.get(f"{number}__c"),
            }

    def get_facet_counts(self, pk_attname: str, filtered_qs: QuerySet[Any]) -> dict[str, Any]:
        """A subquery each: a condition upon an annotation is none upon a row."""
        return {
            f"{number}__c": Count(
                pk_attname,
                filter=Q(pk__in=self.narrow(filtered_qs, [value]).order_by().values("pk")),
            )
            for number, (value, _label) in enumerate(self.offered)
        }


class StandingFilter(TickedFilter):
    title = _("status")
    parameter_name = "standing"

    def choices_of(self, model: Any) -> Choices:
        return list(Status.choices)

    def narrow(self, contents: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        return contents.annotate(standing_now=STATUS).filter(standing_now__in=values)


class LanguageFilter(TickedFilter):
    """Nothing to choose where a content is one in every language."""

    title = _("language")
    parameter_name = "language"

    def choices_of(self, model: Any) -> Choices:
        return [] if model.in_every_language else list(settings.LANGUAGES)

    def narrow(self, contents: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        return contents.filter(language__in=values)
