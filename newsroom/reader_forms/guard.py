"""The one decorator of views to which readers send forms, and the only way past Django's CSRF."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from .forms import ReaderForm
from .origin import comes_from_here

# Twice what the longest form takes in Japanese or Korean, where a character has nine bytes.
MOST_BYTES = 64 * 1024

View = Callable[..., HttpResponse]


def reader_form(form_class: type[ReaderForm]) -> Callable[[View], View]:
    """The view gets the form after the request. It keeps what `is_accepted`, and nothing else.

    Nobody stores the page, for its token is one reader's; it sets no cookie: pages that are stored
    link to it.
    """

    def guard(view: View) -> View:
        @csrf_exempt
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response = _refused(request) or view(request, form_class(request), *args, **kwargs)
            response["Cache-Control"] = "no-store"
            response["X-Robots-Tag"] = "noindex"
            return response

        guarded.reader_form = form_class  # type: ignore[attr-defined]
        return guarded

    return guard


def _refused(request: HttpRequest) -> HttpResponse | None:
    """In words, before anything that was sent is read."""
    if request.method != "POST":
        return None
    if not comes_from_here(request):
        return _page(request, HTTPStatus.FORBIDDEN)
    if _bytes_sent(request) > MOST_BYTES:
        return _page(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return None


def _bytes_sent(request: HttpRequest) -> int:
    """As announced, which is all that is ever read."""
    announced = str(request.META.get("CONTENT_LENGTH", ""))
    return int(announced) if announced.isdecimal() else 0


def _page(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    context = {"too_long": status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE}
    return render(request, "reader_forms/refused.html", context, status=status)
