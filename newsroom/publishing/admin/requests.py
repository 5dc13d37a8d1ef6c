"""Who asks, and what they are told."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest

from newsroom.publishing.refusals import Refused


def staff(request: HttpRequest) -> User:
    """The person who is signed in: the admin lets nobody else come this far."""
    return cast("User", request.user)


def tell_refusal(request: HttpRequest, refusal: Refused) -> None:
    messages.error(request, str(refusal))
