"""Where editors write the front page, plain pages, and what the site says of itself."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import PublishableAdmin, PublishableForm

from .models import FrontPage, FrontPick, Identity, Page


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    fieldsets = (
        (None, {"fields": ("title", "body", "language", "original")}),
        (_("Page"), {"fields": ("slug",)}),
    )


class FrontPickInline(admin.TabularInline):
    model = FrontPick
    extra = 0
    fields = ("article", "position")
    autocomplete_fields = ("article",)


@admin.register(FrontPage)
class FrontPageAdmin(PublishableAdmin):
    fields = ("title", "introduction", "lead", "language")
    autocomplete_fields = ("lead",)
    inlines = (FrontPickInline,)


class IdentityForm(PublishableForm):
    class Meta:
        labels = {"title": _("name of the site")}


@admin.register(Identity)
class IdentityAdmin(PublishableAdmin):
    form = IdentityForm
    fieldsets = (
        (None, {"fields": ("title", "tagline", "publisher", "language")}),
        (_("Follow line"), {"fields": ("follow_label", "follow_url")}),
        (_("Sample"), {"fields": ("sample_notice",)}),
    )
