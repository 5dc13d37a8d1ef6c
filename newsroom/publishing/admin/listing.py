"""The list of every kind: what it shows, filters by and searches."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from newsroom.publishing.content import Publishable

from .lists import ContentList, StandingFilter, saved_when_and_by, standing_in_words


class Listed(admin.ModelAdmin):  # type: ignore[type-arg]
    """Mixed into the admin of a kind."""

    list_display = ("title", "standing", "language", "saved")
    list_filter = (StandingFilter, "language")
    list_per_page = 50
    search_fields = ("title",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        contents: Any = super().get_queryset(request)
        return cast("QuerySet[Any]", contents.with_status(timezone.now()))

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ContentList]:
        return ContentList

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return self._without_language(super().get_list_display(request))

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return self._without_language(super().get_list_filter(request))

    def _without_language(self, names: Any) -> list[Any]:
        every = self.model.in_every_language
        return [name for name in names if not (every and name == "language")]

    # "status" would show a field of that name where a kind has one, as events do.
    @admin.display(description=gettext_lazy("status"))
    def standing(self, content: Publishable) -> SafeString:
        return standing_in_words(content)

    @admin.display(description=gettext_lazy("last saved"), ordering="head_made_at")
    def saved(self, content: Any) -> SafeString | str:
        return saved_when_and_by(content) or self.get_empty_value_display()
