"""The states that a content can be in, each reached as staff reach it.

What was public was so from 20 to 10 days ago: parts in these states were public when the
article that shows them was published, 15 days ago.
"""

from __future__ import annotations

from collections.abc import Callable

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Change
from newsroom.publishing.reviews import Decision
from newsroom.publishing.revisions import Revision

from .desk import Desk, day


def draft(desk: Desk, content: Publishable) -> None:
    desk.say(content, "draft", day(-20))


def submitted(desk: Desk, content: Publishable) -> None:
    revision = desk.say(content, "submitted", day(-20))
    lifecycle.submit(revision=revision, by=desk.editor, at=day(-19))


def approved(desk: Desk, content: Publishable) -> None:
    _decide(desk, desk.say(content, "approved", day(-20)), Decision.APPROVED)


def sent_back(desk: Desk, content: Publishable) -> None:
    _decide(desk, desk.say(content, "sentback", day(-20)), Decision.SENT_BACK)


def scheduled(desk: Desk, content: Publishable) -> None:
    desk.open(desk.say(content, "scheduled", day(-20)), day(-20), opens=day(30))


def ended(desk: Desk, content: Publishable) -> None:
    desk.open(desk.say(content, "ended", day(-20)), day(-20), ends=day(-10))


def withdrawn(desk: Desk, content: Publishable) -> None:
    _withdraw_what_is_said(desk, content, "withdrawn")


def erased(desk: Desk, content: Publishable) -> None:
    revision = _withdraw_what_is_said(desk, content, "erased")
    desk.say(content, "sinceerased", day(-9))
    _erase(desk, revision)


def live(desk: Desk, content: Publishable) -> None:
    """Live, with a past in which it was everything else, an edition ahead and a newer draft."""
    _decide(desk, desk.say(content, "oncesentback", day(-39)), Decision.SENT_BACK)
    desk.open(desk.say(content, "onceended", day(-38)), day(-38), ends=day(-37))
    desk.open(desk.say(content, "oncewithdrawn", day(-36)), day(-36), change=Change.UPDATE)
    lifecycle.withdraw(content=content, reason="Wrong.", by=desk.admin, at=day(-35))
    once = desk.say(content, "onceerased", day(-34))
    desk.open(once, day(-34), change=Change.UPDATE)
    revision, note = desk.say(content, "live", day(-20), shown=True), desk.tell(content, "live")
    desk.open(revision, day(-20), change=Change.CORRECTION, note=note)
    _erase(desk, once)
    ahead = desk.say(content, "ahead", day(-8))
    how = {"opens": day(30), "change": Change.CORRECTION, "note": f"{note}aheadoftime"}
    desk.open(ahead, day(-8), **how)
    waiting = desk.say(content, "waiting", day(-7))
    lifecycle.submit(revision=waiting, by=desk.editor, at=day(-7))
    desk.say(content, "newerdraft", day(-6))


def edited(desk: Desk, content: Publishable) -> None:
    """Live for the first time, with a newer draft."""
    desk.open(desk.say(content, "live", day(-20), shown=True), day(-20))
    desk.say(content, "newerdraft", day(-6))


def _withdraw_what_is_said(desk: Desk, content: Publishable, label: str) -> Revision:
    revision = desk.say(content, label, day(-20))
    desk.open(revision, day(-20))
    reason = desk.tell(content, label)
    lifecycle.withdraw(content=content, reason=reason, by=desk.admin, at=day(-10))
    return revision


def _decide(desk: Desk, revision: Revision, decision: Decision) -> None:
    review = lifecycle.submit(revision=revision, by=desk.editor, at=revision.made_at)
    reason = f"zz{revision.content.kind}reviewreason"
    lifecycle.decide(
        review=review, decision=decision, reason=reason, by=desk.admin, at=revision.made_at
    )


def _erase(desk: Desk, revision: Revision) -> None:
    reason = f"zz{revision.content.kind}erasurereason"
    lifecycle.erase(revisions=[revision], reason=reason, by=desk.admin, at=day(-9))


STATES: dict[str, Callable[[Desk, Publishable], None]] = {
    "draft": draft,
    "submitted": submitted,
    "approved": approved,
    "sentback": sent_back,
    "scheduled": scheduled,
    "ended": ended,
    "withdrawn": withdrawn,
    "erased": erased,
    "live": live,
    "edited": edited,
}
NEVER_PUBLIC = ("draft", "submitted", "approved", "sentback", "scheduled")
NO_LONGER_PUBLIC = ("ended", "withdrawn", "erased")
