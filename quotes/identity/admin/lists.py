"""The lists of public figures, their offices and known organisations."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.deleting import DeletesByStep
from newsroom.publishing.admin.fields import without_deleting
from newsroom.publishing.admin.requests import staff
from quotes.identity.findings import offices_told
from quotes.identity.keeping import delete_entry, note_saved
from quotes.identity.models import KnownOrganisation, Office, PublicFigure, Settlement, Term
from quotes.identity.settling import reopen
from quotes.identity.sheets import FIGURES, OFFICES, ORGANISATIONS, Sheet

from .forms import FigureForm, OrganisationForm
from .importing import ExportList, ImportList


class ListedAdmin(DeletesByStep):
    """Subclasses name their `sheet`: what is saved here is in force at once."""

    sheet: Sheet
    change_list_template = "admin/quotes/lists/change_list.html"
    list_per_page = 100
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).prefetch_related(*self.sheet.prefetch)

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and self.has_change_permission(request)

    def get_urls(self) -> list[URLPattern]:
        pages = {"import": ImportList, "export": ExportList}
        own = [
            path(
                f"{name}/",
                self.admin_site.admin_view(page.as_view(model_admin=self)),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{name}",
            )
            for name, page in pages.items()
        ]
        return [*own, *super().get_urls()]

    def list_url(self) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        allowed = {"has_import_permission": self.has_import_permission(request)}
        return super().changelist_view(request, {**(extra_context or {}), **allowed})

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self.save_names(form)
        by = staff(request)
        note_saved(sheet=self.sheet, entry=form.instance, created=not change, by=by)

    def save_names(self, form: Any) -> None:
        """Names that the form has as lines of a text."""

    def delete_step(self, obj: Model, by: User) -> None:
        delete_entry(sheet=self.sheet, entry=obj, by=by)


class TermInline(admin.StackedInline):  # type: ignore[type-arg]
    model = Term
    extra = 0
    fields = ("office", "since", "until")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return without_deleting(super().formfield_for_dbfield(db_field, request, **kwargs))

    def _always(self, request: HttpRequest, obj: Any = None) -> bool:
        """Terms are part of the figure: who may change it may change them."""
        return True

    has_add_permission = has_change_permission = has_delete_permission = _always
    has_view_permission = _always


@admin.register(PublicFigure)
class PublicFigureAdmin(ListedAdmin):
    sheet = FIGURES
    form = FigureForm
    fields = ("name", "spellings")
    inlines = (TermInline,)
    list_display = ("name", "offices", "also")
    search_fields = ("name", "names__text")
    list_filter = ("terms__office__country",)

    def save_names(self, form: Any) -> None:
        form.instance.set_spellings(form.cleaned_data["spellings"])

    @admin.display(description=_("offices"))
    def offices(self, figure: PublicFigure) -> str:
        return offices_told(figure)

    @admin.display(description=_("other spellings"))
    def also(self, figure: PublicFigure) -> str:
        return ", ".join(figure.spellings)


@admin.register(Office)
class OfficeAdmin(ListedAdmin):
    sheet = OFFICES
    fields = ("name", "country", "titles", "places")
    list_display = ("name", "country", "called")
    list_filter = ("country",)
    search_fields = ("name", "country", "titles", "places")

    @admin.display(description=_("titles"))
    def called(self, office: Office) -> str:
        return ", ".join(office.all_titles)


@admin.register(KnownOrganisation)
class KnownOrganisationAdmin(ListedAdmin):
    sheet = ORGANISATIONS
    form = OrganisationForm
    fields = ("name_en", "name_ja", "name_ko", "other_names")
    list_display = ("name_en", "name_ja", "name_ko", "also")
    search_fields = ("names__text",)

    def save_names(self, form: Any) -> None:
        form.instance.set_other_names(form.cleaned_data["other_names"])

    @admin.display(description=_("other names"))
    def also(self, organisation: KnownOrganisation) -> str:
        return ", ".join(organisation.other_names)


@admin.register(Settlement)
class SettlementAdmin(DeletesByStep):
    """Who was found to be somebody else; taken back by deleting it."""

    list_display = ("name", "figure", "said", "verdict", "reason", "by", "at")
    list_select_related = ("figure", "by")
    list_filter = ("verdict",)
    search_fields = ("name", "said", "reason", "figure__name")
    fields = readonly_fields = ("figure", "name", "said", "verdict", "reason", "by", "at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def delete_step(self, obj: Any, by: User) -> None:
        reopen(settlement=obj, by=by)
