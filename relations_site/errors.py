"""What is shown when something is wrong.

400, 403, 429, 500 and 503 are files that need no database and no template, in all languages at
once: whatever broke, they still work, and a server in front can show the very same ones.
"""

import sys
from http import HTTPStatus
from pathlib import Path

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

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


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(HTTPStatus.FORBIDDEN)


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
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return unavailable()
    return _page(HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable() -> HttpResponse:
    """The database is away or busy: worth another try soon."""
    response = _page(HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _page(status: HTTPStatus) -> HttpResponse:
    return _answer(PAGES[status], status)


def _answer(page: bytes, status: HTTPStatus) -> HttpResponse:
    response = HttpResponse(page, status=status)
    response["Cache-Control"] = "no-store"
    return response
