"""The second factor: who has one, and what follows from adding one."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.conf import settings
from django.contrib.auth.models import User
from django.dispatch import receiver
from django.http import HttpRequest

from .sessions import end_sessions

# The pages on which one is set up, and the ways out.
OPEN_WITHOUT = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
}
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def must_set_one_up(user: User) -> bool:
    return settings.REQUIRE_SECOND_FACTOR and not has_second_factor(user)


@receiver(authenticator_added, dispatch_uid="newsroom.staff.second_factor")
def end_sessions_without(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """From now on nobody is signed in by a password alone."""
    end_sessions(user, but=request.session.session_key)
