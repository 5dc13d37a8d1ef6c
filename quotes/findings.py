"""What stands in the way of a quote or an expert."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.dates.edtf import parse
from newsroom.publishing.editions import Edition
from newsroom.publishing.findings import Case, Finding, block, warn
from newsroom.publishing.kinds import Snapshot

from .duplicates import find_duplicates
from .identity import findings as identity
from .models import EvidenceKind, Form, Level, Quote, Record, record_of
from .periods import is_period
from .proof_findings import find_in_words
from .slugs import gives_away
from .snapshots import may_be_named

# Published by somebody, so that readers can look it up; the other kinds we hold ourselves.
_PUBLISHED = {EvidenceKind.PUBLICATION, EvidenceKind.REPORT}
_QUOTATION_MARKS = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("「", "」"), ("『", "』"))


def find_in_expert(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    if not snapshot["affiliations"]:
        message = _("No affiliation: add what this expert does, where and since when.")
        yield warn("no_affiliation", message, "affiliations")
    for row in snapshot["affiliations"]:
        if not is_period(row["since"], row["until"]):
            message = _("This is no span of time: give two dates in order.")
            yield block("bad_period", message, f"affiliation-{row['id']}")
    yield from _interests(snapshot["interests"])
    yield from identity.find_in_expert(snapshot)


def _interests(rows: list[Snapshot]) -> Iterator[Finding]:
    for row in rows:
        if not is_period(row["since"], row["until"]):
            message = _("This is no span of time: give two dates in order.")
            yield block("bad_period", message, f"interest-{row['id']}")


def find_in_quote(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    yield from _words(snapshot)
    yield from identity.find_in_quote(snapshot)
    if not may_be_named(snapshot):
        yield from _anonymity(snapshot)
    if snapshot["original"]:
        yield from _translation(snapshot)
    else:
        yield from _facts(snapshot, case)
        yield from _record(snapshot, case)
        yield from _evidence(snapshot)
        yield from find_in_words(snapshot)
        yield from find_duplicates(snapshot)


def _words(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot["text"]:
        yield block("no_words", _("There are no words. Enter what was said."), "text")
    elif _is_in_quotation_marks(snapshot["text"]):
        message = _("Take off the quotation marks around the words: the page adds them.")
        yield warn("quotation_marks", message, "text")
    if not snapshot["speaker"]:
        yield block("no_speaker", _("Say who said it, as readers are to see it."), "speaker")
    if may_be_named(snapshot) and not (snapshot["role"] or snapshot["organisation"]):
        message = _("Say what the speaker was on that day: the role, the organisation or both.")
        yield warn("no_role", message, "role")


def _is_in_quotation_marks(text: str) -> bool:
    return any(
        text.startswith(opening) and text.endswith(closing) and closing not in text[1:-1]
        for opening, closing in _QUOTATION_MARKS
    )


def _anonymity(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot["described_as"]:
        message = _("Say how readers may know the speaker, without the name.")
        yield block("no_description", message, "described_as")
    if gives_away(snapshot["slug"], snapshot["speaker"]):
        message = _("The address names the speaker. Choose another one: it stays public for ever.")
        yield block("names_the_speaker", message, "slug")
    message = _("The name of the speaker stands where readers would see it. Take it out.")
    name = snapshot["speaker"].casefold()
    for anchor, shown in _shown_to_readers(snapshot):
        if name and name in shown.casefold():
            yield block("names_the_speaker", message, anchor)


def _shown_to_readers(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    for field in ("text", "described_as", "venue", "original_words", "translator"):
        yield field, snapshot[field]
    for row in snapshot["evidence"]:
        yield f"evidence-{row['id']}", f"{row['shown']} {row['locator']}"


def _translation(snapshot: Snapshot) -> Iterator[Finding]:
    if snapshot["record"] != record_of(snapshot["original"]):
        message = _("The original says otherwise whether to name the speaker. Save this again.")
        yield block("record_differs", message, "record")
    if snapshot["evidence"]:
        message = _("Evidence stands on the original, for all languages. Move it there.")
        yield block("evidence_on_translation", message, "evidence")
    yield from _translator(snapshot)


def _translator(snapshot: Snapshot) -> Iterator[Finding]:
    if not (snapshot["translator"] or snapshot["translation_is_ours"]):
        message = _("Name the translator, or say that the translation is our own.")
        yield warn("no_translator", message, "translator")


def _facts(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    if not snapshot["said_on"]:
        yield warn("no_date", _("Say when it was said, as exactly as is known."), "said_on")
    elif _begins_after(snapshot["said_on"], case.opens.date()):
        message = _("It would be public before the day on which it was said. Check the date.")
        yield warn("said_later", message, "said_on")
    if snapshot["form"] == Form.TRANSLATED:
        yield from _translator(snapshot)
        if not (snapshot["original_words"] and snapshot["words_language"]):
            message = _("Give the words as they were said, and their language.")
            yield warn("no_original_words", message, "original_words")


def _begins_after(edtf: str, day: dt.date) -> bool:
    begins = parse(edtf).date_from
    return begins is not None and begins > day


def _record(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    if may_be_named(snapshot):
        if not snapshot["expert"]:
            message = _("Choose the expert who said it, or add a new one.")
            yield block("no_expert", message, "expert")
        return
    if not snapshot["record_reason"]:
        message = _("Say why this is not on the record, and who decided that.")
        yield block("no_record_reason", message, "record_reason")
    if snapshot["expert"]:
        message = _("Take the expert out: their page would name the speaker of these words.")
        yield block("names_the_speaker", message, "expert")
    if snapshot["level"] == Level.VERIFIED:
        message = _("Without a named speaker it can only be given as reported.")
        yield block("verified_off_the_record", message, "level")
    if _translations_that_name(case):
        message = _("A translation that is public names the speaker. Publish it without first.")
        yield block("translation_names_the_speaker", message, "record")


def _translations_that_name(case: Case) -> bool:
    editions = Edition.objects.not_past(case.opens).filter(
        kind=Quote.kind_name, content__original=case.content.pk
    )
    return editions.filter(revision__snapshot__record=Record.ON_THE_RECORD).exists()


def _evidence(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot["evidence"]:
        message = _("Add evidence: where it was published, or a record of your own interview.")
        yield block("no_evidence", message, "evidence")
    for row in snapshot["evidence"]:
        yield from _incomplete(row)
    proven = any(_can_be_seen(row) for row in snapshot["evidence"])
    if snapshot["level"] == Level.VERIFIED and not proven:
        message = _(
            "It says “verified”, but there is nothing to verify it with: add the passage or a"
            " file, or give it as reported."
        )
        yield block("nothing_to_verify", message, "level")


def _incomplete(row: Snapshot) -> Iterator[Finding]:
    """A published source has to be named, what we hold ourselves has to be there and dated."""
    anchor = f"evidence-{row['id']}"
    if row["source"]:
        if not (row["locator"] or row["passage"]):
            message = _("Say where in the source the words stand: the page, the time or a passage.")
            yield warn("no_place_in_source", message, anchor)
    elif row["kind"] in _PUBLISHED:
        message = _("Name the source: a published piece that others can look up.")
        yield block("no_source", message, anchor)
    else:
        yield from _not_recorded(row, anchor)


def _not_recorded(row: Snapshot, anchor: str) -> Iterator[Finding]:
    if not row["obtained_on"]:
        message = _("Evidence, “obtained on”: enter the day on which we obtained it.")
        yield block("no_day_of_evidence", message, anchor)
    if not (row["passage"] or row["file"]):
        message = _("Evidence, “passage” or “file”: copy the passage there, or add the file.")
        yield block("no_record_of_evidence", message, anchor)


def _can_be_seen(row: Snapshot) -> bool:
    return row["kind"] != EvidenceKind.REPORT and bool(row["passage"] or row["file"])
