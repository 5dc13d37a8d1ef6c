"""Translations are public only while their original is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from django.contrib.auth.models import User
from django.db.models import Q

from newsroom.publishing import audit
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.intervals import covered_until, refit

from .claims import release_unused
from .steps import settle


def _translations(content_id: int) -> Iterator[int]:
    yield from Content.objects.filter(original=content_id).values_list("pk", flat=True)


def keep_within_original(original_id: int, by: User, at: dt.datetime) -> None:
    """Cut or cancel editions of translations that would outlast the original."""
    for translation in _translations(original_id):
        editions = Edition.objects.filter(content=translation).not_past(at)
        cut = [
            edition
            for edition in editions.select_related("content")
            if _cut(edition, original_id, by, at)
        ]
        if cut:
            _settle_and_refit(translation, at, cut)


def _cut(edition: Edition, original_id: int, by: User, at: dt.datetime) -> bool:
    covered, until = covered_until(original_id, max(edition.live_from, at))
    if not covered and edition.live_from > at:
        _cancel(edition, by, at)
        return True
    if until is None or (edition.live_until and edition.live_until <= until):
        return False
    _ask_to_end(edition, until, by, at)
    return True


def _cancel(edition: Edition, by: User, at: dt.datetime) -> None:
    audit.append("cancel", by=by, at=at, content=edition.content, opened=edition.live_from)
    edition.delete()


def _ask_to_end(edition: Edition, ends: dt.datetime | None, by: User, at: dt.datetime) -> None:
    """Sets it on the edition in hand; `refit` saves it."""
    audit.append("set_end", by=by, at=at, content=edition.content, ends=ends)
    edition.ends_at = ends


def move_ends(
    original_id: int,
    before: dt.datetime | None,
    after: dt.datetime | None,
    by: User,
    at: dt.datetime,
) -> None:
    """An end that a translation shares with its original follows it; its own earlier end stays."""
    if before is None:
        return
    for translation in _translations(original_id):
        shared = Edition.objects.filter(content=translation, ends_at=before).not_past(at)
        moved = [
            edition
            for edition in shared.select_related("content")
            if after is None or after > edition.live_from
        ]
        for edition in moved:
            _ask_to_end(edition, after, by, at)
        if moved:
            _settle_and_refit(translation, at, moved)


def withdraw_translations(
    original_id: int, by: User, at: dt.datetime, withdraw: Callable[[Edition], Edition]
) -> None:
    """Withdraw what readers saw of them up to now, and cancel what nobody has seen."""
    for translation in _translations(original_id):
        editions = Edition.objects.filter(content=translation).select_related("content")
        up_to_now = Q(live_until=None) | Q(live_until__gte=at)
        seen = editions.filter(up_to_now, live_from__lt=at).first()
        # What opens at this very moment nobody has seen; withdrawing takes what lies ahead.
        unseen = list(editions.filter(live_from=at) if seen else editions.filter(live_from__gte=at))
        for edition in unseen:
            _cancel(edition, by, at)
        if seen:
            withdraw(seen)
        elif unseen:
            settle(translation, at)
            release_unused(translation)


def _settle_and_refit(translation: int, at: dt.datetime, asked: list[Edition]) -> None:
    settle(translation, at)
    refit(translation, at, asked=asked)
    release_unused(translation)
