"""The steps of a challenge: a reader makes it, a moderator decides, the contact is forgotten."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Q
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.editions import NEEDS_PUBLIC_NOTE, Edition
from newsroom.publishing.lifecycle.steps import step
from newsroom.publishing.refusals import Impossible, NotAllowed, Unexplained
from newsroom.publishing.rights import Right, require

from .models import Challenge, ChallengeState, Objection

# More than anybody reads: beyond it, somebody floods us from many addresses.
MOST_WAITING = 5_000


def challenge(
    *,
    edition: Edition,
    objection: Objection,
    explanation: str,
    source: str = "",
    contact: str = "",
    at: dt.datetime | None = None,
) -> Challenge:
    """By a reader, of what they see. Nobody is told that it was made but those who decide."""
    with step([], at) as at:
        if Challenge.objects.filter(state=ChallengeState.NEW).count() >= MOST_WAITING:
            raise Impossible(_("So much is waiting to be read that we take no more today. Sorry."))
        return Challenge.objects.create(
            edition=edition,
            objection=objection,
            explanation=explanation,
            source=source,
            contact=contact,
            contact_until=at + settings.CONTACT_OF_READERS_KEPT if contact else None,
            made_at=at,
        )


def decide(
    *,
    challenge: Challenge,
    state: ChallengeState,
    by: User,
    reason: str = "",
    at: dt.datetime | None = None,
) -> Challenge:
    """Once, and not by who wrote the words. Upheld are those that something was done about."""
    content = challenge.edition.content
    with step([content.pk], at) as at:
        require(by, Right.DECIDE, content)
        challenge = Challenge.objects.select_related("edition__content", "edition__revision").get(
            pk=challenge.pk
        )
        _require_open(challenge, by)
        if state == ChallengeState.DECLINED and not reason.strip():
            raise Unexplained(_("Say why the quote stays as it is."))
        if state == ChallengeState.UPHELD and not was_put_right(challenge, at):
            raise Impossible(_("Correct or withdraw the quote first."))
        challenge.state, challenge.reason = state, reason
        challenge.decided_by, challenge.decided_at = by, at
        challenge.save()
        _audit(challenge, by, at)
        return challenge


def _require_open(challenge: Challenge, by: User) -> None:
    if challenge.state != ChallengeState.NEW:
        raise Impossible(_("This was decided in the meantime."))
    if challenge.edition.revision.author_id == by.pk:
        raise NotAllowed(_("You wrote these words: somebody else has to decide on this."))


def _audit(decided: Challenge, by: User, at: dt.datetime) -> None:
    """Not what the reader wrote: the audit is kept for good."""
    audit.append(
        "decide_challenge",
        by=by,
        at=at,
        content=decided.edition.content,
        challenge=decided.pk,
        state=decided.state,
        reason=decided.reason,
    )


def was_put_right(challenge: Challenge, at: dt.datetime) -> bool:
    """Whether readers were told, since it came, that the quote or its original changed or went."""
    content, since = challenge.edition.content, challenge.made_at
    editions = Edition.objects.filter(content__in=[content.pk, content.original_id or content.pk])
    told = Q(live_from__gt=since, live_from__lte=at, change__in=NEEDS_PUBLIC_NOTE)
    gone = Q(live_until__gt=since, live_until__lte=at, withdrawn=True)
    return editions.filter(told | gone).exists()


def forget_contacts(*, at: dt.datetime | None = None) -> None:
    """The addresses whose day has come."""
    with step([], at) as at:
        due = Challenge.objects.filter(contact_until__lte=at)
        due.update(contact="", contact_until=None)
