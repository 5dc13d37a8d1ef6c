"""The page that imports a manuscript: asked for, shown beside what it becomes, then made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from manuscripts.apply import Imported, already_imported, apply, settle_follow_line
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.requests import staff
from newsroom.publishing.refusals import Refused

from .foresight import drafts, needs
from .forms import CarriedForm, Given, ImportForm
from .outcome import outcome_of
from .rows import foreseen

MAKE = "_make"
BACK = "_back"


class ImportPage(View):
    """Nothing is written before the button MAKE is pressed."""

    model_admin: Any = None

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._ask(ImportForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        if MAKE in request.POST or BACK in request.POST:
            return self._go_on(CarriedForm(request.POST))
        form = ImportForm(request.POST, request.FILES)
        return self._compare(form.given) if form.is_valid() else self._ask(form)

    def _go_on(self, carried: CarriedForm) -> HttpResponse:
        if not carried.is_valid():
            for errors in carried.errors.values():
                messages.error(self.request, " ".join(map(str, errors)))
            return self._ask(ImportForm())
        if BACK in self.request.POST:
            given = carried.given
            return self._ask(ImportForm(initial={"text": given.text, "language": given.language}))
        return self._make(carried.given)

    def _make(self, given: Given) -> HttpResponse:
        by = staff(self.request)
        try:
            imported = apply(given.parsed, data=given.data, name=given.name, by=by)
        except Refused as refusal:
            return self._compare(given, [str(refusal)])
        except ValidationError as error:
            return self._compare(given, error.messages)
        self._tell(imported)
        return redirect(page_url(imported.manuscript.article, "change"))

    def _tell(self, imported: Imported) -> None:
        if not imported.is_new:
            messages.info(self.request, _("Nothing new: this article was made of it before."))
            return
        made = len(imported.made)
        text = ngettext(
            "%(count)s draft was made of “%(name)s”. Nothing of it is public.",
            "%(count)s drafts were made of “%(name)s”. Nothing of it is public.",
            made,
        )
        messages.success(self.request, text % {"count": made, "name": imported.manuscript})
        self.model_admin.log_addition(self.request, imported.manuscript, [{"added": {}}])

    def _ask(self, form: ImportForm) -> HttpResponse:
        return self._page("import.html", form=form)

    def _compare(self, given: Given, errors: Sequence[str] = ()) -> HttpResponse:
        parsed = settle_follow_line(given.parsed, staff(self.request))
        rows, outcome = list(foreseen(parsed)), outcome_of(parsed)
        return self._page(
            "compare.html",
            subtitle=given.name,
            carried=given.carried(),
            errors=errors,
            known=already_imported(given.data),
            parsed=parsed,
            rows=rows,
            left_over=[row for row in rows if row.reason],
            outcome=outcome,
            drafts=list(drafts(parsed.manuscript, follow=outcome.follow is not None)),
            needs=list(needs(parsed.manuscript)),
        )

    def _page(self, template: str, **context: Any) -> HttpResponse:
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "title": _("Import a manuscript"),
            "opts": self.model_admin.opts,
            **context,
        }
        return TemplateResponse(self.request, f"admin/manuscripts/{template}", context)
