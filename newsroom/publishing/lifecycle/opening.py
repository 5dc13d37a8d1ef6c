"""Steps that touch editions, and so what readers see.

| step at `at`      | editions                                                                  |
|-------------------|---------------------------------------------------------------------------|
| publish           | one more, from `opens` (now or ahead); inherits the end of the one it cuts |
| cancel            | in `cancelling`: pending ones are deleted; those before get their end back |
| reschedule        | cancel and publish as one step: in `rescheduling`                         |
| set_end           | `ends_at` of a live or pending one                                        |
| withdraw          | the live one ends now with a reason; pending ones are deleted             |

After each, `intervals.refit` fits the rest, and translations are kept within their original.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, Final

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.content import Content
from newsroom.publishing.editions import NEEDS_PUBLIC_NOTE, Change, Edition
from newsroom.publishing.inspection import inspect, original_covers
from newsroom.publishing.intervals import refit
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.refusals import Blocked, Impossible
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, require
from newsroom.publishing.topics import Topic
from newsroom.publishing.uses import Use

from .claims import claim, release_unused
from .decisions import acknowledge
from .steps import kin, require_order, require_publishing, settle, step
from .translations import keep_within_original, move_ends, withdraw_translations


class Inherit(Enum):
    """The end of an edition is that of the edition it replaces."""

    END = "inherit"


INHERIT: Final = Inherit.END
End = dt.datetime | None | Inherit
FindingKey = tuple[int, str]


def publish(
    *,
    revision: Revision,
    by: User,
    at: dt.datetime | None = None,
    opens: dt.datetime | None = None,
    ends: End = INHERIT,
    change: Change | None = None,
    note: str = "",
    with_parts: Sequence[Revision] = (),
    reasons: Mapping[FindingKey, str] | None = None,
) -> Edition:
    """From `opens` (now where None) readers see `revision`, and `with_parts` with it: all or none.

    `ends` is a moment, None for no end, or INHERIT. `change` is asked for once something was
    published; clarifications and corrections owe readers a `note`. `reasons` acknowledge warnings
    on what is published, by content id and `Finding.key`. Raises Blocked with every finding that
    stands in the way.
    """
    revisions = [*with_parts, revision]
    with step(kin(r.content_id for r in revisions), at) as at:
        opens = opens or at
        require_publishing([each.content for each in revisions], by, at)
        require_ahead(opens, at)
        acknowledge_all(revisions, reasons or {}, by=by, at=at, opens=opens)
        require_no_obstacles(revisions, opens)
        for part in originals_first(with_parts):
            _open(part, by=by, at=at, opens=opens, ends=INHERIT, change=Change.UPDATE, note="")
        chosen = _checked_change(revision.content, change, note)
        return _open(revision, by=by, at=at, opens=opens, ends=ends, change=chosen, note=note)


def require_ahead(opens: dt.datetime, at: dt.datetime) -> None:
    if opens < at:
        raise Impossible(_("That moment has passed. Choose one ahead, or publish now."))


def require_no_obstacles(revisions: Sequence[Revision], opens: dt.datetime) -> None:
    if obstacles := inspect(revisions, opens).obstacles:
        raise Blocked(obstacles)


def acknowledge_all(
    revisions: Sequence[Revision],
    reasons: Mapping[FindingKey, str],
    *,
    by: User,
    at: dt.datetime,
    opens: dt.datetime,
) -> None:
    """Within the step of publishing, so that all locks are taken before the audit's."""
    published = {revision.content_id: revision for revision in revisions}
    for (content_id, finding), reason in reasons.items():
        if content_id in published:
            acknowledge(
                revision=published[content_id],
                finding=finding,
                reason=reason,
                by=by,
                at=at,
                opens=opens,
            )


def originals_first(revisions: Iterable[Revision]) -> list[Revision]:
    return sorted(revisions, key=lambda revision: revision.content.original_id or 0)


def _checked_change(content: Content, change: Change | None, note: str) -> Change:
    published = Edition.objects.filter(content=content.pk).exists()
    if not published:
        return Change.FIRST
    if change is None or change == Change.FIRST:
        raise Impossible(_("Say what kind of change this is: readers are told."))
    require_note(change, note)
    return change


def require_note(change: Change, note: str) -> None:
    if change in NEEDS_PUBLIC_NOTE and not note.strip():
        raise Impossible(_("A clarification or correction owes readers a note: write it."))


def _open(revision: Revision, *, by: User, at: dt.datetime, **asked: Any) -> Edition:
    edition = insert(revision, by=by, at=at, **asked)
    keep_within_original(edition.content_id, by, at)
    audit.append(
        "publish",
        by=by,
        at=at,
        content=revision.content,
        revision=revision.number,
        opens=edition.live_from,
        ends=edition.ends_at,
        change=edition.change,
    )
    return edition


def insert(
    revision: Revision,
    *,
    by: User,
    at: dt.datetime,
    opens: dt.datetime,
    ends: End,
    change: Change,
    note: str,
) -> Edition:
    """One more edition, fitted between the others; translations are the caller's to see to."""
    content = revision.content
    settle(content.pk, at)
    edition = _edition(revision, by, opens, _end(content, opens, ends))
    edition.change, edition.note = change, note.strip()
    refit(content.pk, at, new=edition)
    _show(edition, revision)
    return edition


