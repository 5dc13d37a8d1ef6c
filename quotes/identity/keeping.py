"""Entries of the lists saved and deleted by hand: at once in force, so audited like topics."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.auth.models import User
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.lifecycle.steps import step
from newsroom.publishing.refusals import Impossible, NotAllowed
from newsroom.publishing.rights import Right, may

from .importing import label_of
from .sheets import Sheet


def note_saved(
    *, sheet: Sheet, entry: Any, created: bool, by: User, at: dt.datetime | None = None
) -> None:
    """Tell the audit what an entry says now, inside the transaction that saved it."""
    with step([], at) as at:
        _require(by, Right.ADD if created else Right.WRITE, sheet)
        cells = sheet.cells(sheet.model._default_manager.get(pk=entry.pk))
        label = label_of(sheet.model, cells[sheet.key])
        audit.append("save_listed", by=by, at=at, label=label, says=cells)


def delete_entry(*, sheet: Sheet, entry: Any, by: User, at: dt.datetime | None = None) -> None:
    with step([], at) as at:
        _require(by, Right.DELETE, sheet)
        cells = sheet.cells(entry)
        try:
            entry.delete()
        except ProtectedError:
            raise Impossible(_("Public figures held this office. Change their terms.")) from None
        label = label_of(sheet.model, cells[sheet.key])
        audit.append("delete_listed", by=by, at=at, label=label, said=cells)


def _require(by: User, right: Right, sheet: Sheet) -> None:
    if not may(by, right, sheet.model):
        raise NotAllowed(_("You have no right to change this list. Ask a moderator."))
