"""Days with what is shown of them: so many entries each, and how many more there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.moments import time_of_day
from newsroom.publishing.admin.plans import Link, ending_links, opening_links
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_of

from .happenings import Happening, What

_HAPPENED = {What.OPENS: _("Opened"), What.ENDS: _("Ended"), What.REVIEW: _("Review was due")}


@dataclass(frozen=True)
class Entry:
    happening: Happening
    words: str | Promise
    time: str
    title: str
    url: str
    kind: str | Promise
    language: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Day:
    date: dt.date
    entries: list[Entry]
    more: int

    @property
    def is_today(self) -> bool:
        return self.date == timezone.localdate()


def days(
    dates: Iterable[dt.date],
    happening: Mapping[dt.date, Sequence[Happening]],
    user: Any,
    *,
    most: int,
) -> dict[dt.date, Day]:
    """Each of `dates` with its first entries, `most` of them: in one query for all."""
    shown = {date: happening.get(date, ())[:most] for date in dates}
    wanted = {each.edition for of_day in shown.values() for each in of_day}
    editions = Edition.objects.select_related("content").in_bulk(wanted)
    return {
        date: Day(
            date,
            [_entry(each, editions[each.edition], user) for each in of_day],
            more=len(happening.get(date, ())) - len(of_day),
        )
        for date, of_day in shown.items()
    }


def _entry(happening: Happening, edition: Edition, user: Any) -> Entry:
    content = edition.content
    return Entry(
        happening=happening,
        words=_words(happening, edition),
        time=time_of_day(happening.at),
        title=str(content),
        url=page_url(content, "change"),
        kind=kind_of(content).model._meta.verbose_name or "",
        language=content.get_language_display() if content.language else "",
        links=_links(happening, edition, user),
    )


def _words(happening: Happening, edition: Edition) -> str | Promise:
    if happening.what == What.ENDS and edition.withdrawn:
        return _("Withdrawn")
    past = happening.at <= timezone.now()
    return _HAPPENED[happening.what] if past else happening.what.label


def _links(happening: Happening, edition: Edition, user: Any) -> tuple[Link, ...]:
    """What has happened cannot be changed; a review is changed by publishing again."""
    if happening.at <= timezone.now() or happening.what == What.REVIEW:
        return ()
    links = opening_links if happening.what == What.OPENS else ending_links
    return links(edition.content, edition, user)
