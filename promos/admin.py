from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import (
    MomentField,
    PublishableAdmin,
    PublishableForm,
    page_settings,
)
from newsroom.publishing.admin.pickers import Choice, fact, second_line, with_facts

from .models import FACTS, Course, Promo, Relationship


class PromoForm(PublishableForm):
    shown_from = MomentField(label=_("Shown from"), help_text=_("Empty: as soon as it is live."))
    shown_until = MomentField(label=_("Shown until"), help_text=_("Empty: as long as it is live."))

    class Meta:
        labels = {"title": _("Name")}
        help_texts = {"title": _("What staff call it. Readers see the heading.")}


class CourseInline(admin.TabularInline):
    model = Course
    extra = 0
    fields = ("position", "title", "level", "url")


@admin.register(Promo)
class PromoAdmin(PublishableAdmin):
    form = PromoForm
    inlines = (CourseInline,)
    list_display = ("title", "standing", "relationship", "language", "saved")
    search_fields = ("title", "heading", "advertiser")
    fieldsets = (
        (None, {"fields": ("title", "language")}),
        (_("Who earns"), {"fields": ("relationship", "advertiser", "disclosure")}),
        (_("Words"), {"fields": ("heading", "pitch", "urging", "cta_label", "cta_url")}),
        (_("Risk"), {"fields": ("risk_line",)}),
        (_("Window"), {"fields": ("shown_from", "shown_until")}),
        page_settings("original", "topics"),
    )

    def choices(self, request: HttpRequest) -> QuerySet[Promo]:
        return with_facts(super().choices(request), *FACTS)

    def choice(self, obj: Any) -> Choice:
        relationship = fact(obj, "relationship")
        label = Relationship(relationship).label if relationship else ""
        heading = "" if obj.heading == obj.title else obj.heading
        detail = second_line(heading, obj.advertiser, label, _window(obj))
        return replace(super().choice(obj), detail=detail)


def _window(promo: Any) -> str:
    """The days between which it is shown; "" where it always is."""
    ends = (fact(promo, "shown_from"), fact(promo, "shown_until"))
    days = [date_format(localtime(end), "SHORT_DATE_FORMAT") if end else "" for end in ends]
    return " – ".join(days) if any(days) else ""
