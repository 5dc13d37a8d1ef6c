"""Where staff write articles, block by block, and say who writes here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from newsroom.images.names import thumbnail
from newsroom.publishing.admin import (
    BlockInline,
    BodyEditor,
    PublishableAdmin,
    PublishableForm,
    page_settings,
)
from newsroom.publishing.admin.pickers import Choice, second_line
from newsroom.sources.admin import CitedSourceInline
from newsroom.sources.forms import CitingForm

from .byline import BylineFilter
from .models import (
    Article,
    ArticleAuthor,
    ArticleEvent,
    ArticleQuestion,
    Author,
    AuthorLink,
    Picture,
    PromoHere,
    QuestionsHere,
    QuoteHere,
    Section,
    TimelineHere,
)

# Hidden, but what puts a block where it stands.
PLACE = ("region", "ordering")


class SectionInline(BlockInline):
    model = Section
    form = CitingForm
    icon = "notes"
    summary = _("Text, with a heading if you like")
    words = ("heading", "subheading", "text")
    own = ("anchor",)
    fieldsets = (
        (None, {"fields": ("heading", "subheading", "text", *PLACE)}),
        (_("Address of this section"), {"fields": ("anchor",), "classes": ("collapse",)}),
    )


class PictureInline(BlockInline):
    model = Picture
    icon = "image"
    summary = _("An image, with its caption")
    fields = ("image", "caption", *PLACE)
    autocomplete_fields = ("image",)


class QuoteInline(BlockInline):
    model = QuoteHere
    icon = "format_quote"
    summary = _("What an expert said, with its source")
    fields = ("quote", *PLACE)
    autocomplete_fields = ("quote",)


class TimelineInline(BlockInline):
    model = TimelineHere
    icon = "timeline"
    summary = _("The events of the article, in order")
    fields = PLACE


class QuestionsInline(BlockInline):
    model = QuestionsHere
    icon = "help_outline"
    summary = _("The questions of the article, answered")
    fields = PLACE


class PromoInline(BlockInline):
    model = PromoHere
    icon = "campaign"
    summary = _("A marked advertisement, within its dates")
    fields = ("promo", *PLACE)
    autocomplete_fields = ("promo",)


class ArticleAuthorInline(admin.TabularInline):
    model = ArticleAuthor
    extra = 0
    fields = ("author", "position")
    autocomplete_fields = ("author",)


class ArticleEventInline(admin.TabularInline):
    model = ArticleEvent
    extra = 0
    fields = ("event", "headline", "position")
    autocomplete_fields = ("event",)


class ArticleQuestionInline(admin.TabularInline):
    model = ArticleQuestion
    extra = 0
    fields = ("question", "position")
    autocomplete_fields = ("question",)


@admin.register(Article)
class ArticleAdmin(PublishableAdmin, BodyEditor):
    fieldsets = (
        (None, {"fields": ("title", "standfirst", "language")}),
        page_settings("original", "slug", "topics", "lead_image", "review_every"),
    )
    autocomplete_fields = ("lead_image",)
    inlines = (
        SectionInline,
        QuoteInline,
        PictureInline,
        TimelineInline,
        QuestionsInline,
        PromoInline,
        ArticleEventInline,
        ArticleQuestionInline,
        CitedSourceInline,
        ArticleAuthorInline,
    )
    list_filter = (*PublishableAdmin.list_filter, BylineFilter)
    search_fields = ("title", "standfirst")

    def choices(self, request: HttpRequest) -> QuerySet[Article]:
        return super().choices(request).select_related("lead_image")

    def choice(self, obj: Any) -> Choice:
        lead = obj.lead_image
        shown = thumbnail(lead.file, lead.focus) if lead else ""
        return replace(super().choice(obj), detail=second_line(obj.standfirst), thumbnail=shown)


class AuthorLinkInline(admin.TabularInline):
    model = AuthorLink
    extra = 0
    fields = ("label", "url", "is_own", "position")


class AuthorForm(PublishableForm):
    class Meta:
        labels = {"title": _("name")}


@admin.register(Author)
class AuthorAdmin(PublishableAdmin):
    form = AuthorForm
    fieldsets = (
        (None, {"fields": (("title", "name_ja", "name_ko"), ("role", "role_ja", "role_ko"))}),
        (_("About the author"), {"fields": ("biography", "biography_ja", "biography_ko")}),
        (_("Picture"), {"fields": ("picture",)}),
        page_settings("slug"),
    )
    inlines = (AuthorLinkInline,)
    autocomplete_fields = ("picture",)
    ordering = ("title", "pk")
    search_fields = ("title", "name_ja", "name_ko")

    def choice(self, obj: Any) -> Choice:
        detail = second_line(obj.name_ja, obj.name_ko, obj.role)
        return replace(super().choice(obj), detail=detail)
