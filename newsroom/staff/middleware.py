"""What holds for every page of the desk and the person who opens it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from newsroom.publishing.admin.requests import staff

from .models import preferences_of

DESK = "/admin/"


def personal_desk(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """The desk in the time zone and language of who is signed in; reader pages ask for nobody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(DESK) or not request.user.is_staff:
            return get_response(request)
        preferences = preferences_of(staff(request))
        if preferences.language:
            # Left on when we return: the answer's Content-Language is written further out.
            translation.activate(preferences.language)
            request.LANGUAGE_CODE = preferences.language
        with timezone.override(preferences.zone):
            return get_response(request)

    return middleware
