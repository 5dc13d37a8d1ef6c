"""What is shown when something is wrong.

400, 403, 500 and 503 are files that need no database and no template, in all languages at once:
whatever broke, they still work, and a server in front can show the very same ones.
"""

import sys
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

PAGES = {
    status: (Path(__file__).parent / "error_pages" / f"{status.value}.html").read_bytes()
    for status in (
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.SERVICE_UNAVAILABLE,
    )
}
RETRY_AFTER_SECONDS = 10


@dataclass(frozen=True)
class Alternate:
    language: str
    label: str
    path: str


@dataclass(frozen=True)
class NotFoundPage:
    title: str
    language: str
    path: str
    alternates: list[Alternate]


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(HTTPStatus.FORBIDDEN)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    page = NotFoundPage(
        title=_("Page not found"),
        language=translation.get_language() or settings.LANGUAGE_CODE,
        path="/",
        alternates=[Alternate(code, label, "/") for code, label in settings.LANGUAGES],
    )
    return render(request, "404.html", {"page": page}, status=HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls this while it handles what went wrong, wherever that was: view or middleware."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return unavailable()
    return _page(HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable() -> HttpResponse:
    """The database is away or busy: worth another try soon."""
    response = _page(HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _page(status: HTTPStatus) -> HttpResponse:
    response = HttpResponse(PAGES[status], status=status)
    response["Cache-Control"] = "no-store"
    return response
