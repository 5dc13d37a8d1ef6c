"""The step that moves what is scheduled: cancel and publish again, as one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.inspection import original_covers
from newsroom.publishing.intervals import earliest
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.uses import scheduled_with

from .opening import (
    FindingKey,
    acknowledge_all,
    insert,
    require_ahead,
    require_no_obstacles,
    require_note,
    still_pending,
    take_back,
)
from .steps import kin, require_publishing, step
from .translations import keep_within_original


def reschedule(
    *,
    edition: Edition,
    opens: dt.datetime | None,
    ends: dt.datetime | None,
    by: User,
    at: dt.datetime | None = None,
    change: Change | None = None,
    note: str | None = None,
    reasons: Mapping[FindingKey, str] | None = None,
) -> Edition:
    """Let a pending edition open at `opens` instead (now where None), and end at `ends`.

    What was scheduled together moves together: `uses.scheduled_with` names it. `change` and `note`
    stay as they are where None; `reasons` are those of `publish`. Answers the edition that takes
    the place of the old one.
    """
    locked = {each.content_id for each in _moving(edition)}
    with step(kin(locked), at) as at:
        fresh, opens = still_pending(edition, at), opens or at
        moving = _moving(fresh)
        _require(moving, locked, by, at)
        require_ahead(opens, at)
        _ask(fresh, ends, change, note)
        revisions = [each.revision for each in moving]
        acknowledge_all(revisions, reasons or {}, by=by, at=at, opens=opens)
        for each in moving:
            take_back(each, at)
        require_no_obstacles(revisions, opens)
        return _open_again(moving, fresh, opens, by, at)


def _moving(edition: Edition) -> list[Edition]:
    """It and what moves with it, originals before their translations."""
    together = [edition, *scheduled_with(edition)]
    return sorted(together, key=lambda each: each.content.original_id or 0)


def _require(moving: Sequence[Edition], locked: set[int], by: User, at: dt.datetime) -> None:
    if {each.content_id for each in moving} != locked:
        raise Impossible(_("Something newer has happened to this already. Look again."))
    require_publishing([each.content for each in moving], by, at)


def _ask(
    edition: Edition, ends: dt.datetime | None, change: Change | None, note: str | None
) -> None:
    """Sets it on the edition in hand, which is opened again."""
    edition.ends_at = ends
    edition.change = change or edition.change
    edition.note = edition.note if note is None else note
    require_note(Change(edition.change), edition.note)


def _open_again(
    moving: Sequence[Edition], asked: Edition, opens: dt.datetime, by: User, at: dt.datetime
) -> Edition:
    """Answers the edition that takes the place of `asked`; the others end with their original."""
    moved = {}
    for each in moving:
        if each is not asked:
            each.ends_at = _end_within_original(each, opens)
        moved[each.content_id] = _insert(each, opens, by, at)
    for content_id in moved:
        keep_within_original(content_id, by, at)
    return moved[asked.content_id]


def _end_within_original(edition: Edition, opens: dt.datetime) -> dt.datetime | None:
    _covered, until = original_covers(edition.content, opens)
    return earliest(edition.ends_at, until)


def _insert(old: Edition, opens: dt.datetime, by: User, at: dt.datetime) -> Edition:
    edition = insert(
        old.revision,
        by=by,
        at=at,
        opens=opens,
        ends=old.ends_at,
        change=Change(old.change),
        note=old.note,
    )
    audit.append(
        "reschedule",
        by=by,
        at=at,
        content=old.content,
        revision=old.revision.number,
        opened=old.live_from,
        opens=opens,
        ends=edition.ends_at,
    )
    return edition
