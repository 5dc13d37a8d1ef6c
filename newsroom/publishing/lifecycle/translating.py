"""Steps on translations: begin one, say what one stands for, point its parts to translations."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import override

from newsroom.publishing import audit
from newsroom.publishing.content import Content
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import Right, require, require_writing
from newsroom.publishing.translating import begun, parts_of, pointed
from newsroom.publishing.translations import Basis, in_language, language_name

from .drafts import put_back, record_changed, take_revision
from .steps import step


def translate(
    *, revision: Revision, language: str, by: User, at: dt.datetime | None = None
) -> tuple[Revision, list[str]]:
    """Begin the translation of an original: a draft with what `revision` of it holds.

    Answers its first revision with the names of what was deleted since and is missing.
    """
    original = revision.content
    with step([original.pk], at) as at:
        require(by, Right.VIEW, original)
        require(by, Right.ADD, original)
        _require_translatable(revision, language)
        kind = kind_of(original)
        content = kind.model()
        taken = _("Somebody began it at the same moment. Look again.")
        lost = put_back(content, begun(revision, kind, language), taken)
        with override(settings.LANGUAGE_CODE):
            comment = _("Begun from revision %(number)s of the original")
        comment %= {"number": revision.number}
        made = take_revision(content, by, at, comment)
        _note_basis(content, revision, by, at)
        return made, lost


def _require_translatable(revision: Revision, language: str) -> None:
    original = Content.objects.get(pk=revision.content_id)
    if kind_of(original).translates is None or language not in dict(settings.LANGUAGES):
        raise Impossible(_("There are no translations of this into that language."))
    if original.original_id:
        raise Impossible(_("This is a translation. Translate its original."))
    if revision.erased_at:
        raise Impossible(_("The text of this revision was erased. Choose another one."))
    family = Content.objects.filter(kind=original.kind, translation_key=original.translation_key)
    if family.filter(language=language).exists():
        text = _("It exists in %(language)s already.")
        raise Impossible(text % {"language": language_name(language)})


def stand_for(
    *, content: Content, revision: Revision, by: User, at: dt.datetime | None = None
) -> Basis:
    """Say which revision of its original the draft of a translation stands for."""
    with step([content.pk], at) as at:
        require_writing(by, content)
        if not Content.objects.filter(pk=content.pk, original=revision.content_id).exists():
            raise Impossible(_("That is no revision of its original."))
        return _note_basis(content, revision, by, at)


def _note_basis(content: Content, revision: Revision, by: User, at: dt.datetime) -> Basis:
    audit.append(
        "stand_for",
        by=by,
        at=at,
        content=content,
        original=revision.content_id,
        revision=revision.number,
    )
    said = {"revision": revision, "said_by": by, "said_at": at}
    return Basis.objects.update_or_create(content_id=content.pk, defaults=said)[0]


def use_translations(
    *, content: Content, by: User, at: dt.datetime | None = None
) -> tuple[Revision, list[str]]:
    """Let a draft show the translations that its parts have by now, in place of the parts."""
    with step([content.pk], at) as at:
        require_writing(by, content)
        head = head_of(content)
        if head is None:
            raise Impossible(_("Nothing was saved yet."))
        kind, snapshot = kind_of(content), head.read()
        there = in_language(parts_of(snapshot, kind), snapshot["language"])
        changed = pointed(snapshot, kind, there)
        if changed == snapshot:
            raise Impossible(_("None of its parts has a translation that it does not show."))
        with override(settings.LANGUAGE_CODE):
            comment = _("Parts in its own language")
        taken = _("It shows one of them already.")
        return record_changed(content, changed, by, at, comment, taken)