def _end(content: Content, opens: dt.datetime, ends: End) -> dt.datetime | None:
    same_content = Edition.objects.filter(content=content.pk)
    if same_content.filter(live_from=opens).exists():
        raise Impossible(_("Another edition opens at that moment. Cancel it first."))
    if isinstance(ends, Inherit):
        replaced = same_content.live(opens).first()
        ends = replaced.ends_at if replaced else None
        inherited = True
    else:
        inherited = False
    if ends is not None and ends <= opens:
        raise Impossible(_("It would end before it opens. Choose a later end."))
    return _within_original(content, opens, ends, may_shorten=inherited or ends is None)


def _within_original(
    content: Content, opens: dt.datetime, ends: dt.datetime | None, *, may_shorten: bool
) -> dt.datetime | None:
    covered, until = original_covers(content, opens)
    if not covered:
        raise Impossible(_("The original is not public at that moment."))
    if until is None or (ends is not None and ends <= until):
        return ends
    if not may_shorten:
        raise Impossible(_("The original ends before that. Choose an earlier end."))
    return until


def _edition(revision: Revision, by: User, opens: dt.datetime, ends: dt.datetime | None) -> Edition:
    shown = kind_of(revision.content).project(revision.read())
    return Edition(
        content_id=revision.content_id,
        revision=revision,
        live_from=opens,
        ends_at=ends,
        opened_by=by,
        kind=revision.content.kind,
        language=revision.read()["language"],
        path=shown.path,
        title=shown.title,
        summary=shown.summary,
        lead_image=shown.lead_image,
        review_due=opens + shown.review_after if shown.review_after else None,
    )


def _show(edition: Edition, revision: Revision) -> None:
    """The address, topics and uses that the edition shows."""
    shown = kind_of(revision.content).project(revision.read())
    claim(edition)
    edition.topics.set(Topic.objects.filter(pk__in=shown.topics))
    parts = set(shown.uses) - {revision.content_id}
    Use.objects.bulk_create(Use(edition=edition, part_id=part) for part in sorted(parts))


def still_pending(edition: Edition, at: dt.datetime) -> Edition:
    fresh = _still_there(edition)
    if fresh.live_from <= at:
        raise Impossible(_("It is public already. Withdraw it instead."))
    return fresh


def take_back(edition: Edition, at: dt.datetime) -> None:
    """Delete a pending edition; address and translations are the caller's to see to."""
    settle(edition.content_id, at)
    edition.delete()
    refit(edition.content_id, at)


def set_end(
    *, edition: Edition, ends: dt.datetime | None, by: User, at: dt.datetime | None = None
) -> Edition:
    """Let a live or pending edition end at `ends`; None: not by itself."""
    content = edition.content
    with step(kin([content.pk]), at) as at:
        require(by, Right.WITHDRAW, content)
        fresh = _still_there(edition)
        if fresh.live_until and fresh.live_until <= at:
            raise Impossible(_("It has ended already. Publish it again instead."))
        if ends and (ends <= at or ends <= fresh.live_from):
            raise Impossible(_("An end lies ahead, and after the opening. Choose a later one."))
        asked = _within_original(content, max(fresh.live_from, at), ends, may_shorten=not ends)
        require_order([content.pk], at)
        settle(content.pk, at)
        before, fresh.ends_at = fresh.ends_at, asked
        refit(content.pk, at, asked=[fresh])
        move_ends(content.pk, before, asked, by, at)
        keep_within_original(content.pk, by, at)
        audit.append("set_end", by=by, at=at, content=content, ends=asked)
        fresh.refresh_from_db()
        return fresh


def withdraw(*, content: Content, reason: str, by: User, at: dt.datetime | None = None) -> Edition:
    """Close the live edition, with the reason that readers are told.

    Pending editions go with it (what was withdrawn must not return by itself), and so do the
    translations. Articles that use it as a part stay.
    """
    with step(kin([content.pk]), at) as at:
        require(by, Right.WITHDRAW, content)
        live = Edition.objects.filter(content=content.pk).live(at).first()
        if live is None or live.live_from == at:
            raise Impossible(_("Nothing of it is public. Cancel what is scheduled instead."))
        if not reason.strip():
            raise Impossible(_("Give the reason: readers are told."))
        require_order([content.pk], at)
        return _withdraw(live, reason, by, at)


def _withdraw(live: Edition, reason: str, by: User, at: dt.datetime) -> Edition:
    content = live.content
    settle(content.pk, at)
    pending = Edition.objects.filter(content=content.pk).pending(at)
    cancelled = [moment.isoformat() for moment in pending.values_list("live_from", flat=True)]
    pending.delete()
    live.ends_at = live.live_until = at
    live.withdrawn, live.withdrawal_reason = True, reason
    live.save(update_fields=["ends_at", "live_until", "withdrawn", "withdrawal_reason"])
    release_unused(content.pk)
    audit.append("withdraw", by=by, at=at, content=content, reason=reason, cancelled=cancelled)
    withdraw_translations(content.pk, by, at, lambda row: _withdraw(row, reason, by, at))
    return live


def _still_there(edition: Edition) -> Edition:
    fresh = Edition.objects.filter(pk=edition.pk).select_related("content").first()
    if fresh is None:
        raise Impossible(_("It was cancelled or moved in the meantime. Look again."))
    return fresh
