"""Where staff write quotes and experts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from django.contrib import admin
from django.contrib.admin.widgets import AdminFileWidget
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import PublishableAdmin, PublishableForm, page_settings
from newsroom.publishing.admin.pickers import Choice, date_in_words, fact, second_line, with_facts

from .challenges import admin as _registers_challenges  # noqa: F401
from .evidence import HashedFileField
from .identity.admin import settling as _offers_its_page  # noqa: F401
from .interests import Interest
from .models import Affiliation, Evidence, Expert, ProfileLink, Quote, Record
from .proof_admin import ProvesWords
from .queue.admin import QueuesQuotes
from .quote_form import QuoteForm


class AffiliationInline(admin.StackedInline):
    model = Affiliation
    extra = 0
    fields = (
        ("organisation", "position"),
        ("role_en", "role_ja", "role_ko"),
        ("since", "until"),
    )


class ProfileLinkInline(admin.TabularInline):
    model = ProfileLink
    extra = 0
    fields = ("label", "url", "position")


class InterestInline(admin.StackedInline):
    model = Interest
    extra = 0
    fields = (
        ("kind", "organisation", "position"),
        ("since", "until"),
        ("statement_en", "statement_ja", "statement_ko"),
        ("source", "is_public"),
    )
    autocomplete_fields = ("source",)


class ExpertForm(PublishableForm):
    class Meta:
        labels = {"title": _("name in Latin script")}


@admin.register(Expert)
class ExpertAdmin(PublishableAdmin):
    form = ExpertForm
    fieldsets = (
        (None, {"fields": ("title", "honorific", "name_kanji", "name_hangul", "reading")}),
        (_("Order"), {"fields": ("name_order", "sort_key")}),
        (_("About the person"), {"fields": ("bio_en", "bio_ja", "bio_ko", "public_note")}),
        page_settings("slug", "topics"),
    )
    inlines = (AffiliationInline, InterestInline, ProfileLinkInline)
    ordering = ("sort_key", "pk")
    search_fields = ("title", "name_kanji", "name_hangul", "reading", "affiliations__organisation")

    def choice(self, obj: Any) -> Choice:
        names = second_line(obj.name_kanji, obj.name_hangul, obj.reading)
        return replace(super().choice(obj), detail=names)


class StoredFile(NamedTuple):
    """A link to a stored file, shown by its name without its folders."""

    name: str
    url: str

    def __str__(self) -> str:
        return self.name


class EvidenceFileWidget(AdminFileWidget):
    def format_value(self, value: Any) -> StoredFile | None:
        stored = super().format_value(value)
        return StoredFile(stored.basename, stored.url) if stored else None


class EvidenceInline(admin.StackedInline):
    model = Evidence
    extra = 0
    fields = (
        ("kind", "source", "locator"),
        "passage",
        ("obtained_on", "file", "sha256"),
        "note",
    )
    readonly_fields = ("sha256",)
    autocomplete_fields = ("source",)
    formfield_overrides = {HashedFileField: {"widget": EvidenceFileWidget}}


@admin.register(Quote)
class QuoteAdmin(QueuesQuotes, ProvesWords, PublishableAdmin):
    form = QuoteForm
    fieldsets = (
        (None, {"fields": ("text", "form", "language")}),
        (
            _("Who said it, as on that day"),
            {"fields": ("expert", ("honorific", "speaker"), ("role", "organisation"))},
        ),
        (_("When and where"), {"fields": ("said_on", "venue")}),
        (
            _("Said in another language"),
            {
                "fields": (
                    "original_words",
                    "words_language",
                    "translator",
                    "translation_is_ours",
                )
            },
        ),
        (
            _("How far to trust it"),
            {"fields": ("level", "record", "described_as", "record_reason")},
        ),
        page_settings("original", "slug", "topics"),
    )
    inlines = (EvidenceInline,)
    autocomplete_fields = ("expert",)
    list_display = (*PublishableAdmin.list_display, "level")
    list_filter = (*PublishableAdmin.list_filter, "level", "record")
    search_fields = (
        *("title", "text", "speaker", "role", "organisation", "venue"),
        *("expert__title", "expert__name_kanji", "expert__name_hangul"),
    )

    def choices(self, request: HttpRequest) -> QuerySet[Quote]:
        return with_facts(super().choices(request), "said_on")

    def choice(self, obj: Any) -> Choice:
        when = date_in_words(fact(obj, "said_on"))
        unnamed = "" if obj.record == Record.ON_THE_RECORD else obj.get_record_display()
        return replace(
            super().choice(obj),
            label=Truncator(" ".join(obj.text.split())).chars(160),
            detail=second_line(obj.speaker, obj.organisation, when, unnamed),
        )
