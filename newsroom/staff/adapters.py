"""What this newsroom does differently from allauth's defaults."""

from __future__ import annotations

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from newsroom.client import client_ip

from . import encryption


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by an admin."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only on to this very host, under which the person is signed in."""
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={context.request.get_host()}, require_https=self.request.is_secure()
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_ip(request)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Failures count for a name and an address together: nobody locks others out."""
        name = credentials.get("email", credentials.get("username", "")).lower()
        return f"{client_ip(request)}:{name}"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not of those who signed in or proved themselves just now."""
        records = get_authentication_records(context.request, context.request.user)
        proved = max((record["at"] for record in records), default=0)
        return time.time() - proved >= app_settings.REAUTHENTICATION_TIMEOUT

    def get_reset_password_from_key_url(self, key: str) -> str:
        return password_link(key)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("admin:index")


def password_link(key: str) -> str:
    """To the page that sets a password; with the site's address, not with the one asked for."""
    uid, _, token = key.partition("-")
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    return f"{settings.SITE_URL}{path}"


class MFAAdapter(DefaultMFAAdapter):
    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        count = Authenticator.objects.filter(user=user, type=type).count()
        return _("Passkey %(number)s") % {"number": count + 1}

    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(encrypted_text)
