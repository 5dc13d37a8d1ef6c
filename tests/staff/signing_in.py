"""How the tests of this room sign in, and what they compute as a device would."""

from __future__ import annotations

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

SIGN_IN = "/admin/login/"
SECOND_FACTOR = "/admin/account/second-factor/"
ASKED_FOR_A_CODE = f"{SECOND_FACTOR}authenticate/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def password(user: User) -> str:
    """As tests/cast.py gives them out."""
    return f"{user.username}-password-for-tests"


def sign_in(client: Client, user: User, word: str = "", **headers: str) -> HttpResponse:
    posted = {"login": user.username, "password": word or password(user)}
    return client.post(SIGN_IN, posted, **headers)


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def give_an_app(user: User) -> Authenticator:
    return TOTP.activate(user, SECRET).instance


def give_codes(user: User) -> list[str]:
    return RecoveryCodes.activate(user).get_unused_codes()


def code_of_the_app(secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))
