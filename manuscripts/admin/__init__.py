"""Where staff import manuscripts, and look up what became of each line."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from manuscripts.importer import may_import
from manuscripts.models import ImportedManuscript
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.offered import offer

from .exporting import ExportPage
from .importing import ImportPage
from .rows import stored

offer(Article.kind_name, "export", ExportPage)


@admin.register(ImportedManuscript)
class ImportedManuscriptAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What was imported stays as it is, and goes only with its article."""

    change_form_template = "admin/manuscripts/manuscript.html"
    add_label = _("Import a manuscript")
    list_display = ("name", "made", "who", "imported_at")
    list_select_related = ("article", "imported_by")
    list_per_page = 50
    search_fields = ("name", "article__title")
    fields = readonly_fields = ("made", "who", "imported_at", "as_given")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_import(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("article"), ordering="article__title")
    def made(self, manuscript: ImportedManuscript) -> SafeString:
        article = manuscript.article
        return format_html('<a href="{}">{}</a>', page_url(article, "change"), article)

    @admin.display(description=_("imported by"), ordering="imported_by__username")
    def who(self, manuscript: ImportedManuscript) -> str:
        return str(manuscript.imported_by)

    @admin.display(description=_("file"))
    def as_given(self, manuscript: ImportedManuscript) -> SafeString:
        url = reverse("admin:manuscripts_importedmanuscript_file", args=[manuscript.pk])
        return format_html('<a href="{}">{}</a>', url, manuscript.name)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return cast("HttpResponse", ImportPage.as_view(model_admin=self)(request))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["rows"] = list(stored(context["original"]))
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        file = self.admin_site.admin_view(self.file_view)
        name = "manuscripts_importedmanuscript_file"
        return [path("<int:pk>/file/", file, name=name), *super().get_urls()]

    def file_view(self, request: HttpRequest, pk: int) -> FileResponse:
        """The file as it was given, to be saved: nothing in it is shown by the browser."""
        manuscript = self.get_object(request, str(pk))
        if manuscript is None:
            raise Http404
        if not self.has_view_permission(request, manuscript):
            raise PermissionDenied
        try:
            file = manuscript.file.open()
        except FileNotFoundError as error:
            raise Http404 from error
        name = manuscript.name.removesuffix(".txt") + ".txt"
        return FileResponse(file, as_attachment=True, filename=name, content_type="text/plain")
