from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import PublishableAdmin, PublishableForm
from newsroom.sources.admin import CitedSourceInline

from .models import Event, StatusChange


class EventForm(PublishableForm):
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
    list_display = ("title", "standing", "date", "status", "language", "saved")
    list_filter = (*PublishableAdmin.list_filter, "status")
    search_fields = ("title", "place")
    fieldsets = (
        (None, {"fields": ("title", "slug", "language", "original", "topics")}),
        (_("When, and what became of it"), {"fields": ("date", "date_text", "status")}),
        (_("Where"), {"fields": ("place", "countries")}),
        (_("Text"), {"fields": ("text",)}),
    )
