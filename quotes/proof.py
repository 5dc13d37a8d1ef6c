"""Which evidence holds the words of a quote. Where the rules come from: decision 0020.

One piece of evidence that holds them is enough. What somebody else reports holds them only where
nothing is nearer to the speaker: no passage of our own or of a publication, and no recording.

| form       | words looked for                      | passage          | recording, interview     |
|------------|---------------------------------------|------------------|--------------------------|
| direct     | the words, whole sentences            | has to hold them | without one: to be heard |
| partial    | the words                             | the same         | the same                 |
| translated | the original words, else the words    | the same         | the same                 |
| paraphrase | none                                  | not looked at    | not looked at            |

Transcripts, letters and publications without a passage are looked at by people alone, and so is
a translation of a quote: its original has the evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.publishing.kinds import Snapshot

from .hearings import Hearing, has_to_be_heard, heard, recording_heard
from .models import EvidenceKind, Form
from .verbatim import Match, Mismatch, check


@dataclass(frozen=True)
class Shown:
    """What one piece of evidence shows of the words; `compared` is None without a passage.

    `counts` is False for a report where something is nearer to the speaker.
    """

    row: Snapshot
    compared: Match | Mismatch | None
    hearing: Hearing | None
    to_be_heard: bool
    counts: bool = True

    @property
    def match(self) -> Match | None:
        return self.compared if isinstance(self.compared, Match) else None

    @property
    def mismatch(self) -> Mismatch | None:
        return self.compared if isinstance(self.compared, Mismatch) else None


@dataclass(frozen=True)
class Proof:
    """`words` are those that are looked for; without any there is nothing to prove."""

    words: str
    evidence: tuple[Shown, ...] = ()

    @property
    def matches(self) -> list[Match]:
        return [shown.match for shown in self.evidence if shown.counts and shown.match]

    @property
    def is_heard(self) -> bool:
        return any(shown.hearing for shown in self.evidence if shown.counts)

    @property
    def mismatches(self) -> list[Shown]:
        return [shown for shown in self.evidence if shown.counts and shown.mismatch]

    @property
    def unheard(self) -> list[Shown]:
        return [shown for shown in self.evidence if shown.to_be_heard and not shown.hearing]


def words_to_prove(snapshot: Snapshot) -> str:
    """The words that were said, in the language in which they were."""
    if snapshot["original"] or snapshot["form"] == Form.PARAPHRASE:
        return ""
    said: str = snapshot["text"]
    if snapshot["form"] == Form.TRANSLATED:
        # Without those, what was published in translation.
        said = snapshot["original_words"] or said
    return said


def prove(snapshot: Snapshot) -> Proof:
    """A query where something has to be heard; none otherwise."""
    words, rows = words_to_prove(snapshot), snapshot["evidence"]
    if not words:
        return Proof("")
    hearings = heard(snapshot["id"], words) if any(map(has_to_be_heard, rows)) else {}
    nearer = any(_is_nearer(row) for row in rows)
    return Proof(words, tuple(_shown(row, words, hearings, nearer=nearer) for row in rows))


def _is_nearer(row: Snapshot) -> bool:
    is_report = row["kind"] == EvidenceKind.REPORT
    return not is_report and bool(row["passage"] or has_to_be_heard(row))


def _shown(row: Snapshot, words: str, hearings: Mapping[str, Hearing], *, nearer: bool) -> Shown:
    to_be_heard = has_to_be_heard(row)
    return Shown(
        row=row,
        compared=check(words, row["passage"]) if row["passage"] else None,
        hearing=hearings.get(recording_heard(row)) if to_be_heard else None,
        to_be_heard=to_be_heard,
        counts=_is_nearer(row) or not nearer,
    )
