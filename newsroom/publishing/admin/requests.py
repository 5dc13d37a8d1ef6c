"""Who asks, for what, and what they are told."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest

from newsroom.publishing.refusals import Refused

# Longer ones fit into no column.
_DIGITS = 18


def staff(request: HttpRequest) -> User:
    """The person who is signed in: the admin lets nobody else come this far."""
    return cast("User", request.user)


def tell_refusal(request: HttpRequest, refusal: Refused) -> None:
    messages.error(request, str(refusal))


def as_key(value: Any) -> int | None:
    """The number by which something is asked for; None for what can be none."""
    text = str(value)
    possible = text.isascii() and text.isdecimal() and len(text) <= _DIGITS
    return int(text) if possible else None
