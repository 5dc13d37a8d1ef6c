"""What stands in the way of a text that cites sources."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.publishing.findings import Finding, block
from newsroom.publishing.kinds import Snapshot
from newsroom.richtext.notes import cited_in

from .snapshots import cited_ids


def lost_notes(text: str, citations: list[Snapshot], anchor: str = "") -> Iterator[Finding]:
    """Readers would see nothing where the source of a note is gone."""
    if not cited_ids(citations).issuperset(cited_in(text)):
        message = _("A note leads to a source that is gone. Cite another, or take the note out.")
        yield block("source_gone", message, anchor)
