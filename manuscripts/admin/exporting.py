"""The page of an article that gives it as a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from articles.models import Article
from manuscripts.export import Exported, Format, Seen, export
from newsroom.publishing.admin.steps import ContentPage
from newsroom.publishing.refusals import Refused
from newsroom.publishing.views import unkept


class ExportForm(forms.Form):
    seen = forms.ChoiceField(
        label=_("which text"), choices=Seen, initial=Seen.DRAFT, widget=forms.RadioSelect
    )
    format = forms.ChoiceField(
        label=_("format"), choices=Format, initial=Format.TEXT, widget=forms.RadioSelect
    )


class ExportPage(ContentPage, FormView):  # type: ignore[type-arg]
    """Nothing changes by it: whoever may read the draft may have it as a file."""

    form_class = ExportForm
    heading = _("Export")
    template_name = "admin/manuscripts/export.html"
    http_method_names = ["get", "head", "options"]
    content: Article

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A choice in the address is answered by the file itself."""
        form = self.get_form()
        if form.is_valid():
            return self.form_valid(form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_form_kwargs(self) -> dict[str, Any]:
        data = self.request.GET if "format" in self.request.GET else None
        return {**super().get_form_kwargs(), "data": data}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        seen, format_ = Seen(form.cleaned_data["seen"]), Format(form.cleaned_data["format"])
        try:
            exported = export(self.content, format_, seen, timezone.now())
        except Refused as refusal:
            form.add_error("seen", str(refusal))
            return self.render_to_response(self.get_context_data(form=form))
        return _file(exported)


def _file(exported: Exported) -> HttpResponse:
    response = HttpResponse(exported.data, content_type=f"{exported.content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{exported.name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return unkept(response)
