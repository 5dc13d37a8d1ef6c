"""What holds for every page of the desk and the person who opens it."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from newsroom.publishing.admin.requests import staff

from . import sessions
from .encryption import Unreadable
from .models import preferences_of
from .second_factor import OPEN_WITHOUT, must_set_one_up

Answer = Callable[[HttpRequest], HttpResponse]
DESK = "/admin/"


def is_at_the_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(DESK) and request.user.is_authenticated


def timed_sessions(get_response: Answer) -> Answer:
    """Ends a session that lasted long enough; reader pages ask for nobody's."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if is_at_the_desk(request):
            if sessions.is_over(request.session):
                logout(request)
                messages.info(request, _("You were signed out after a while. Sign in again."))
            else:
                sessions.note(request.session)
        return get_response(request)

    return middleware


def personal_desk(get_response: Answer) -> Answer:
    """The desk in the time zone and language of who is signed in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not is_at_the_desk(request):
            return get_response(request)
        preferences = preferences_of(staff(request))
        if preferences.language:
            # Left on when we return: the answer's Content-Language is written further out.
            translation.activate(preferences.language)
            request.LANGUAGE_CODE = preferences.language
        with timezone.override(preferences.zone):
            return get_response(request)

    return middleware


class SecondFactorFirst:
    """Where a second factor is compulsory, nothing of the desk opens before there is one."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        page = request.resolver_match and request.resolver_match.view_name
        if not is_at_the_desk(request) or page in OPEN_WITHOUT:
            return None
        return redirect("mfa_index") if must_set_one_up(staff(request)) else None


class AccountPages:
    """Gives allauth's pages what the admin's templates expect of a page."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        given = response.context_data or {}
        if request.path_info.startswith(DESK) and "available_apps" not in given:
            # allauth's `site` is a host name; ours has a name.
            given.pop("site", None)
            response.context_data = {**admin.site.each_context(request), **given, **_ours(request)}
        return response

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Codes that nobody can read are not shown: back to where new ones are made."""
        if not isinstance(problem, Unreadable):
            return None
        messages.error(request, problem.message)
        return redirect("mfa_index")


def _ours(request: HttpRequest) -> dict[str, bool]:
    required = request.user.is_authenticated and must_set_one_up(staff(request))
    return {"passkeys_work": _has_a_name(request.get_host()), "must_set_one_up": required}


def _has_a_name(host: str) -> bool:
    """Browsers keep passkeys for names, not for numbers."""
    try:
        ip_address(host.rpartition(":")[0].strip("[]") if ":" in host else host)
    except ValueError:
        return True
    return False
