"""Where staff write sources, and cite them in drafts."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.pickers import Choice, Pickable, date_in_words, second_line

from .citing import sources
from .models import CitedSource, Source


@admin.register(Source)
class SourceAdmin(Pickable):
    """What was published keeps citing a source as it was: changes here reach drafts alone."""

    list_display = ("title", "author", "publisher", "published_on", "language")
    list_filter = ("language",)
    search_fields = ("title", "author", "publisher", "published_on", "url")
    ordering = ("title", "pk")
    fieldsets = (
        (None, {"fields": ("title", "author", "publisher", "published_on", "language")}),
        (_("Where it is"), {"fields": ("url", "archived_url", "accessed_on")}),
        (_("For staff"), {"fields": ("note",)}),
    )

    def choice(self, obj: Any) -> Choice:
        detail = second_line(obj.author, obj.publisher, date_in_words(obj.published_on))
        return Choice(obj.title, detail, language=obj.language)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.to_cite)
        return [path("to-cite/", view, name="sources_source_to_cite"), *super().get_urls()]

    def to_cite(self, request: HttpRequest) -> JsonResponse:
        return sources(self, request)


class CitedSourceInline(admin.TabularInline):  # type: ignore[type-arg]
    """What a draft lists beside the notes in its texts: for the admin of any kind.

    A source that a note cites needs a row only to say where in it.
    """

    model = CitedSource
    extra = 0
    fields = ("source", "locator", "position")
    autocomplete_fields = ("source",)
