"""The steps by which a moderator says that words are heard in a recording, and takes it back."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.lifecycle.steps import step
from newsroom.publishing.refusals import Impossible, NotAllowed, Unexplained
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, require

from .hearings import Hearing, has_to_be_heard, recording_heard, words_heard
from .proof import words_to_prove

_TIMECODE = re.compile(r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d", re.ASCII)


def hear(
    *,
    revision: Revision,
    evidence: int,
    timecode: str,
    by: User,
    at: dt.datetime | None = None,
) -> Hearing:
    """The words of a revision, in one of its recordings. Its author never says so."""
    content = revision.content
    with step([content.pk], at) as at:
        require(by, Right.DECIDE, content)
        if revision.author_id == by.pk:
            raise NotAllowed(_("You wrote this revision: somebody else has to hear the words."))
        words, row = _to_be_heard(revision, evidence)
        hearing, _made = Hearing.objects.update_or_create(
            quote_id=content.pk,
            words=words_heard(words),
            recording=recording_heard(row),
            taken_back_at=None,
            defaults={"timecode": _checked(timecode), "by": by, "at": at},
        )
        _audit(hearing, revision)
        return hearing


def take_back(*, hearing: Hearing, reason: str, by: User, at: dt.datetime | None = None) -> Hearing:
    """What was said to be heard counts no more; that it was said is kept."""
    content = hearing.quote
    with step([content.pk], at) as at:
        require(by, Right.DECIDE, content)
        fresh = Hearing.objects.get(pk=hearing.pk)
        if fresh.taken_back_at:
            raise Impossible(_("This was taken back already. Look again."))
        if not reason.strip():
            raise Unexplained(_("Say why: others relied on it."))
        if Edition.objects.filter(content=content.pk).pending(at).exists():
            raise Impossible(_("The quote is scheduled. Cancel that first."))
        fresh.taken_back_by, fresh.taken_back_at, fresh.why_taken_back = by, at, reason.strip()
        fresh.save(update_fields=["taken_back_by", "taken_back_at", "why_taken_back"])
        told = _told(fresh)
        audit.append("unhear", by=by, at=at, content=content, reason=reason, **told)
        return fresh


def _audit(hearing: Hearing, revision: Revision) -> None:
    told = {**_told(hearing), "revision": revision.number}
    audit.append("hear", by=hearing.by, at=hearing.at, content=revision.content, **told)


def _told(hearing: Hearing) -> dict[str, Any]:
    return {name: getattr(hearing, name) for name in ("words", "recording", "timecode")}


def _to_be_heard(revision: Revision, evidence: int) -> tuple[str, Snapshot]:
    snapshot: Snapshot = {} if revision.erased_at else revision.read()
    words = words_to_prove(snapshot) if snapshot else ""
    for row in snapshot.get("evidence", ()):
        if words and row["id"] == evidence and has_to_be_heard(row):
            return words, row
    raise Impossible(_("This revision has no such recording to be heard. Look again."))


def _checked(timecode: str) -> str:
    plain = unicodedata.normalize("NFKC", timecode).strip()
    if not _TIMECODE.fullmatch(plain):
        raise Unexplained(_("Say at which time the words begin, such as 12:34 or 1:02:34."))
    return plain
