"""What an open form asks every few seconds: keep this, who else is here, was it saved meanwhile."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.utils.cache import add_never_cache_headers
from django.views.generic import View

from newsroom.publishing.admin.requests import staff
from newsroom.publishing.content import Content
from newsroom.unsaved import buffers, presence
from newsroom.unsaved.names import form_of
from newsroom.unsaved.pairs import CannotBeKept, checked

from .telling import what_moved, who_is_here

WRITER = "X-Writer"
"""The header with the id of who opened the page: somebody else may have signed in since."""


class UnsavedPage(View):
    """GET tells and writes nothing; POST says that the form is open, and keeps it; DELETE drops.

    The status says what is wrong: 401 signed out, 403 may not write, 404 deleted meanwhile,
    409 somebody else is signed in, 413 too long to keep.
    """

    http_method_names = ["get", "post", "delete"]
    model_admin: Any = None
    content: Content | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = self._refusal(request, kwargs.get("object_id"))
        response = response or super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def _refusal(self, request: HttpRequest, pk: int | None) -> HttpResponseBase | None:
        if not self.model_admin.admin_site.has_permission(request):
            return _only(HTTPStatus.UNAUTHORIZED)
        if request.headers.get(WRITER) != str(staff(request).pk):
            return _only(HTTPStatus.CONFLICT)
        if pk is None:
            allowed = self.model_admin.has_add_permission(request)
            return None if allowed else _only(HTTPStatus.FORBIDDEN)
        kind = self.model_admin.model.kind_name
        self.content = Content.objects.filter(kind=kind, pk=pk).first()
        if self.content is None:
            return _only(HTTPStatus.NOT_FOUND)
        allowed = self.model_admin.has_change_permission(request, self.content)
        return None if allowed else _only(HTTPStatus.FORBIDDEN)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._tell(_version(request.GET.get("version")))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            sent = _sent(request)
            if "pairs" in sent:
                self._keep(sent)
        except (CannotBeKept, RequestDataTooBig):
            return _only(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if self.content and sent.get("leaves"):
            presence.leave(staff(request), self._form)
        elif self.content:
            presence.touch(staff(request), self._form)
        return self._tell(_version(sent.get("version")))

    def delete(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        buffers.drop(staff(request), request.GET.get("tab", ""))
        return self._tell(_version(request.GET.get("version")))

    @property
    def _form(self) -> str:
        return form_of(self.model_admin.model, self.content.pk if self.content else None)

    def _keep(self, sent: dict[str, Any]) -> None:
        buffers.keep(
            user=staff(self.request),
            form=self._form,
            tab=str(sent.get("tab", "")),
            stamp=str(sent.get("stamp", "")),
            pairs=checked(sent["pairs"]),
        )

    def _tell(self, version: int | None) -> HttpResponse:
        told = {"csrf": get_token(self.request), "here": "", "moved": ""}
        if self.content:
            user = staff(self.request)
            told["here"] = who_is_here(presence.others(user, self._form))
            if version is not None:
                told["moved"] = what_moved(self.content, version, user)
        return JsonResponse(told)


def _sent(request: HttpRequest) -> dict[str, Any]:
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise CannotBeKept from error
    if not isinstance(sent, dict):
        raise CannotBeKept
    return sent


def _version(text: Any) -> int | None:
    text = str(text)
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _only(status: HTTPStatus) -> HttpResponse:
    return JsonResponse({}, status=status)
