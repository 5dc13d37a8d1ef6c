"""What a moderator has to see of a quote: its words beside the evidence for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, NamedTuple, cast

from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language

from newsroom.dates.display import display
from newsroom.dates.fields import EdtfField
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.parts import DraftParts, facts_of_original
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, may
from newsroom.sources.pages import CitationLine, citation_lines

from .models import Evidence, Level, Quote
from .proof import Shown, prove
from .proof_findings import in_words
from .snapshots import level_of

_OWN = ("honorific", "speaker", "role", "organisation", "described_as")
_FACTS = ("record", "record_reason", "level", "form", "said_on", "venue", "original_words")
_EVIDENCE = ("obtained_on", "locator", "note", "sha256")


class Line(NamedTuple):
    """A field by the name that the form has for it, with its value in words."""

    label: str | Promise
    value: str


class Piece(NamedTuple):
    """A piece of a passage, marked where it is the words of the quote."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class EvidenceInReview:
    """`file_url` is empty where the file is no longer in the draft.

    `shown` says whether the words were found in it, `passage` where.
    """

    id: int
    kind: str
    source: CitationLine | None
    lines: list[Line]
    file_name: str
    file_url: str
    shown: Shown | None
    passage: list[Piece]

    @property
    def differs(self) -> str:
        """How, in words; "" where it has no passage or the words stand in it."""
        found = self.shown.mismatch if self.shown else None
        return in_words(found) if found else ""


@dataclass(frozen=True)
class QuoteInReview:
    """The revision that is decided on; a translation with the newest facts of its original.

    `is_verified`: readers will be told that we have seen the evidence. `may_hear`: whether `by`
    may say here that the words are heard in a recording.
    """

    number: int
    words: str
    language: str
    lines: list[Line]
    evidence: list[EvidenceInReview]
    is_verified: bool
    may_hear: bool


def quote_in_review(revision: Revision, by: User) -> QuoteInReview:
    snapshot = revision.read()
    facts = facts_of_original(snapshot, DraftParts(timezone.now()))
    is_own = by.pk == revision.author_id or snapshot["original"]
    return QuoteInReview(
        number=revision.number,
        words=snapshot["text"],
        language=snapshot["language"],
        lines=[*_lines(Quote, snapshot, _OWN), *_lines(Quote, facts, _FACTS)],
        evidence=list(_evidence(facts)),
        is_verified=level_of(snapshot, facts) == Level.VERIFIED,
        may_hear=not is_own and may(by, Right.DECIDE, Quote),
    )


def _evidence(facts: Snapshot) -> Iterator[EvidenceInReview]:
    rows = facts["evidence"]
    kept = Evidence.objects.exclude(file="").in_bulk([row["id"] for row in rows])
    found = {shown.row["id"]: shown for shown in prove(facts).evidence}
    for row in rows:
        stored = kept.get(row["id"])
        same_file = stored and stored.sha256 == row["sha256"]
        yield EvidenceInReview(
            id=row["id"],
            kind=_in_words(Evidence, "kind", row["kind"]),
            source=citation_lines([row], _language())[0] if row["shown"] else None,
            lines=list(_lines(Evidence, row, _EVIDENCE)),
            file_name=PurePath(row["file"]).name,
            file_url=stored.file.url if stored and same_file else "",
            shown=found.get(row["id"]),
            passage=list(_marked(row["passage"], found.get(row["id"]))),
        )


def _marked(passage: str, shown: Shown | None) -> Iterator[Piece]:
    at = 0
    for span in shown.match.spans if shown and shown.match else ():
        yield Piece(passage[at : span.start], is_marked=False)
        yield Piece(passage[span.start : span.end], is_marked=True)
        at = span.end
    yield Piece(passage[at:], is_marked=False)


def _lines(model: type[models.Model], data: Snapshot, names: Iterable[str]) -> Iterator[Line]:
    """The fields that say something."""
    for name in names:
        if data[name]:
            label = model._meta.get_field(name).verbose_name
            yield Line(label, _in_words(model, name, data[name]))


def _in_words(model: type[models.Model], name: str, value: str) -> str:
    field = cast("models.Field[Any, Any]", model._meta.get_field(name))
    if isinstance(field, EdtfField | models.DateField):
        return display(value, _language()).text
    return str(dict(field.flatchoices).get(value, value))


def _language() -> str:
    return get_language() or "en"
