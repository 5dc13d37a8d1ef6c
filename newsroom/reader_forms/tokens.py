"""Signed tokens: for which address a form was made, and when. Each is good for one sending."""

from __future__ import annotations

import hashlib
import secrets
import time
from enum import Enum, auto

from django.core.cache import cache
from django.core.signing import BadSignature, Signer

# Nobody reads a form and fills it in within that time.
SECONDS_TO_FILL_IN = 3
SECONDS_GOOD = 6 * 60 * 60


class Age(Enum):
    """`STALE` is too old, made for another address, or not by us."""

    TOO_YOUNG = auto()
    GOOD = auto()
    STALE = auto()


def make(path: str) -> str:
    return _signer().sign_object([path, secrets.token_urlsafe(12), time.time()])


def age_of(token: str, path: str) -> Age:
    try:
        made_for, _nonce, made_at = _signer().unsign_object(token)
    except BadSignature:
        return Age.STALE
    age = time.time() - made_at
    if made_for != path or age > SECONDS_GOOD:
        return Age.STALE
    return Age.GOOD if age >= SECONDS_TO_FILL_IN else Age.TOO_YOUNG


def use_up(token: str) -> bool:
    """False where it was used up before: of two sendings at once, one is first."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    return bool(cache.add(f"reader_forms:sent:{digest}", True, SECONDS_GOOD))


def _signer() -> Signer:
    return Signer(salt="newsroom.reader_forms")
