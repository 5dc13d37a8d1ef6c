"""Steps of judgement: submit, decide, acknowledge."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.editions import Edition
from newsroom.publishing.findings import Acknowledgement, Severity
from newsroom.publishing.inspection import kind_findings, stops_approval
from newsroom.publishing.news import tell_decision
from newsroom.publishing.refusals import Blocked, Impossible, NotAllowed, Unexplained
from newsroom.publishing.reviews import Decision, Review, approved_by_two
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import Right, require, require_writing

from .steps import step


def submit(*, revision: Revision, by: User, at: dt.datetime | None = None) -> Review:
    """Ask for a decision on the newest revision; asking twice gives the same review."""
    content = revision.content
    with step([content.pk], at) as at:
        require(by, Right.SUBMIT, content)
        require_writing(by, content)
        if revision != head_of(content):
            raise Impossible(_("There is a newer revision. Submit that one."))
        waiting = Review.objects.filter(revision=revision, decision="").first()
        if waiting:
            return waiting
        _audit("submit", revision, by, at)
        return Review.objects.create(revision=revision, asked_by=by, asked_at=at)


def decide(
    *,
    review: Review,
    decision: Decision,
    by: User,
    reason: str = "",
    at: dt.datetime | None = None,
) -> Review:
    """Approve, send back or reject one revision. Its author never does, superusers included.

    Where two have to approve it, the first approval leaves the review open for somebody else.
    """
    content = review.revision.content
    with step([content.pk], at) as at:
        fresh = Review.objects.select_related("revision__content").get(pk=review.pk)
        require(by, Right.DECIDE, content)
        _refuse_deciding(fresh, by)
        if decision == Decision.APPROVED:
            _refuse_approving(fresh, by, at)
            if approved_by_two(fresh.revision) and not fresh.first_approved_by_id:
                return _approve_first(fresh, by, at, reason)
        else:
            _refuse_refusing(fresh.revision, reason, at)
        fresh.decision, fresh.decided_by, fresh.decided_at = decision, by, at
        fresh.reason = "\n\n".join(filter(None, (fresh.reason, reason)))
        fresh.save(update_fields=["decision", "decided_by", "decided_at", "reason"])
        _audit("decide", fresh.revision, by, at, decision=decision, reason=reason)
        tell_decision(fresh)
        return fresh


def _refuse_deciding(review: Review, by: User) -> None:
    if review.revision.author_id == by.pk:
        raise NotAllowed(_("You wrote this revision: somebody else has to decide on it."))
    if review.decision:
        raise Impossible(_("This was decided already. Look again."))


def _refuse_approving(review: Review, by: User, at: dt.datetime) -> None:
    if review.first_approved_by_id == by.pk:
        raise NotAllowed(_("You approved it already: a second person has to, too."))
    if in_the_way := stops_approval(review.revision, at):
        raise Blocked(in_the_way)


def _refuse_refusing(revision: Revision, reason: str, at: dt.datetime) -> None:
    if not reason.strip():
        raise Unexplained(_("Say why: the author has to know what to do."))
    if Edition.objects.filter(revision=revision).not_past(at).exists():
        raise Impossible(
            _("Readers see this revision, or will. Withdraw it, or cancel what is scheduled.")
        )


def _approve_first(review: Review, by: User, at: dt.datetime, reason: str) -> Review:
    review.first_approved_by, review.first_approved_at = by, at
    review.reason = reason
    review.save(update_fields=["first_approved_by", "first_approved_at", "reason"])
    _audit("approve_first", review.revision, by, at, reason=reason)
    return review


def acknowledge(
    *,
    revision: Revision,
    finding: str,
    reason: str,
    by: User,
    at: dt.datetime | None = None,
    opens: dt.datetime | None = None,
) -> Acknowledgement:
    """Let a warning (named by `Finding.key`) on this revision pass, for a reason.

    `opens` is when the revision is to be published, where that is not at once.
    """
    content = revision.content
    with step([content.pk], at) as at:
        require(by, Right.PUBLISH, content)
        _require_warning(finding, revision, opens or at)
        if not reason.strip():
            raise Impossible(_("Say why this may be published all the same."))
        settled, made = Acknowledgement.objects.get_or_create(
            revision=revision, finding=finding, defaults={"reason": reason, "by": by, "at": at}
        )
        if made:
            _audit("acknowledge", revision, by, at, finding=finding, reason=reason)
        return settled


def _require_warning(finding: str, revision: Revision, opens: dt.datetime) -> None:
    found = kind_findings(revision, opens)
    if finding not in {f.key for f in found if f.severity == Severity.WARN}:
        raise Impossible(_("There is no such warning on this revision any more."))


def _audit(action: str, revision: Revision, by: User, at: dt.datetime, **details: str) -> None:
    content, number = revision.content, revision.number
    audit.append(action, by=by, at=at, content=content, revision=number, **details)
