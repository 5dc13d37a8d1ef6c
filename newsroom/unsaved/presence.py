"""Who has a form open. Nobody is kept out: people are told, and settle it between them."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import User
from django.utils import timezone

from .models import Presence

# Browsers wake a tab in the background once a minute.
SECONDS_PRESENT = 75


def touch(user: User, form: str, at: dt.datetime | None = None) -> None:
    Presence.objects.bulk_create(
        [Presence(user=user, form=form, seen_at=at or timezone.now())],
        update_conflicts=True,
        unique_fields=["user", "form"],
        update_fields=["seen_at"],
    )


def leave(user: User, form: str) -> None:
    Presence.objects.filter(user=user, form=form).delete()


def others(user: User, form: str, at: dt.datetime | None = None) -> list[User]:
    """Who else has it open at this moment, by name."""
    present = Presence.objects.filter(form=form, seen_at__gt=_since(at)).exclude(user=user)
    return [row.user for row in present.select_related("user").order_by("user__username")]


def prune(at: dt.datetime | None = None) -> int:
    return Presence.objects.filter(seen_at__lte=_since(at)).delete()[0]


def _since(at: dt.datetime | None) -> dt.datetime:
    return (at or timezone.now()) - dt.timedelta(seconds=SECONDS_PRESENT)
