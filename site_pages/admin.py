"""Where editors write the front page, plain pages, and what the site says of itself."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import PublishableAdmin, PublishableForm, page_settings
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.content import Publishable

from .models import FrontPage, FrontPick, Identity, Page


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    fieldsets = (
        (None, {"fields": ("title", "body", "language")}),
        page_settings("original", "slug"),
    )


class OnePerLanguageForm(PublishableForm):
    """The one that a language has already is led to; nobody typed the address that it has."""

    def validate_unique(self) -> None:
        there = type(self.instance).objects.filter(language=self.instance.language)
        if other := there.exclude(pk=self.instance.pk).first():
            self.add_error("language", _exists_already(other))
        else:
            super().validate_unique()


def _exists_already(other: Publishable) -> SafeString:
    said = _("There is one in %(language)s already.") % {"language": other.get_language_display()}
    return format_html('{} <a href="{}">{}</a>', said, page_url(other, "change"), _("Open it"))


class FrontPickInline(admin.TabularInline):
    model = FrontPick
    extra = 0
    fields = ("article", "position")
    autocomplete_fields = ("article",)


@admin.register(FrontPage)
class FrontPageAdmin(PublishableAdmin):
    form = OnePerLanguageForm
    fields = ("title", "introduction", "lead", "language")
    autocomplete_fields = ("lead",)
    inlines = (FrontPickInline,)


class IdentityForm(OnePerLanguageForm):
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
