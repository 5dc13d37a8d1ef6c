"""From a parsed manuscript to drafts: one transaction, all or nothing, drafts only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Author
from faqs.models import Question
from manuscripts.drafts import Drafter, Parts
from manuscripts.ledger import Parsed, Row, ledger_rows, unplaced
from manuscripts.models import ImportedManuscript
from newsroom.publishing.content import Content, Publishable
from newsroom.publishing.kinds import all_kinds
from newsroom.publishing.refusals import NotAllowed
from newsroom.publishing.rights import Right, may
from promos.models import Promo
from quotes.models import Expert, Quote
from site_pages.models import Identity
from timeline.models import Event

IMPORTER = "manuscript-import"
SITE_NAME = "Relations"


@dataclass(frozen=True)
class Imported:
    """What came of a manuscript. `made` are the new drafts; none where it was known already."""

    manuscript: ImportedManuscript
    made: tuple[Content, ...]

    @property
    def is_new(self) -> bool:
        return bool(self.made)


def importer() -> User:
    """The system user drafts are recorded under where nobody is named. It cannot sign in."""
    user, made = User.objects.get_or_create(username=IMPORTER)
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        for kind in all_kinds():
            name = kind.model._meta.model_name
            codenames = [f"{right}_{name}" for right in (Right.VIEW, Right.ADD, Right.WRITE)]
            user.user_permissions.add(*Permission.objects.filter(codename__in=codenames))
    return user


def settle_follow_line(parsed: Parsed, by: User | None) -> Parsed:
    """The follow line is a draft of the site's identity only where there is none yet.

    Else its row in the ledger says why it has no place.
    """
    follow = parsed.manuscript.follow
    if follow is None:
        return parsed
    if Identity.objects.filter(language=parsed.manuscript.language).exists():
        reason = _("The site has an identity with a follow line of its own.")
    elif by is not None and not may(by, Right.ADD, Identity):
        reason = _("Only an editor may write the site's identity.")
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

    Raises NotAllowed where `by` may not write what it holds, and ValidationError where a part
    of it cannot be stored; nothing is written then.
    """
    by = by or importer()
    _require_rights(by)
    known = already_imported(data)
    if known:
        return Imported(known, ())
    try:
        with transaction.atomic():
            return _apply(settle_follow_line(parsed, by), data, name, by)
    except IntegrityError:
        # Somebody else imported the same bytes at the same moment.
        known = already_imported(data)
        if known is None:
            raise
        return Imported(known, ())


def _require_rights(by: User) -> None:
    needed: tuple[type[Publishable], ...] = (
        *(Article, Author, Event, Expert),
        *(Promo, Question, Quote),
    )
    if not all(may(by, Right.ADD, model) for model in needed):
        raise NotAllowed(_("You have no right to import manuscripts. Ask an editor."))


def _apply(parsed: Parsed, data: bytes, name: str, by: User) -> Imported:
    source = parsed.manuscript
    if not source.title:
        raise ValidationError(_("The manuscript has no title. Write one in its first line."))
    drafter = Drafter(source.language, by)
    parts = Parts(
        events=[drafter.event(entry) for entry in source.timeline],
        quotes=[drafter.quote(entry) for entry in source.quotes],
        questions=[drafter.question(entry) for entry in source.faqs],
        promo=drafter.promo(source.promo) if source.promo else None,
        author=drafter.author(source.byline) if source.byline else None,
    )
    article = drafter.article(source, parts)
    identity = _identity(parsed, drafter)
    manuscript = ImportedManuscript(
        article=article, name=name[:200], sha256=_digest(data), imported_by=by
    )
    manuscript.ledger = _ledger(parsed, article, parts, identity)
    manuscript.file.save(f"{manuscript.sha256}.txt", ContentFile(data), save=True)
    return Imported(manuscript, tuple(drafter.made))


def _identity(parsed: Parsed, drafter: Drafter) -> Identity | None:
    placed = any(_is_follow(row) for row in parsed.ledger.rows)
    follow = parsed.manuscript.follow
    return drafter.identity(follow, SITE_NAME) if follow and placed else None


def _ledger(
    parsed: Parsed, article: Article, parts: Parts, identity: Identity | None
) -> list[dict[str, Any]]:
    homes: dict[str, list[Any]] = {
        "timeline": list(parts.events),
        "quotes": list(parts.quotes),
        "faqs": list(parts.questions),
    }
    wholes = {"promo": parts.promo, "follow": identity, "byline": parts.author}
    rows = []
    for row, told in zip(parsed.ledger.rows, ledger_rows(parsed), strict=True):
        home: Content | None = article if row.places else None
        for place in row.places:
            first, *rest = place.steps
            home = (
                homes[str(first)][int(rest[0])] if first in homes else wholes.get(str(first), home)
            )
        rows.append(
            {
                "line": told.number,
                "text": told.raw,
                "places": list(told.paths),
                "reason": told.reason,
                "content": home.pk if home else None,
            }
        )
    return rows


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
