"""The step that takes back what is scheduled, and what was scheduled for its sake."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.editions import Edition
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.uses import Use, scheduled_with

from .claims import release_unused
from .opening import still_pending, take_back
from .steps import kin, require_publishing, step
from .translations import keep_within_original


def cancel(
    *, edition: Edition, by: User, at: dt.datetime | None = None, together: Sequence[Edition] = ()
) -> None:
    """Take back what was scheduled; what it cut short gets its own end back.

    `together` are those of `uses.scheduled_with` that go with it: all or none. What stays must
    not lose a part by that.
    """
    contents = [each.content for each in (edition, *together)]
    locked = {content.pk for content in contents}
    with step(kin(locked), at) as at:
        require_publishing(contents, by, at)
        fresh = still_pending(edition, at)
        cancelled = [fresh, *_still_with(fresh, together)]
        for each in cancelled:
            take_back(each, at)
        for each in cancelled:
            _leave(each, by, at)
        _require_no_gap(locked - {fresh.content_id}, fresh.live_from)


def _still_with(edition: Edition, together: Sequence[Edition]) -> list[Edition]:
    found = {each.pk: each for each in scheduled_with(edition)} if together else {}
    if any(each.pk not in found for each in together):
        raise Impossible(_("Something newer has happened to this already. Look again."))
    return [found[each.pk] for each in together]


def _leave(cancelled: Edition, by: User, at: dt.datetime) -> None:
    release_unused(cancelled.content_id)
    keep_within_original(cancelled.content_id, by, at)
    audit.append("cancel", by=by, at=at, content=cancelled.content, opened=cancelled.live_from)


def _require_no_gap(parts: set[int], opens: dt.datetime) -> None:
    """What still opens at that moment shows none of `parts` that readers would not see."""
    public = Edition.objects.live(opens).filter(content__in=parts)
    gaps = Use.objects.filter(part__in=parts - set(public.values_list("content", flat=True)))
    gap = gaps.filter(edition__live_from=opens).select_related("part", "edition").first()
    if gap:
        message = _("“%(part)s” stands on “%(page)s”, which stays. Cancel both or leave both.")
        raise Impossible(message % {"part": gap.part, "page": gap.edition.title})
