from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import PublishableAdmin, PublishableForm
from newsroom.sources.admin import CitedSourceInline
from newsroom.sources.forms import CitingForm

from .models import Event, StatusChange

# "status" is where the text about the event stands.
HAPPENED = _("happened or planned")


class HappenedFilter(admin.ChoicesFieldListFilter):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = HAPPENED


class EventForm(CitingForm, PublishableForm):
    class Meta:
        labels = {"title": _("Headline")}


class StatusChangeInline(admin.TabularInline):
    model = StatusChange
    extra = 0
    fields = ("status", "on", "source", "note")
    autocomplete_fields = ("source",)


@admin.register(Event)
class EventAdmin(PublishableAdmin):
    form = EventForm
    inlines = (CitedSourceInline, StatusChangeInline)
    list_display = ("title", "standing", "date", "happened", "language", "saved")
    list_filter = (*PublishableAdmin.list_filter, ("status", HappenedFilter))
    search_fields = ("title", "place")
    fieldsets = (
        (None, {"fields": ("title", "slug", "language", "original", "topics")}),
        (_("When, and what became of it"), {"fields": ("date", "date_text", "status")}),
        (_("Where"), {"fields": ("place", "countries")}),
        (_("Text"), {"fields": ("text",)}),
    )

    @admin.display(description=HAPPENED, ordering="status")
    def happened(self, event: Event) -> str:
        return event.get_status_display()
