"""A CSV file becomes entries of a list: planned line by line, then written all at once or not."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import audit
from newsroom.publishing.lifecycle.steps import step
from newsroom.publishing.refusals import Impossible, NotAllowed
from newsroom.publishing.rights import Right, may
from newsroom.richtext.cleaning import clean_line

from .csv_rows import Cells, read_rows, write_rows
from .sheets import Save, Sheet

MOST_LINES = 5000
LONGEST_CELL = 4000


class Outcome(Enum):
    ADDED = "added", gettext_lazy("Added")
    CHANGED = "changed", gettext_lazy("Changed")
    SAME = "same", gettext_lazy("As it is")
    REFUSED = "refused", gettext_lazy("Refused")

    def __init__(self, code: str, label: Any) -> None:
        self.code, self.label = code, label


@dataclass(frozen=True)
class Change:
    """A cell that would be another."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class PlannedLine:
    """What would become of a line, by its number in the file. Of an added one all is a change."""

    number: int
    name: str
    outcome: Outcome
    changes: list[Change] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    save: Save | None = None


class UnreadableFile(ValueError):
    """The text is no such list; the message says what to do about it."""


def plan(sheet: Sheet, text: str) -> list[PlannedLine]:
    """What would become of each line. Queries do not grow with the lines."""
    rows = list(_rows(sheet, text))
    entries = {getattr(entry, sheet.key): entry for entry in sheet.entries()}
    lookups, seen, planned = sheet.lookups(), dict[str, int](), []
    for number, cells in rows:
        line = _planned(sheet, number, cells, entries, lookups, seen)
        seen.setdefault(line.name, number)
        planned.append(line)
    return planned


def _rows(sheet: Sheet, text: str) -> Iterator[tuple[int, list[str]]]:
    try:
        rows = list(read_rows(text))
    except csv.Error as error:
        message = _("This is no CSV file: %(error)s.") % {"error": error}
        raise UnreadableFile(message) from error
    if not rows or [cell.casefold() for cell in rows[0][1]] != list(sheet.columns):
        message = _("The first line has to name the columns: %(columns)s.")
        raise UnreadableFile(message % {"columns": ",".join(sheet.columns)})
    if len(rows) > MOST_LINES + 1:
        message = _("It has more than %(limit)d lines. Import it in parts.")
        raise UnreadableFile(message % {"limit": MOST_LINES})
    yield from rows[1:]


def _planned(
    sheet: Sheet,
    number: int,
    row: list[str],
    entries: dict[str, Any],
    lookups: Any,
    seen: dict[str, int],
) -> PlannedLine:
    name = row[0] if row else ""
    try:
        cells = _cells(sheet, row)
        name = cells[sheet.key]
        if name in seen:
            message = _("Line %(number)d is about the same name.")
            raise ValidationError(message % {"number": seen[name]})
        known = entries.get(name)
        before = sheet.cells(known) if known else {}
        after, save = sheet.read(known or sheet.model(), cells, lookups)
    except ValidationError as error:
        return PlannedLine(number, name, Outcome.REFUSED, reasons=_reasons(sheet, error))
    changes = [
        Change(column, before.get(column, ""), after[column])
        for column in sheet.columns
        if before.get(column, "") != after[column]
    ]
    outcome = Outcome.ADDED if not known else Outcome.CHANGED if changes else Outcome.SAME
    return PlannedLine(number, name, outcome, changes, save=save)


def _cells(sheet: Sheet, row: list[str]) -> Cells:
    if len(row) != len(sheet.columns):
        message = _("It has %(number)d cells, and there are %(columns)d columns.")
        raise ValidationError(message % {"number": len(row), "columns": len(sheet.columns)})
    if any(len(cell) > LONGEST_CELL for cell in row):
        message = _("A cell is longer than %(limit)d characters.")
        raise ValidationError(message % {"limit": LONGEST_CELL})
    return dict(zip(sheet.columns, map(clean_line, row), strict=True))


def _reasons(sheet: Sheet, error: ValidationError) -> list[str]:
    """Each by the column that it is about, where it is about one."""
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        f"{name}: {message}" if name in sheet.columns else message
        for name, messages in error.message_dict.items()
        for message in messages
    ]


def require_lists_right(user: Any, sheet: Sheet) -> None:
    if not (may(user, Right.ADD, sheet.model) and may(user, Right.WRITE, sheet.model)):
        raise NotAllowed(_("You have no right to change this list. Ask a moderator."))


def label_of(model: type[models.Model], name: str = "") -> str:
    """How the audit calls a list, or an entry of one."""
    kind = model._meta.model_name or ""
    return f"{kind}: {name}"[:250] if name else kind


def apply(sheet: Sheet, text: str, *, by: User, at: dt.datetime | None = None) -> list[PlannedLine]:
    """Write all that the file says, or nothing where a line is refused."""
    with step([], at) as at:
        require_lists_right(by, sheet)
        lines = plan(sheet, text)
        if any(line.outcome is Outcome.REFUSED for line in lines):
            raise Impossible(_("Lines are refused. Correct the file: nothing was written."))
        told: dict[str, Any] = {"added": [], "changed": []}
        for line in lines:
            if line.save and line.outcome is not Outcome.SAME:
                line.save()
                told[line.outcome.code].append(line.name)
        if any(told.values()):
            audit.append("import_list", by=by, at=at, label=label_of(sheet.model), **told)
        return lines


def exported(sheet: Sheet) -> str:
    """The whole list as a file that imports as the same list."""
    return write_rows(sheet.columns, (sheet.cells(entry) for entry in sheet.entries()))
