"""The step in which somebody says who a namesake of a public figure is, and the way back."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.lifecycle.steps import step
from newsroom.publishing.refusals import Impossible, NotAllowed, Unexplained
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, may, require

from .claims import Claim
from .findings import Namesake, claim_of, namesakes
from .models import PublicFigure, Settlement, Verdict
from .offices import Fit


def settle(
    *,
    revision: Revision,
    figure: PublicFigure,
    verdict: Verdict,
    reason: str,
    by: User,
    at: dt.datetime | None = None,
) -> Settlement:
    """Say who bears the name of `figure` in this revision. Its author never does."""
    content = revision.content
    with step([content.pk], at) as at:
        require(by, Right.DECIDE, content)
        if revision.author_id == by.pk:
            raise NotAllowed(_("You wrote this revision: somebody else has to say who it is."))
        claim = claim_of(revision.read(), content.kind)
        namesake = _namesake(claim, figure, verdict)
        if not reason.strip():
            raise Unexplained(_("Say how you know."))
        settled, _made = Settlement.objects.update_or_create(
            figure=figure,
            name=namesake.key,
            claim=claim.digest,
            defaults={
                "said": claim.said,
                "verdict": verdict,
                "reason": reason,
                "by": by,
                "at": at,
            },
        )
        audit.append(
            "settle_namesake",
            by=by,
            at=at,
            content=content,
            revision=revision.number,
            figure=figure.name,
            verdict=verdict,
            reason=reason,
        )
        return settled


def _namesake(claim: Claim, figure: PublicFigure, verdict: Verdict) -> Namesake:
    found = next((n for n in namesakes(claim) if n.figure == figure), None)
    if found is None or found.fit == Fit.OFFICE:
        raise Impossible(_("There is no such warning on this revision any more."))
    if found.fit == Fit.OUTSIDE_THE_TERM and verdict == Verdict.SAME:
        raise Impossible(
            _("Then the role or the date has to be corrected: that office was held at other times.")
        )
    return found


def reopen(*, settlement: Settlement, by: User, at: dt.datetime | None = None) -> None:
    """Take back what was said: the warning stands again wherever the name does."""
    with step([], at) as at:
        if not may(by, Right.DELETE, Settlement):
            raise NotAllowed(_("You have no right to do this. Ask a moderator."))
        audit.append(
            "reopen_namesake",
            by=by,
            at=at,
            label=f"public figure: {settlement.figure}",
            said=settlement.said,
            verdict=settlement.verdict,
            reason=settlement.reason,
        )
        settlement.delete()
