"""From a parsed manuscript to drafts: one transaction, all or nothing, drafts only."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from manuscripts import reasons
from manuscripts.body import Parts
from manuscripts.drafts import Drafter
from manuscripts.importer import importer, require_rights
from manuscripts.ledger import Parsed, Row, ledger_rows, unplaced
from manuscripts.models import ImportedManuscript
from manuscripts.rows import save_row
from manuscripts.tree import names_of
from newsroom.publishing.content import Content
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.rights import Right, may
from site_pages.models import Identity

SITE_NAME = "Relations"


@dataclass(frozen=True)
class Imported:
    """What came of a manuscript. `made` are the new drafts; none where it was known already."""

    manuscript: ImportedManuscript
    made: tuple[Content, ...]

    @property
    def is_new(self) -> bool:
        return bool(self.made)


def require_whole(parsed: Parsed) -> None:
    """Raises Impossible, naming the lines, where the ledger does not account for each."""
    lost = [row for row in parsed.ledger.rows if not row.is_accounted_for(parsed.manuscript)]
    if lost:
        lines = ", ".join(str(row.line.number) for row in lost)
        raise Impossible(
            _("Lines not accounted for: %(lines)s. Nothing was written.") % {"lines": lines}
        )


def settle_follow_line(parsed: Parsed, by: User | None) -> Parsed:
    """The follow line is a draft of the site's identity only where there is none yet.

    Else its row in the ledger says why it has no place.
    """
    follow = parsed.manuscript.follow
    if follow is None:
        return parsed
    if Identity.objects.filter(language=parsed.manuscript.language).exists():
        reason = reasons.SITE_HAS_AN_IDENTITY
    elif by is not None and not may(by, Right.ADD, Identity):
        reason = reasons.IDENTITY_IS_FOR_EDITORS
    else:
        return parsed
    rows = tuple(
        unplaced(row.line, reason) if _is_follow(row) else row for row in parsed.ledger.rows
    )
    return replace(parsed, ledger=replace(parsed.ledger, rows=rows))


def _is_follow(row: Row) -> bool:
    return any(place.steps[0] == "follow" for place in row.places)


def already_imported(data: bytes) -> ImportedManuscript | None:
    return ImportedManuscript.objects.filter(sha256=_digest(data)).first()


def apply(parsed: Parsed, *, data: bytes, name: str, by: User | None = None) -> Imported:
    """Make drafts of a manuscript, unless these bytes were imported before.

    `data` is the file it was read from, `name` the file's name; the drafts are recorded under
    the importer where `by` is None. Raises Refused where `by` may not write what it holds or a
    line is unaccounted for, and ValidationError where a part of it cannot be stored; nothing is
    written then.
    """
    if by:
        require_rights(by)
    require_whole(parsed)
    with ExitStack() as undo:
        with transaction.atomic():
            take_turns()
            known = already_imported(data)
            if known:
                return Imported(known, ())
            imported = _apply(parsed, data, name, by or importer())
            _store(imported.manuscript, data, undo)
        undo.pop_all()
    return imported


def take_turns() -> None:
    """Two imports at once could choose one address, or both make the site's identity."""
    here = ContentType.objects.get_for_model(ImportedManuscript)
    ContentType.objects.select_for_update(no_key=True).get(pk=here.pk)


def _apply(parsed: Parsed, data: bytes, name: str, by: User) -> Imported:
    source = parsed.manuscript
    if not source.title:
        raise ValidationError(_("The manuscript has no title. Write one in its first line."))
    parsed = settle_follow_line(parsed, by)
    drafter = Drafter(source.language, by)
    parts = Parts(
        events=[drafter.event(entry) for entry in source.timeline],
        quotes=[drafter.quote(entry) for entry in source.quotes],
        questions=[drafter.question(entry) for entry in source.faqs],
        promo=drafter.promo(source.promo) if source.promo else None,
        authors=[drafter.author(name) for name in names_of(source)],
    )
    article = drafter.article(source, parts)
    identity = _identity(parsed, drafter)
    digest = _digest(data)
    manuscript = ImportedManuscript(
        article=article,
        name=name[:200],
        sha256=digest,
        file=f"manuscripts/{digest}.txt",
        ledger=_ledger(parsed, article, parts, identity),
        imported_by=by,
    )
    return Imported(save_row(manuscript), tuple(drafter.made))


def _store(manuscript: ImportedManuscript, data: bytes, undo: ExitStack) -> None:
    """Keep the file, unless the transaction fails; one that an accident left is replaced."""
    storage, path = manuscript.file.storage, str(manuscript.file)
    undo.callback(storage.delete, path)
    storage.delete(path)
    storage.save(path, ContentFile(data))


def _identity(parsed: Parsed, drafter: Drafter) -> Identity | None:
    placed = any(_is_follow(row) for row in parsed.ledger.rows)
    follow = parsed.manuscript.follow
    return drafter.identity(follow, SITE_NAME) if follow and placed else None


def _ledger(
    parsed: Parsed, article: Article, parts: Parts, identity: Identity | None
) -> list[dict[str, Any]]:
    """The ledger's rows, each with the content that its line went to."""
    homes: dict[tuple[str | int, ...], Content | None] = {
        ("promo",): parts.promo,
        ("follow",): identity,
        ("byline",): parts.authors[0] if parts.authors else None,
        **{("timeline", number): event for number, event in enumerate(parts.events)},
        **{("quotes", number): quote for number, quote in enumerate(parts.quotes)},
        **{("faqs", number): question for number, question in enumerate(parts.questions)},
    }

    def home(row: Row) -> Content | None:
        if not row.places:
            return None
        steps = row.places[0].steps
        return homes.get(steps[:1]) or homes.get(steps[:2]) or article

    return [
        {
            "line": told.number,
            "text": told.raw,
            "places": list(told.paths),
            "reason": told.reason,
            "content": getattr(home(row), "pk", None),
        }
        for row, told in zip(parsed.ledger.rows, ledger_rows(parsed), strict=True)
    ]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
