"""What every step begins with: a transaction, the locks, the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.publishing.content import Content
from newsroom.publishing.guard import lifecycle_step
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.rights import Right, require


@contextmanager
def step(contents: Iterable[int], at: dt.datetime | None) -> Iterator[dt.datetime]:
    """One transaction with these contents locked; gives the moment of the step.

    The clock is read after the lock: callers that read it first would come out of order.
    """
    with transaction.atomic(), lifecycle_step():
        lock(contents)
        yield at or timezone.now()


def lock(contents: Iterable[int]) -> None:
    """Lock by id, in order. `no_key`: a plain lock would deadlock two that use each other."""
    wanted = set(contents)
    rows = Content.objects.filter(pk__in=wanted).order_by("pk").select_for_update(no_key=True)
    if len(rows.values_list("pk", flat=True)) != len(wanted):
        raise Impossible(_("This was deleted in the meantime."))


def kin(contents: Iterable[int]) -> set[int]:
    """These contents with the originals and translations that their editions are bound to."""
    ids = set(contents)
    family = Content.objects.filter(Q(original__in=ids) | Q(translations__in=ids))
    return ids | set(family.values_list("pk", flat=True))


def require_order(contents: Iterable[int], at: dt.datetime) -> None:
    """Refuse a step on editions that does not come after the last one: the past is fixed."""
    if Content.objects.filter(pk__in=set(contents), settled_at__gte=at).exists():
        raise Impossible(_("Something newer has happened to this already. Look again."))


def require_publishing(contents: Sequence[Content], by: User, at: dt.datetime) -> None:
    """The right on each, and that nothing newer has happened to any."""
    for content in contents:
        require(by, Right.PUBLISH, content)
    require_order([content.pk for content in contents], at)


def settle(content_id: int, at: dt.datetime) -> None:
    """Note that editions of the content changed at `at`."""
    Content.objects.filter(pk=content_id).update(settled_at=at)
