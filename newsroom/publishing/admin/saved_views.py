"""Views of a list that somebody saves under a name: what the list was asked for, as its address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied, SuspiciousOperation, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from newsroom.bookmarks import keeping
from newsroom.bookmarks.models import MOST, NAME_LENGTH, QUERY_LENGTH, Bookmark
from newsroom.richtext.cleaning import clean_line

from .requests import staff


class ViewForm(forms.Form):
    name = forms.CharField(
        max_length=NAME_LENGTH,
        error_messages={"required": gettext_lazy("Give the view a name.")},
    )
    query = forms.CharField(max_length=QUERY_LENGTH, required=False)

    def clean_name(self) -> str:
        name = " ".join(clean_line(self.cleaned_data["name"]).split())
        if not name:
            raise ValidationError(_("Give the view a name."))
        return name


class SavesViews(admin.ModelAdmin):  # type: ignore[type-arg]
    """Each person has views of their own; their addresses are plain and may be handed on."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        views = {"saved_views": keeping.kept(staff(request), self._list)}
        return super().changelist_view(request, {**views, **(extra_context or {})})

    def urls_of_views(self) -> list[URLPattern]:
        return [
            self._view("views/save/", "save_view", self.save_view),
            self._view("views/<int:pk>/remove/", "remove_view", self.remove_view),
        ]

    def _view(self, address: str, name: str, view: Any) -> URLPattern:
        named = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(address, self.admin_site.admin_view(require_POST(view)), name=named)

    def save_view(self, request: HttpRequest) -> HttpResponse:
        self._require_list(request)
        form = ViewForm(request.POST)
        try:
            bookmark = self._save(request, form)
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
            return self._back(request)
        messages.success(request, _("Saved as “%(name)s”.") % {"name": bookmark.name})
        return redirect(f"{self._address}?{bookmark.query}")

    def remove_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        self._require_list(request)
        if not keeping.drop(user=staff(request), of=self._list, pk=pk):
            raise Http404
        messages.success(request, _("The view is removed. The list stays as it is."))
        return self._back(request)

    def _save(self, request: HttpRequest, form: ViewForm) -> Bookmark:
        if not form.is_valid():
            raise ValidationError([str(text) for texts in form.errors.values() for text in texts])
        name, query = form.cleaned_data["name"], form.cleaned_data["query"]
        asked = self._known(request, query)
        if not asked:
            raise ValidationError(_("This is the whole list: filter or search it first."))
        if len(asked) > QUERY_LENGTH:
            raise ValidationError(_("This asks for too much to be saved. Ask for less."))
        try:
            return keeping.keep(user=staff(request), of=self._list, name=name, query=asked)
        except keeping.TooMany as too_many:
            text = _("You have %(most)s views of this list. Remove one first.")
            raise ValidationError(text % {"most": MOST}) from too_many

    def _known(self, request: HttpRequest, query: str) -> str:
        """What the list itself understands of a query, which it is asked for that."""
        request.GET = QueryDict(query)
        try:
            asked: Any = self.get_changelist_instance(request)
        except (IncorrectLookupParameters, SuspiciousOperation) as error:
            raise ValidationError(_("This list cannot be asked for that. Look again.")) from error
        return str(asked.asked)

    def _require_list(self, request: HttpRequest) -> None:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied

    def _back(self, request: HttpRequest) -> HttpResponse:
        """To the list as it was, or to all of it."""
        try:
            asked = self._known(request, request.POST.get("query", "")[:QUERY_LENGTH])
        except ValidationError:
            asked = ""
        return redirect(f"{self._address}?{asked}".rstrip("?"))

    @property
    def _list(self) -> str:
        return self.opts.label_lower

    @property
    def _address(self) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
