"""What is shown when something is wrong.

400, 403, 429, 500 and 503 are files that need no database and no template, in all languages at
once: whatever broke, they still work, and a server in front can show the very same ones. At the
desk nothing is broken where somebody asks for what is not there, or not theirs: it says so itself.
"""

import errno
import sys
from http import HTTPStatus
from pathlib import Path

from django.contrib import admin
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import defaults

from newsroom.staff.middleware import DESK

PAGES = {
    status: (Path(__file__).parent / "error_pages" / f"{status.value}.html").read_bytes()
    for status in (
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.SERVICE_UNAVAILABLE,
    )
}
KEPT = (Path(__file__).parent / "error_pages" / "kept.html").read_bytes()
RETRY_AFTER_SECONDS = 10
FULL = (errno.ENOSPC, errno.EDQUOT)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if not _is_below_the_desk(request):
        return _page(HTTPStatus.FORBIDDEN)
    said = _("Your account does not open this page. Ask an admin if you need it.")
    return _desk_page(request, HTTPStatus.FORBIDDEN, _("This is not open to you"), said)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not _is_below_the_desk(request):
        return defaults.page_not_found(request, exception)
    said = _("There is nothing at this address. It may have been deleted, or mistyped.")
    return _desk_page(request, HTTPStatus.NOT_FOUND, _("Page not found"), said)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """What allauth answers beyond the limits of sign-in and its kin."""
    return _page(HTTPStatus.TOO_MANY_REQUESTS)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    # The browser keeps what is typed into a draft's form, and offers it when that opens again.
    if "unsaved_tab" in request.POST:
        return _answer(KEPT, HTTPStatus.FORBIDDEN)
    return _page(HTTPStatus.FORBIDDEN)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls this while it handles what went wrong, wherever that was: view or middleware."""
    problem = sys.exc_info()[1]
    is_full = isinstance(problem, OSError) and problem.errno in FULL
    if is_full or isinstance(problem, OperationalError | InterfaceError):
        return unavailable()
    return _page(HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable() -> HttpResponse:
    """The database is away or busy, or a disk is full: worth another try soon."""
    response = _page(HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _is_below_the_desk(request: HttpRequest) -> bool:
    """And far enough within that it is known who asks."""
    return request.path_info.startswith(DESK) and hasattr(request, "user")


def _desk_page(request: HttpRequest, status: HTTPStatus, title: str, said: str) -> HttpResponse:
    """In the desk's look, with the way back to it or to signing in; silent on what is there."""
    context = admin.site.each_context(request) | {"title": title, "said": said}
    context["is_nav_sidebar_enabled"] = context["has_permission"]
    response = render(request, "admin/wrong_page.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _page(status: HTTPStatus) -> HttpResponse:
    return _answer(PAGES[status], status)


def _answer(page: bytes, status: HTTPStatus) -> HttpResponse:
    response = HttpResponse(page, status=status)
    response["Cache-Control"] = "no-store"
    return response
