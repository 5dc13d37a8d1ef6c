"""allauth's pages, where ours answer differently."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.account import views
from allauth.mfa.base.views import IndexView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from newsroom.publishing.admin.requests import staff

from .encryption import Unreadable, unreadable_factors
from .sessions import end_sessions


class SignIn(views.LoginView):
    def form_invalid(self, form: Any) -> HttpResponse:
        """Too many failures are told as what they are, to people and to programs."""
        locked = form.has_error(NON_FIELD_ERRORS, code="too_many_login_attempts")
        status = HTTPStatus.TOO_MANY_REQUESTS if locked else HTTPStatus.OK
        return self.render_to_response(self.get_context_data(form=form), status=status)


class AskForNewPassword(views.PasswordResetView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without mail there is nothing to send: the page says whom to ask."""
        if not settings.MAIL_IS_SENT:
            return TemplateResponse(request, "account/password_reset_by_an_admin.html", {})
        return super().dispatch(request, *args, **kwargs)


class SecondFactor(IndexView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        unreadable = unreadable_factors(staff(self.request))
        return super().get_context_data(**kwargs) | {"unreadable": unreadable}


class NewRecoveryCodes(GenerateRecoveryCodesView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """New codes can be had even where nobody can count the old ones."""
        try:
            return super().get_context_data(**kwargs)
        except Unreadable:
            return super(GenerateRecoveryCodesView, self).get_context_data(**kwargs)


def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of one's own, on all devices, this one too."""
    if request.method != "POST":
        return TemplateResponse(request, "admin/staff/sign_out_everywhere.html", {})
    end_sessions(staff(request))
    logout(request)
    messages.success(request, _("You are signed out everywhere."))
    return redirect("account_login")
