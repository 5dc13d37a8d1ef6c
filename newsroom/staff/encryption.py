"""Secrets of second factors lie in the database only under the site's key."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.encoding import force_bytes
from django.utils.translation import gettext as _

# Passkeys hold nothing secret.
ENCRYPTED = {Authenticator.Type.TOTP: "secret", Authenticator.Type.RECOVERY_CODES: "seed"}


class Unreadable(ValidationError):
    """Encrypted under a key that the site no longer has; a form says so where a code is typed."""


def encrypt(text: str) -> str:
    return _keys().encrypt(text.encode()).decode()


def decrypt(encrypted: str) -> str:
    try:
        return _keys().decrypt(encrypted.encode()).decode()
    except InvalidToken:
        raise Unreadable(
            _(
                "The site has a new key and cannot check codes of yours any more. Use a passkey,"
                " or ask an admin to reset your second factor; then set it up anew."
            )
        ) from None


def unreadable_factors(user: User) -> set[str]:
    """The types of what the person has to set up anew."""
    factors = Authenticator.objects.filter(user=user, type__in=ENCRYPTED)
    return {factor.type for factor in factors if not _is_readable(factor)}


def encrypt_anew() -> tuple[int, int]:
    """Under the present key whatever lies under a former one: how many could be read, and not."""
    with transaction.atomic():
        factors = Authenticator.objects.filter(type__in=ENCRYPTED).select_for_update()
        told = [_encrypt_anew(factor) for factor in factors]
    return told.count(True), told.count(False)


def _encrypt_anew(factor: Authenticator) -> bool:
    if not _is_readable(factor):
        return False
    field = ENCRYPTED[Authenticator.Type(factor.type)]
    factor.data[field] = _keys().rotate(factor.data[field].encode()).decode()
    factor.save(update_fields=["data"])
    return True


def _is_readable(factor: Authenticator) -> bool:
    try:
        decrypt(factor.data[ENCRYPTED[Authenticator.Type(factor.type)]])
    except Unreadable:
        return False
    return True


def _keys() -> MultiFernet:
    """The first encrypts; those of former secret keys still decrypt."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [sha256(b"second factor:" + force_bytes(secret)).digest() for secret in secrets]
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
