"""Steps on drafts: record, restore, delete, erase."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import override

from newsroom.publishing import audit
from newsroom.publishing.attachments import attach
from newsroom.publishing.compare import size
from newsroom.publishing.content import Content, Publishable
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import Snapshot, kind_of
from newsroom.publishing.refusals import Impossible, Stale
from newsroom.publishing.revisions import Revision, digest, head_of
from newsroom.publishing.rights import Right, require, require_admin, require_writing
from newsroom.publishing.upkeep import recorded
from newsroom.unsaved import buffers
from newsroom.unsaved.names import form_of

from .steps import step


def claim_version(*, content: Content, expected: int, by: User) -> None:
    """Raise the edit lock, or raise Stale where somebody saved since `expected` was read.

    Always on Content itself: through a child, Django drops the condition on the parent.
    """
    with step([content.pk], None):
        require_writing(by, content)
        current = Content.objects.filter(pk=content.pk, version=expected)
        if not current.update(version=F("version") + 1):
            raise Stale(_("Somebody else saved this after you opened it. Compare before you save."))


def record(
    *, content: Content, by: User, at: dt.datetime | None = None, comment: str = ""
) -> Revision:
    """Take a revision of the draft as the database has it.

    A save that changed nothing records nothing: the head comes back, and with it its reviews.
    """
    with step([content.pk], at) as at:
        require_writing(by, content)
        return take_revision(content, by, at, comment)


def take_revision(content: Content, by: User, at: dt.datetime, comment: str) -> Revision:
    kind = kind_of(content)
    snapshot = kind.take(read_draft(content))
    code, head = digest(snapshot), head_of(content)
    if head and _says(head, code):
        return head
    before = kind.load(head.snapshot, head.schema) if head else {}
    added, removed = size(before, snapshot, kind)
    revision = Revision.objects.create(
        content_id=content.pk,
        number=head.number + 1 if head else 1,
        schema=kind.schema,
        snapshot=snapshot,
        digest=code,
        author=by,
        made_at=at,
        comment=comment,
        words_added=added,
        words_removed=removed,
    )
    attach(revision, kind.project(snapshot))
    recorded.send(type(revision), revision=revision)
    audit.append("record", by=by, at=at, content=content, revision=revision.number, digest=code)
    return revision


def _says(head: Revision, code: str) -> bool:
    """Whether it says what has this digest; one of an older schema as it reads today."""
    if head.digest == code:
        return True
    is_older = head.schema < kind_of(head.content).schema and not head.erased_at
    return is_older and digest(head.read()) == code


def restore(
    *, revision: Revision, by: User, at: dt.datetime | None = None
) -> tuple[Revision, list[str]]:
    """Write a revision back into the rows, as a new revision.

    Answers it with the names of what could not come back because it was deleted since.
    """
    content = revision.content
    with step([content.pk], at) as at:
        require_writing(by, content)
        if revision.erased_at:
            raise Impossible(_("The text of this revision was erased. Choose another one."))
        taken = _("Another piece has the address of that revision by now.")
        # Colleagues read it in the language of the house, not in that of whoever restored.
        with override(settings.LANGUAGE_CODE):
            comment = _("Restored revision %(number)s") % {"number": revision.number}
        restored = record_changed(content, revision.read(), by, at, comment, taken)
        audit.append("restore", by=by, at=at, content=content, revision=revision.number)
        return restored


def record_changed(
    content: Content, snapshot: Snapshot, by: User, at: dt.datetime, comment: str, taken: str
) -> tuple[Revision, list[str]]:
    """Make the draft what the snapshot says, and raise the edit lock where that changed it."""
    before, fresh = head_of(content), kind_of(content).model._default_manager.get(pk=content.pk)
    skipped = put_back(fresh, snapshot, taken)
    revision = take_revision(content, by, at, comment)
    if revision != before:
        Content.objects.filter(pk=content.pk).update(version=F("version") + 1)
    return revision, skipped


def put_back(content: Publishable, snapshot: Snapshot, taken: str) -> list[str]:
    """Write the snapshot into the rows; `taken` says that another piece has what is unique."""
    try:
        with transaction.atomic():
            return list(kind_of(content).put_back(content, snapshot))
    except ValidationError as error:
        raise Impossible(" ".join(error.messages)) from error
    except IntegrityError as error:
        raise Impossible(taken) from error


def delete(*, content: Content, by: User, at: dt.datetime | None = None) -> None:
    """Delete what never was public, with its history.

    What others typed about it and did not save yet waits for them where such things are begun.
    """
    with step([content.pk], at) as at:
        require(by, Right.DELETE, content)
        require_writing(by, content)
        if Edition.objects.filter(content=content.pk).exists():
            raise Impossible(
                _("This was public or is scheduled. Withdraw it, or cancel what is scheduled.")
            )
        audit.append("delete", by=by, at=at, content=content)
        try:
            kind_of(content).model._default_manager.get(pk=content.pk).delete()
        except ProtectedError as error:
            holders = ", ".join(sorted({str(holder) for holder in error.protected_objects}))
            raise Impossible(
                _("It is still used by: %(holders)s. Take it out there first.")
                % {"holders": holders}
            ) from error
        model = kind_of(content).model
        buffers.hand_over(form_of(model, content.pk), to=form_of(model), deleted_by=by)


def erase(
    *,
    revisions: Sequence[Revision],
    reason: str,
    by: User,
    at: dt.datetime | None = None,
) -> None:
    """Blank the text of revisions where the law asks, and what was said about it.

    Number, digest and audit stay; the audit keeps the reasons that staff gave for their steps.
    """
    with step({revision.content_id for revision in revisions}, at) as at:
        require_admin(by)
        if not reason.strip():
            raise Impossible(_("Give the reason for erasing: it stays in the audit."))
        for revision in revisions:
            _refuse_erasing(revision, at)
            _blank(revision, at)
            buffers.drop_form(form_of(kind_of(revision.content).model, revision.content_id))
            audit.append(
                "erase",
                by=by,
                at=at,
                content=revision.content,
                revision=revision.number,
                digest=revision.digest,
                reason=reason,
            )


def _refuse_erasing(revision: Revision, at: dt.datetime) -> None:
    if Edition.objects.filter(revision=revision).not_past(at).exists():
        raise Impossible(_("Readers see this revision, or will. Withdraw or replace it first."))
    if revision == head_of(revision.content):
        raise Impossible(_("The draft still says this. Change and save the draft first."))


def _blank(revision: Revision, at: dt.datetime) -> None:
    Revision.objects.filter(pk=revision.pk).update(snapshot={}, comment="", erased_at=at)
    revision.editions.update(title="", summary="", lead_image="", note="")
    revision.reviews.update(reason="")
    revision.acknowledgements.update(reason="")
    revision.comments.update(text="")
