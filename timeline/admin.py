from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import PublishableAdmin, PublishableForm, page_settings
from newsroom.publishing.admin.pickers import Choice, date_in_words, fact, second_line, with_facts
from newsroom.sources.admin import CitedSourceInline
from newsroom.sources.forms import CitingForm

from .models import Event, StatusChange
from .status import EventStatus

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
    list_display = ("title", "standing", "when", "happened", "language", "saved")
    list_filter = (*PublishableAdmin.list_filter, ("status", HappenedFilter))
    search_fields = ("title", "place", "date", "date_text", "text")
    fieldsets = (
        (None, {"fields": ("title", "language")}),
        (_("When, and what became of it"), {"fields": ("date", "date_text", "status")}),
        (_("Where"), {"fields": ("place", "countries")}),
        (_("Text"), {"fields": ("text",)}),
        page_settings("original", "slug", "topics"),
    )

    @admin.display(description=_("date"), ordering="date_from")
    def when(self, event: Event) -> str:
        return date_in_words(event.date)

    @admin.display(description=HAPPENED, ordering="status")
    def happened(self, event: Event) -> str:
        return event.get_status_display()

    def choices(self, request: HttpRequest) -> QuerySet[Event]:
        return with_facts(super().choices(request), "date", "status")

    def choice(self, obj: Any) -> Choice:
        status = fact(obj, "status")
        when = date_in_words(fact(obj, "date"))
        what = EventStatus(status).label if status else ""
        return replace(super().choice(obj), detail=second_line(when, what, obj.place))
