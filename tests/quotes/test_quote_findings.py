"""Each thing that stands in the way of a quote or an expert, alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from newsroom.publishing.content import Publishable
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.findings import Case, Severity
from newsroom.publishing.kinds import kind_of
from newsroom.sources.models import Source
from quotes.models import Evidence, EvidenceKind, Form, Level, Quote, Record
from tests.factories import make_expert, make_quote
from tests.quotes.making import WORDS, make_translation

pytestmark = pytest.mark.django_db

BLOCK, WARN = Severity.BLOCK, Severity.WARN
DAY = dt.date(2025, 5, 14)


def found(content: Publishable) -> dict[str, Severity]:
    kind = kind_of(content)
    case = Case(content=content, opens=timezone.now())
    return {f.code: f.severity for f in kind.findings(kind.take(read_draft(content)), case)}


def complete(**fields: Any) -> Quote:
    return make_quote(**{"expert": make_expert(), **fields})


def with_evidence(quote: Quote | None = None, **fields: Any) -> Quote:
    quote = quote or complete(cited=False)
    Evidence.objects.create(quote=quote, **fields)
    return quote


def a_source() -> Source:
    return Source.objects.create(title="A lecture")


def test_nothing_stands_in_the_way_of_a_complete_quote() -> None:
    assert found(complete()) == {}


def test_nothing_stands_in_the_way_of_a_translation() -> None:
    assert found(make_translation(complete())) == {}


def test_nothing_stands_in_the_way_of_a_complete_expert() -> None:
    assert found(make_expert()) == {}


def test_an_expert_without_affiliation_is_looked_at() -> None:
    expert = make_expert()
    expert.affiliations.all().delete()
    assert found(expert) == {"no_affiliation": WARN}


@pytest.mark.parametrize(("since", "until"), [("2018", "2015"), ("2015/2016", "")])
def test_an_affiliation_spans_two_dates_in_order(since: str, until: str) -> None:
    expert = make_expert()
    expert.affiliations.update(since=since, until=until)
    assert found(expert) == {"bad_period": BLOCK}
    with pytest.raises(ValidationError, match="in order"):
        expert.affiliations.get().full_clean()


@pytest.mark.parametrize(
    ("fields", "finding"),
    [
        ({"text": ""}, {"no_words": BLOCK}),
        ({"text": "“These are the words.”"}, {"quotation_marks": WARN}),
        ({"text": "「これが言葉です。」"}, {"quotation_marks": WARN}),
        ({"text": "“This” and “that”"}, {}),
        ({"speaker": ""}, {"no_speaker": BLOCK}),
        ({"role": ""}, {"no_role": WARN}),
        ({"role": "", "organisation": "Example University"}, {}),
        ({"expert": None}, {"no_expert": BLOCK}),
        ({"said_on": ""}, {"no_date": WARN}),
        ({"said_on": "2999-05"}, {"said_later": WARN}),
        ({"said_on": "2020/2999"}, {}),
        ({"cited": False}, {"no_evidence": BLOCK}),
        ({"form": Form.PARTIAL}, {}),
        ({"form": Form.PARAPHRASE}, {}),
    ],
)
def test_a_quote_says_who_said_what_when(
    fields: dict[str, Any], finding: dict[str, Severity]
) -> None:
    assert found(complete(**fields)) == finding


def test_a_translated_quote_gives_the_original_words_and_the_translator() -> None:
    bare = complete(form=Form.TRANSLATED)
    assert found(bare) == {"no_translator": WARN, "no_original_words": WARN}
    full = {"original_words": "말", "words_language": "ko", "translation_is_ours": True}
    assert found(complete(form=Form.TRANSLATED, **full)) == {}


def test_original_words_say_their_language() -> None:
    quote = complete(form=Form.TRANSLATED, original_words="말", translator="Kim Minji")
    assert found(quote) == {"no_original_words": WARN}


def test_a_translation_names_its_translator() -> None:
    translation = make_translation(complete(), translation_is_ours=False)
    assert found(translation) == {"no_translator": WARN}


def test_evidence_stands_on_the_original() -> None:
    translation = with_evidence(make_translation(complete()), source=a_source())
    assert found(translation) == {"evidence_on_translation": BLOCK}


@pytest.mark.parametrize("record", [Record.BACKGROUND, Record.ANONYMOUS])
def test_words_off_the_record_need_a_reason_and_a_description(record: Record) -> None:
    bare = complete(record=record, expert=None)
    assert found(bare) == {"no_record_reason": BLOCK, "no_description": BLOCK}


@pytest.mark.parametrize("record", [Record.BACKGROUND, Record.ANONYMOUS])
def test_words_off_the_record_lead_to_no_expert_and_are_never_verified(record: Record) -> None:
    off = {"record": record, "record_reason": "He would lose his post.", "described_as": "A voter"}
    assert found(complete(expert=None, **off)) == {}
    assert found(complete(**off)) == {"names_the_speaker": BLOCK}
    verified = with_evidence(
        complete(expert=None, level=Level.VERIFIED, **off), source=a_source(), passage=WORDS
    )
    assert found(verified) == {"verified_off_the_record": BLOCK}


@pytest.mark.parametrize("kind", [EvidenceKind.PUBLICATION, EvidenceKind.REPORT])
def test_what_was_published_is_named(kind: EvidenceKind) -> None:
    assert found(with_evidence(kind=kind, passage=WORDS)) == {"no_source": BLOCK}


def test_a_source_alone_does_not_say_where_in_it_the_words_stand() -> None:
    assert found(with_evidence(source=a_source())) == {"no_place_in_source": WARN}
    assert found(with_evidence(source=a_source(), passage=WORDS)) == {}
    assert found(with_evidence(source=a_source(), locator="p. 7")) == {}


@pytest.mark.parametrize(
    "kind",
    [
        EvidenceKind.TRANSCRIPT,
        EvidenceKind.INTERVIEW,
        EvidenceKind.LETTER,
        EvidenceKind.RECORDING,
    ],
)
def test_what_we_hold_ourselves_is_there_and_dated(kind: EvidenceKind) -> None:
    no_day, no_record = {"no_day_of_evidence": BLOCK}, {"no_record_of_evidence": BLOCK}
    assert found(with_evidence(kind=kind)) == no_day | no_record
    assert found(with_evidence(kind=kind, obtained_on=DAY)) == no_record
    assert found(with_evidence(kind=kind, passage=WORDS)) == no_day
    assert found(with_evidence(kind=kind, obtained_on=DAY, passage=WORDS)) == {}
    file = {"obtained_on": DAY, "file": "evidence/a/letter.pdf"}
    is_heard = kind in (EvidenceKind.RECORDING, EvidenceKind.INTERVIEW)
    assert found(with_evidence(kind=kind, **file)) == ({"not_heard": BLOCK} if is_heard else {})


def test_verified_words_have_evidence_that_can_be_seen() -> None:
    nothing = {"nothing_to_verify": BLOCK}
    assert found(complete(level=Level.VERIFIED)) == nothing
    hearsay = with_evidence(
        complete(level=Level.VERIFIED, cited=False),
        kind=EvidenceKind.REPORT,
        source=a_source(),
        passage=WORDS,
    )
    assert found(hearsay) == nothing
    seen = with_evidence(complete(level=Level.VERIFIED), source=a_source(), passage=WORDS)
    assert found(seen) == {}
