"""Threads in which somebody else had the last word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.comments import open_threads
from newsroom.publishing.rights import Right, kinds_with

from .lists import Sort, WorkItem, WorkList, item_about


def comments(user: User, at: dt.datetime) -> Iterator[WorkList]:
    waiting = open_threads(user).filter(revision__content__kind__in=kinds_with(user, Right.VIEW))
    waiting = waiting.select_related("revision__content").defer("revision__snapshot")
    waiting = waiting.order_by("last_made_at", "pk")
    yield WorkList("comments", _("Comments to answer"), Sort.AWAITED, waiting, _of_thread)


def _of_thread(comment: Any) -> WorkItem:
    """The last word of it: that is what waits for an answer."""
    return item_about(
        comment.revision.content,
        "comments",
        at=comment.last_made_at,
        who=comment.last_author,
        said=comment.last_text,
    )
