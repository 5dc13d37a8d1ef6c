"""Steps of talk about a revision: comment, answer, resolve, reopen."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.comments import Comment
from newsroom.publishing.content import Content
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.refusals import Impossible, NotAllowed
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, may, may_write, require
from newsroom.richtext.cleaning import clean_text

from .steps import step

MAX_LENGTH = 5_000
"""Characters of one comment."""


def comment(
    *, revision: Revision, text: str, by: User, place: str = "", at: dt.datetime | None = None
) -> Comment:
    """Remark on a revision, or on its piece that the outline calls `place`."""
    content = revision.content
    with step([content.pk], at) as at:
        require(by, Right.VIEW, content)
        made = Comment(revision=revision, place=place, author=by, made_at=at, text=_said(text))
        return _kept(made, "comment", content)


def answer(*, comment: Comment, text: str, by: User, at: dt.datetime | None = None) -> Comment:
    """Answer a comment; an answer to an answer joins its thread."""
    content = comment.revision.content
    with step([content.pk], at) as at:
        require(by, Right.VIEW, content)
        made = Comment(
            revision_id=comment.revision_id,
            answers_id=comment.answers_id or comment.pk,
            author=by,
            made_at=at,
            text=_said(text),
        )
        return _kept(made, "answer", content)


def resolve(*, comment: Comment, by: User, at: dt.datetime | None = None) -> Comment:
    """Settle a comment; one that is settled already stays as it is."""
    with step([comment.revision.content_id], at) as at:
        fresh = _thread(comment, by)
        if fresh.resolved_at is None:
            _settle(fresh, by, at)
            audit.append("resolve", by=by, at=at, content=fresh.revision.content, comment=fresh.pk)
        return fresh


def reopen(*, comment: Comment, by: User, at: dt.datetime | None = None) -> Comment:
    """Take back that a comment is settled."""
    with step([comment.revision.content_id], at) as at:
        fresh = _thread(comment, by)
        if fresh.resolved_at is not None:
            _settle(fresh, None, None)
            audit.append("reopen", by=by, at=at, content=fresh.revision.content, comment=fresh.pk)
        return fresh


def _said(text: str) -> str:
    said = clean_text(text).strip()
    if not any(sign.isprintable() and not sign.isspace() for sign in said):
        raise Impossible(_("Write something first."))
    if len(said) > MAX_LENGTH:
        raise Impossible(
            _("This is longer than %(limit)d characters. Shorten it.") % {"limit": MAX_LENGTH}
        )
    return said


def _kept(made: Comment, action: str, content: Content) -> Comment:
    """The audit tells that it was said, not what: comments can be erased, the audit cannot."""
    made.save()
    number = made.revision.number
    audit.append(
        action, by=made.author, at=made.made_at, content=content, revision=number, comment=made.pk
    )
    return made


def _thread(comment: Comment, by: User) -> Comment:
    fresh = Comment.objects.select_related("revision__content").get(pk=comment.pk)
    if fresh.answers_id:
        raise Impossible(_("This is an answer: settle the comment that it answers."))
    content = fresh.revision.content
    require(by, Right.VIEW, content)
    if fresh.author_id != by.pk and not _may_settle(by, content):
        raise NotAllowed(_("Whoever wrote the comment, or may change the draft, settles it."))
    return fresh


def _may_settle(by: User, content: Content) -> bool:
    return may_write(by, content) or may(by, Right.DECIDE, kind_of(content).model)


def _settle(comment: Comment, by: User | None, at: dt.datetime | None) -> None:
    comment.resolved_by, comment.resolved_at = by, at
    comment.save(update_fields=["resolved_by", "resolved_at"])
