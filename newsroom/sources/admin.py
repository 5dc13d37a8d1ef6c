"""Where staff write sources, and cite them in drafts."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .models import CitedSource, Source


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What was published keeps citing a source as it was: changes here reach drafts alone."""

    list_display = ("title", "author", "publisher", "published_on", "language")
    list_filter = ("language",)
    search_fields = ("title", "author", "publisher", "url")
    ordering = ("title", "pk")
    fieldsets = (
        (None, {"fields": ("title", "author", "publisher", "published_on", "language")}),
        (_("Where it is"), {"fields": ("url", "archived_url", "accessed_on")}),
        (_("For staff"), {"fields": ("note",)}),
    )


class CitedSourceInline(admin.TabularInline):  # type: ignore[type-arg]
    """What a draft cites, in the order in which readers find it: for the admin of any kind."""

    model = CitedSource
    extra = 0
    fields = ("source", "locator", "position")
    autocomplete_fields = ("source",)
