"""The one rule of editions: `live_until = min(ends_at, live_from of the next)`.

The table of steps that may insert, change or remove editions is in `lifecycle.opening`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import zip_longest

from .editions import Change, Edition


def earliest(*moments: dt.datetime | None) -> dt.datetime | None:
    """The earliest moment; None stands for never."""
    return min((moment for moment in moments if moment), default=None)


def refit(
    content_id: int,
    at: dt.datetime,
    *,
    new: Edition | None = None,
    asked: Iterable[Edition] = (),
) -> None:
    """Fit a content's live and pending editions to the rule, and save them.

    `new` is an edition not saved yet, `asked` are those whose `ends_at` was just set. Whatever
    depends on the sequence is set here and nowhere else: `live_until`, `first_published`, and
    which change is the first. Rows that `at` has passed stay untouched.
    """
    changed = {edition.pk: edition for edition in asked}
    rows = [
        changed.get(row.pk, row) for row in Edition.objects.filter(content=content_id).not_past(at)
    ]
    rows = sorted([*rows, *([new] if new else [])], key=lambda edition: edition.live_from)
    if not rows:
        return
    first = _first_opening(content_id, rows)
    shrunk: list[Edition] = []
    grown: list[Edition] = []
    for row, following in zip_longest(rows, rows[1:]):
        before = row.live_until
        row.live_until = earliest(row.ends_at, following.live_from if following else None)
        row.first_published = first
        row.change = _fitted_change(row, first)
        longer = row.live_until is None or (before is not None and row.live_until > before)
        (grown if longer else shrunk).append(row)
    # The unique open end and PostgreSQL's exclusion hold at every statement: cut before adding.
    for row in [*shrunk, *grown]:
        if row is not new:
            row.save(update_fields=["ends_at", "live_until", "first_published", "change"])
    if new:
        new.save(force_insert=True)


def _first_opening(content_id: int, rows: list[Edition]) -> dt.datetime:
    oldest = Edition.objects.filter(content=content_id).order_by("live_from").first()
    return min(edition.live_from for edition in [*rows, *([oldest] if oldest else [])])


def _fitted_change(row: Edition, first: dt.datetime) -> str:
    if row.live_from == first:
        return Change.FIRST
    return Change.UPDATE if row.change == Change.FIRST else row.change


def covered_until(content_id: int, moment: dt.datetime) -> tuple[bool, dt.datetime | None]:
    """Whether readers see the content at `moment`, and up to when without a gap (None: open)."""
    rows = Edition.objects.filter(content=content_id).not_past(moment).order_by("live_from")
    covered, until = False, moment
    for live_from, live_until in rows.values_list("live_from", "live_until"):
        if live_from > until:
            break
        covered = True
        if live_until is None:
            return True, None
        until = live_until
    return covered, until
