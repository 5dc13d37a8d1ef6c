"""What stands in the way of an event: when it was, who says so, and plans that time overtook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.publishing.findings import Case, Finding, block, warn
from newsroom.publishing.kinds import Snapshot
from newsroom.sources.findings import lost_notes
from newsroom.sources.snapshots import listed

from .models import FACTS, first_and_last_day
from .status import EventStatus, overdue_from


def find(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    yield from lost_notes(snapshot["text"], snapshot["citations"])
    if snapshot["original"]:
        yield from _facts_of_a_translation(snapshot)
    else:
        yield from _facts(snapshot)
        yield from _status(snapshot, case.opens)


def _facts_of_a_translation(snapshot: Snapshot) -> Iterator[Finding]:
    facts = any(snapshot[name] for name in (*FACTS, "status_changes"))
    if facts or listed(snapshot["citations"]):
        message = _("Date, status, countries and sources stand on the original. Remove them here.")
        yield block("facts_on_translation", message)


def _facts(snapshot: Snapshot) -> Iterator[Finding]:
    if first_and_last_day(snapshot["date"]) == (None, None):
        message = _("It has no date. Fill one in, as exact as the source and no more.")
        yield block("no_date", message)
    if snapshot["status"] == EventStatus.HAPPENED and not snapshot["citations"]:
        message = _("It is said to have happened, and names no source. Add one.")
        yield block("unsourced", message)


def _status(snapshot: Snapshot, opens: dt.datetime) -> Iterator[Finding]:
    status, history = snapshot["status"], snapshot["status_changes"]
    if not status:
        message = _("Nobody has said what became of it. Choose its status.")
        yield block("no_status", message)
    if history and history[-1]["status"] != status:
        message = _("Its status is not the last one of its history. Correct one of them.")
        yield warn("status_differs", message)
    overdue = overdue_from(status, first_and_last_day(snapshot["date"])[1])
    if overdue and overdue <= opens:
        message = _(
            "Its date has passed and it still counts as planned. Find out what became of it."
        )
        yield warn("overdue", message)
