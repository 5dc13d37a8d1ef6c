"""Keeping what is typed, giving it back to whoever typed it, and forgetting it in time."""

from __future__ import annotations

import datetime as dt
import re

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone

from .models import STAMP_LENGTH, TAB_LENGTH, Buffer
from .pairs import CannotBeKept, Pairs, written

DAYS_KEPT = 30
TABS_KEPT = 20
"""Buffers of one person for one form; the oldest go first."""

_TAB = re.compile(rf"[0-9A-Za-z-]{{8,{TAB_LENGTH}}}")
_STAMP = re.compile(rf"[0-9]{{1,{STAMP_LENGTH}}}")


def is_tab(text: str) -> bool:
    return _TAB.fullmatch(text) is not None


def keep(
    *,
    user: User,
    form: str,
    tab: str,
    stamp: str,
    pairs: Pairs,
    at: dt.datetime | None = None,
) -> None:
    """Keep the form as it is in this tab now. Raises CannotBeKept."""
    if not is_tab(tab) or not _STAMP.fullmatch(stamp):
        raise CannotBeKept
    at = at or timezone.now()
    buffer = Buffer(user=user, form=form, tab=tab, stamp=stamp, body=written(pairs), saved_at=at)
    Buffer.objects.bulk_create(
        [buffer],
        update_conflicts=True,
        unique_fields=["user", "tab"],
        update_fields=["form", "stamp", "body", "saved_at"],
    )
    if too_many := list(kept(user, form)[TABS_KEPT:].values_list("pk", flat=True)):
        Buffer.objects.filter(pk__in=too_many).delete()


def kept(user: User, form: str) -> QuerySet[Buffer]:
    """This person's buffers of the form, the newest first."""
    return Buffer.objects.filter(user=user, form=form).order_by("-saved_at", "-pk")


def kept_in(user: User, tab: str) -> Buffer | None:
    return Buffer.objects.filter(user=user, tab=tab).first()


def drop(user: User, tab: str) -> None:
    """It was saved, or this person does not want it."""
    Buffer.objects.filter(user=user, tab=tab).delete()


def drop_form(form: str) -> None:
    """Everybody's: the law asked for what it may hold to be gone."""
    Buffer.objects.filter(form=form).delete()


def hand_over(form: str, *, to: str, deleted_by: User) -> None:
    """What others typed about something deleted meanwhile waits for them at another form."""
    Buffer.objects.filter(form=form, user=deleted_by).delete()
    Buffer.objects.filter(form=form).update(form=to)


def prune(at: dt.datetime | None = None) -> int:
    """Forget what nobody came back for; answers how many buffers went."""
    before = (at or timezone.now()) - dt.timedelta(days=DAYS_KEPT)
    return Buffer.objects.filter(saved_at__lt=before).delete()[0]
