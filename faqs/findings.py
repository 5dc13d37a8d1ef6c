"""What stands in the way of a question: an answer is there, and says where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.publishing.findings import Case, Finding, block, info
from newsroom.publishing.kinds import Snapshot
from newsroom.sources.findings import lost_notes


def find(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    if not snapshot["answer"]:
        yield block("no_answer", _("It has no answer. Write one."))
    yield from lost_notes(snapshot["answer"], snapshot["citations"])
    # A translation without sources of its own shows those of its original.
    if not snapshot["citations"] and not snapshot["original"]:
        yield block("unsourced", _("It names no source. Add what its answer rests on."))
    if not snapshot["short_answer"]:
        message = _("It has no short answer. One or two sentences serve those in a hurry.")
        yield info("no_short_answer", message)
