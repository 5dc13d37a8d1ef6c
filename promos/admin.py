from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import MomentField, PublishableAdmin, PublishableForm

from .models import Course, Promo


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
        (None, {"fields": ("title", "language", "original", "topics")}),
        (_("Who earns"), {"fields": ("relationship", "advertiser", "disclosure")}),
        (_("Words"), {"fields": ("heading", "pitch", "urging", "cta_label", "cta_url")}),
        (_("Risk"), {"fields": ("risk_line",)}),
        (_("Window"), {"fields": ("shown_from", "shown_until")}),
    )
