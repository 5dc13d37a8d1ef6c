"""The pages of a list that import a file of entries, first shown line by line, and give one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from newsroom.publishing.admin.requests import staff
from newsroom.publishing.refusals import Refused
from newsroom.publishing.views import unkept
from quotes.identity.importing import Outcome, PlannedLine, apply, exported

from .forms import CarriedListForm, ListFileForm

MAKE = "_make"


class ImportList(View):
    """Nothing is written before the button MAKE is pressed."""

    model_admin: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.model_admin.has_import_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def sheet(self) -> Any:
        return self.model_admin.sheet

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._ask(ListFileForm(self.sheet))

    def post(self, request: HttpRequest) -> HttpResponse:
        if MAKE in request.POST:
            return self._make(CarriedListForm(self.sheet, request.POST))
        form = ListFileForm(self.sheet, request.POST, request.FILES)
        return self._preview(form.lines, form.carried()) if form.is_valid() else self._ask(form)

    def _make(self, form: CarriedListForm) -> HttpResponse:
        if not form.is_valid():
            for errors in form.errors.values():
                messages.error(self.request, " ".join(map(str, errors)))
            return self._ask(ListFileForm(self.sheet))
        try:
            lines = apply(self.sheet, form.text, by=staff(self.request))
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return self._preview(form.lines, form)
        self._tell(lines)
        return redirect(self.model_admin.list_url())

    def _tell(self, lines: list[PlannedLine]) -> None:
        written = sum(line.outcome in (Outcome.ADDED, Outcome.CHANGED) for line in lines)
        if not written:
            messages.info(self.request, _("Nothing new: the list says all of this already."))
            return
        text = ngettext(
            "%(number)d entry was added or changed.",
            "%(number)d entries were added or changed.",
            written,
        )
        messages.success(self.request, text % {"number": written})

    def _ask(self, form: ListFileForm) -> HttpResponse:
        return self._page("import.html", form=form, columns=self.sheet.columns)

    def _preview(self, lines: list[PlannedLine], carried: CarriedListForm) -> HttpResponse:
        counted = [(it, sum(line.outcome is it for line in lines)) for it in Outcome]
        return self._page(
            "preview.html",
            lines=[line for line in lines if line.outcome is not Outcome.SAME],
            counted=[(outcome.label, number) for outcome, number in counted if number],
            refused=any(line.outcome is Outcome.REFUSED for line in lines),
            new=any(line.outcome in (Outcome.ADDED, Outcome.CHANGED) for line in lines),
            carried=carried,
        )

    def _page(self, template: str, **context: Any) -> HttpResponse:
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "title": _("Import a list"),
            "opts": self.model_admin.opts,
            **context,
        }
        return TemplateResponse(self.request, f"admin/quotes/lists/{template}", context)


class ExportList(View):
    model_admin: Any = None

    def get(self, request: HttpRequest) -> HttpResponse:
        if not self.model_admin.has_view_permission(request):
            raise PermissionDenied
        # With the mark by which spreadsheets know UTF-8.
        data = exported(self.model_admin.sheet).encode("utf-8-sig")
        response = HttpResponse(data, content_type="text/csv; charset=utf-8")
        name = f"{self.model_admin.opts.model_name}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Content-Type-Options"] = "nosniff"
        return unkept(response)
