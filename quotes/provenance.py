"""Where a quote comes from, told in full on its own page. What staff alone may see stays out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import ChangeNote, PageFacts, change_note
from newsroom.publishing.parts import Parts, facts_of_original
from newsroom.publishing.wordings import Words
from newsroom.sources.pages import CitationLine, citation_lines

from .expert_words import expert_name
from .models import EvidenceKind, Form, Record
from .snapshots import is_named, record_told

_FORMS = {
    Form.DIRECT: _("The words as they were said."),
    Form.PARTIAL: _("Some of the words that were said, not all."),
    Form.TRANSLATED: _("A translation of what was said."),
    Form.PARAPHRASE: _("The meaning in our words, not those of the speaker."),
}
_RECORDS = {
    Record.ON_THE_RECORD: _("On the record, to be quoted by name."),
    Record.BACKGROUND: _("Said on background: to be quoted, but without a name."),
    Record.ANONYMOUS: _("The speaker asked not to be named."),
}
# Evidence that readers can look up.
_PUBLISHED = {
    EvidenceKind.PUBLICATION: _("Published source"),
    EvidenceKind.TRANSCRIPT: _("Transcript"),
    EvidenceKind.INTERVIEW: _("Interview"),
    EvidenceKind.LETTER: _("Letter"),
    EvidenceKind.RECORDING: _("Recording"),
    EvidenceKind.REPORT: _("Reported by others"),
}
# What readers are told of evidence that nobody published.
_HELD_BY_US = {
    EvidenceKind.TRANSCRIPT: _("Transcript held by us"),
    EvidenceKind.INTERVIEW: _("Interview with us"),
    EvidenceKind.LETTER: _("Letter to us"),
    EvidenceKind.RECORDING: _("Recording held by us"),
}


@dataclass(frozen=True)
class EvidenceLine:
    """`source` is None where nobody published it: then its kind is all that readers learn."""

    kind: str | Promise
    source: CitationLine | None


@dataclass(frozen=True)
class Provenance:
    """`known_as` is what the speaker is called today, where that is not what it was."""

    form: str | Promise
    record: str | Promise
    evidence: list[EvidenceLine]
    known_as: Words | None
    history: list[ChangeNote]


def provenance(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> Provenance:
    original = facts_of_original(snapshot, parts)
    is_translation = original is not snapshot and original["form"] != Form.PARAPHRASE
    return Provenance(
        form=_FORMS[Form.TRANSLATED if is_translation else Form(original["form"])],
        record=_RECORDS[record_told(snapshot, original)],
        evidence=list(evidence_lines(original["evidence"], facts.language)),
        known_as=_known_as(snapshot, original, parts, facts.language),
        history=_history(snapshot, facts),
    )


def not_named(snapshot: Snapshot, facts: Snapshot) -> str | Promise:
    """Why readers get no name; "" where they do."""
    return "" if is_named(snapshot, facts) else _RECORDS[record_told(snapshot, facts)]


def evidence_lines(evidence: list[Snapshot], language: str) -> Iterator[EvidenceLine]:
    """What is published first, then what we hold."""
    for row in evidence:
        if row["shown"]:
            yield EvidenceLine(
                _PUBLISHED[EvidenceKind(row["kind"])], *citation_lines([row], language)
            )
    for row in evidence:
        if not row["shown"] and row["kind"] in _HELD_BY_US:
            yield EvidenceLine(_HELD_BY_US[EvidenceKind(row["kind"])], None)


def _known_as(snapshot: Snapshot, original: Snapshot, parts: Parts, language: str) -> Words | None:
    expert = parts.get(original["expert"]) if is_named(snapshot, original) else None
    if not (expert and expert.snapshot):
        return None
    name = expert_name(expert.snapshot, language)
    return name if name.text != snapshot["speaker"] else None


def _history(snapshot: Snapshot, facts: PageFacts) -> list[ChangeNote]:
    """What was put right on this page, and on the original that its facts come from."""
    notes = [*facts.notes, *_notes_of(snapshot["original"], facts.at)]
    return sorted(notes, key=lambda note: note.at, reverse=True)


def _notes_of(original: int | None, at: dt.datetime) -> Iterator[ChangeNote]:
    if original:
        editions = Edition.objects.filter(content=original, live_from__lte=at).exclude(note="")
        for edition in editions.only("change", "note", "live_from", "language"):
            yield change_note(edition, language=edition.language)
