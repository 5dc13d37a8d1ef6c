"""How long a person stays signed in, and what ends it."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

IDLE_SECONDS = 60 * 60
# Being here is written down once a minute at most: not each request has to wait for the database.
NOTE_SECONDS = 60
BEGAN, SEEN = "signed_in_at", "seen_at"


@receiver(user_logged_in, dispatch_uid="newsroom.staff.sessions")
def begin(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    request.session[BEGAN] = request.session[SEEN] = time.time()


def is_over(session: SessionBase) -> bool:
    """Too long ago signed in, or too long nothing heard of. Django's own age moves on each save."""
    now = time.time()
    too_old = now - session.get(BEGAN, 0) >= settings.SESSION_COOKIE_AGE
    return too_old or now - session.get(SEEN, 0) >= IDLE_SECONDS


def note(session: SessionBase) -> None:
    """Somebody is here. What a page sends by itself while it is typed in counts as well."""
    if time.time() - session.get(SEEN, 0) >= NOTE_SECONDS:
        session[SEEN] = time.time()


def end_sessions(user: User, *, but: str | None = None) -> None:
    """End all sessions of a person, or all but one. Rare, so going through them is good enough."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).exclude(pk=but):
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
