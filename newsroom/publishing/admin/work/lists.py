"""Lists of things to do: how many there are and the first of them, in one query for each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Any

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import Truncator, capfirst
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.moments import moment
from newsroom.publishing.content import Content
from newsroom.publishing.kinds import kind_of

SHOWN = 8
LENGTH_OF_A_REMARK = 160


class Sort(Enum):
    """Why a list is on the desk: somebody waits for this person, a day has come, they began it
    themselves, or it takes its way and only wants to be known of."""

    AWAITED = auto()
    DUE = auto()
    BEGUN = auto()
    UNDER_WAY = auto()


@dataclass(frozen=True)
class WorkItem:
    """One thing to do, and where. It waits since `at`, or happens then; `who` did or said
    something about it."""

    title: str
    kind: str
    language: str
    language_name: str
    url: str
    at: dt.datetime
    who: str = ""
    said: str = ""

    @property
    def when(self) -> str:
        """How long ago, for what waits: that tells what is urgent at a glance."""
        now = timezone.now()
        if self.at > now:
            return moment(self.at)
        if now - self.at < dt.timedelta(minutes=1):
            return _("just now")
        return _("%(age)s ago") % {"age": timesince(self.at, now, depth=1)}


def item_about(
    content: Content, page: str, *, at: dt.datetime, who: str = "", said: str = ""
) -> WorkItem:
    """What is to be done about a content is done on this page of the admin."""
    return WorkItem(
        title=str(content) or _("Untitled"),
        kind=capfirst(str(kind_of(content).model._meta.verbose_name)),
        language=content.language,
        language_name=content.get_language_display() if content.language else "",
        url=page_url(content, page),
        at=at,
        who=who,
        said=Truncator(" ".join(said.split())).chars(LENGTH_OF_A_REMARK),
    )


class Together:
    """Several lists of rows of one table, whose beginnings come in one query.

    Rows have `in_list`, the name of their list, and `since`, by which each list is ordered.
    """

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.rows = rows

    def of(self, name: str) -> QuerySet[Any]:
        return self.rows.filter(in_list=name).order_by("since", "pk")

    def first(self, name: str) -> list[Any]:
        return self._first[name]

    @cached_property
    def _first(self) -> dict[str, list[Any]]:
        total = Window(Count("*"), partition_by=F("in_list"))
        place = Window(RowNumber(), partition_by=F("in_list"), order_by=("since", "pk"))
        rows = self.rows.annotate(total=total, place=place).filter(place__lte=SHOWN)
        found: dict[str, list[Any]] = defaultdict(list)
        for row in rows.order_by("place"):
            found[row.in_list].append(row)
        return found


@dataclass(frozen=True)
class WorkList:
    """Things to do of one sort: `rows` in the order in which they want doing, told by `item`.

    `name` stands in the address of the page that shows all of them.
    """

    name: str
    title: str | Promise
    sort: Sort
    rows: QuerySet[Any]
    item: Callable[[Any], WorkItem]
    together: Together | None = None

    @cached_property
    def _first(self) -> list[Any]:
        if self.together:
            return self.together.first(self.name)
        return list(self.rows.annotate(total=Window(Count("*")))[:SHOWN])

    @property
    def items(self) -> list[WorkItem]:
        return [self.item(row) for row in self._first]

    @property
    def count(self) -> int:
        return self._first[0].total if self._first else 0

    @property
    def is_long(self) -> bool:
        return self.count > len(self._first)
