"""What will happen to a content by itself, in words, with the way to change it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.rights import Right, may

from .contents import page_url
from .moments import day_and_moment


@dataclass(frozen=True)
class Link:
    label: str | Promise
    url: str


@dataclass(frozen=True)
class Plan:
    """One thing that is going to happen, for those who may: with links."""

    sentence: str
    links: tuple[Link, ...]


def plans(
    content: Content, editions: Sequence[Edition], at: dt.datetime, user: Any
) -> Iterator[Plan]:
    """Of the live and pending `editions` of a content, in order."""
    before: dt.datetime | None = None
    for edition, following in zip_longest(editions, editions[1:]):
        if edition.live_from > at:
            replaces = before == edition.live_from
            yield Plan(_opening(edition, replaces), opening_links(content, edition, user))
        before = edition.live_until
        if before and not (following and following.live_from == before):
            sentence = _("It ends on %(moment)s") % {"moment": day_and_moment(before)}
            yield Plan(sentence, ending_links(content, edition, user))


def _opening(edition: Edition, replaces: bool) -> str:
    words = {"number": edition.revision.number, "moment": day_and_moment(edition.live_from)}
    if replaces:
        return _("Revision %(number)s replaces it on %(moment)s") % words
    return _("Readers see revision %(number)s from %(moment)s") % words


def opening_links(content: Content, edition: Edition, user: Any) -> tuple[Link, ...]:
    """For a pending edition."""
    if not may(user, Right.PUBLISH, kind_of(content).model):
        return ()
    labels = {"reschedule": gettext_lazy("Change"), "cancel": gettext_lazy("Cancel")}
    return tuple(_about(content, edition, page, label) for page, label in labels.items())


def ending_links(content: Content, edition: Edition, user: Any) -> tuple[Link, ...]:
    """For an end that is still ahead."""
    if not may(user, Right.WITHDRAW, kind_of(content).model):
        return ()
    return (_about(content, edition, "end", gettext_lazy("Change")),)


def _about(content: Content, edition: Edition, page: str, label: str | Promise) -> Link:
    return Link(label, f"{page_url(content, page)}?edition={edition.pk}")
