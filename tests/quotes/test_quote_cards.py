"""A quote as it stands on any page."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import DraftParts, LiveParts
from newsroom.sources.models import Source
from quotes.cards import QuoteCard, WithdrawnNotice, quote_card, withdrawn_notice
from quotes.models import Evidence, EvidenceKind, Form, Level, Quote, Record
from tests.factories import make_expert, make_quote, published, recorded
from tests.quotes.making import WORDS, live_expert, live_quote, make_translation

pytestmark = pytest.mark.django_db


def draft_card(quote: Quote, editor: User, language: str = "en") -> QuoteCard:
    """The card of the newest revision, as previews show it."""
    parts = DraftParts(timezone.now())
    for content in filter(None, (quote.expert, quote)):
        recorded(content, editor)
    part = parts.get(quote.pk)
    assert part
    return quote_card(part, parts, PageFacts(language, "/", timezone.now()))


def live_card(quote: Quote, language: str = "en") -> QuoteCard:
    parts = LiveParts(timezone.now())
    part = parts.get(quote.pk)
    assert part
    return quote_card(part, parts, PageFacts(language, "/", timezone.now()))


def test_a_card_says_who_said_what_when_and_how_we_know(editor: User, moderator: User) -> None:
    quote, edition = live_quote(editor, moderator, honorific="Dr.", venue="Tokyo")
    card = live_card(quote)
    assert (card.text, card.text_language, card.quoted) == (WORDS, "en", True)
    assert (card.honorific, card.speaker, card.role) == ("Dr.", "Aki Moriyama", "historian")
    assert card.said_on
    assert (card.said_on.text, card.venue) == ("14 May 2025", "Tokyo")
    assert [(line.title, line.locator) for line in card.citations] == [("A lecture", "12:03")]
    assert (card.path, card.expert_path) == (edition.path, "/experts/aki-moriyama/")
    assert card.original is None


@pytest.mark.parametrize(
    ("level", "label"), [(Level.VERIFIED, "Verified."), (Level.AS_REPORTED, "As reported.")]
)
def test_a_card_says_in_words_how_far_to_trust_it(level: str, label: str, editor: User) -> None:
    card = draft_card(make_quote(level=level), editor)
    assert (card.level, str(card.level_label)) == (level, label)


WHAT = ("words", "translation", "meaning")
WHOLE = {
    (Level.VERIFIED, "words"): "that these words were said",
    (Level.VERIFIED, "translation"): "that the original words were said",
    (Level.VERIFIED, "meaning"): "the wording is ours",
    (Level.AS_REPORTED, "words"): "The words as the source below gives them",
    (Level.AS_REPORTED, "translation"): "Translated from what the source below gives",
    (Level.AS_REPORTED, "meaning"): "Our wording of what the source below gives",
}


@pytest.mark.parametrize("level", Level)
def test_it_says_of_words_translations_and_meanings_what_is_true_of_each(
    level: str, editor: User
) -> None:
    said = {"original_words": "率直に。", "words_language": "ja"}
    quotes = [
        make_quote(level=level),
        make_quote(level=level, form=Form.TRANSLATED, **said),
        make_quote(level=level, form=Form.PARAPHRASE),
    ]
    told = [str(draft_card(quote, editor).level_explanation) for quote in quotes]
    assert [WHOLE[level, what] in text for what, text in zip(WHAT, told, strict=True)] == [True] * 3


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (EvidenceKind.INTERVIEW, "Said to us"),
        (EvidenceKind.LETTER, "Said to us"),
        (EvidenceKind.RECORDING, "Said to us"),
        (EvidenceKind.TRANSCRIPT, "the source below"),
    ],
)
def test_words_said_to_us_alone_are_not_told_of_as_those_of_a_source(
    kind: str, told: str, editor: User
) -> None:
    quote = make_quote(cited=False)
    Evidence.objects.create(quote=quote, kind=kind)
    assert told in str(draft_card(quote, editor).level_explanation)
    Evidence.objects.create(quote=quote, source=Source.objects.create(title="A paper"))
    assert "the source below" in str(draft_card(quote, editor).level_explanation)


@pytest.mark.parametrize(
    ("form", "quoted"),
    [
        (Form.DIRECT, True),
        (Form.PARTIAL, True),
        (Form.TRANSLATED, True),
        (Form.PARAPHRASE, False),
    ],
)
def test_a_paraphrase_stands_without_quotation_marks(form: str, quoted: bool, editor: User) -> None:
    assert draft_card(make_quote(form=form), editor).quoted is quoted


def test_the_attribution_stays_that_of_the_day(editor: User, moderator: User) -> None:
    quote, _edition = live_quote(editor, moderator)
    expert = quote.expert
    assert expert
    expert.title = "Aki Tanaka"
    expert.save()
    expert.affiliations.update(role_en="minister")
    published(expert, by=editor, approved_by=moderator, change=Change.UPDATE)
    card = live_card(quote)
    assert (card.speaker, card.role) == ("Aki Moriyama", "historian")


def test_the_link_goes_to_the_expert_where_they_are_now(editor: User, moderator: User) -> None:
    quote, _edition = live_quote(editor, moderator)
    expert = quote.expert
    assert expert
    expert.slug = "aki-tanaka"
    expert.save()
    published(expert, by=editor, approved_by=moderator, change=Change.UPDATE)
    assert live_card(quote).expert_path == "/experts/aki-tanaka/"


def test_a_withdrawn_expert_is_named_without_a_link(editor: User, moderator: User) -> None:
    quote, _edition = live_quote(editor, moderator)
    assert quote.expert
    lifecycle.withdraw(content=quote.expert, reason="At their request.", by=moderator)
    card = live_card(quote)
    assert (card.speaker, card.expert_path) == ("Aki Moriyama", "")


def test_a_translation_takes_the_facts_from_its_original(editor: User, moderator: User) -> None:
    original, _edition = live_quote(
        editor, moderator, form=Form.PARAPHRASE, venue="Tokyo", record=Record.ON_THE_RECORD
    )
    translation, edition = live_quote(editor, moderator, original=original)
    card = live_card(translation, "ja")
    assert (card.text_language, card.speaker, card.role) == ("ja", "森山 亜希", "歴史家")
    assert card.said_on
    assert (card.said_on.text, card.venue, card.quoted) == ("2025年5月14日", "Tokyo", False)
    assert [line.title for line in card.citations] == ["A lecture"]
    assert (card.path, card.expert_path) == (edition.path, "/experts/aki-moriyama/")
    assert card.original == (WORDS, "en", False)
    assert card.translation_is_ours


def test_a_corrected_fact_is_corrected_in_every_language(editor: User, moderator: User) -> None:
    original, _edition = live_quote(editor, moderator)
    translation, _edition = live_quote(editor, moderator, original=original)
    original.said_on = "2025-05-15"
    original.save()
    published(original, by=editor, approved_by=moderator, change=Change.CORRECTION, note="The day.")
    card = live_card(translation, "ja")
    assert card.said_on
    assert card.said_on.text == "2025年5月15日"


@pytest.mark.parametrize("translated", [True, False])
def test_words_said_in_another_language_are_shown_as_said(translated: bool, editor: User) -> None:
    spoken = {"original_words": "用词", "words_language": "zh-hans", "form": Form.TRANSLATED}
    quote = make_quote(expert=make_expert(), **spoken)
    recorded(quote, editor)
    shown = make_translation(quote) if translated else quote
    assert draft_card(shown, editor).original == ("用词", "zh-hans", True)


def test_what_is_said_already_is_not_shown_as_the_original(editor: User) -> None:
    spoken = {"original_words": "말", "words_language": "ko", "form": Form.TRANSLATED}
    quote = make_quote(**spoken)
    recorded(quote, editor)
    assert draft_card(make_translation(quote, "ko", text="말"), editor).original is None


@pytest.mark.parametrize("record", [Record.BACKGROUND, Record.ANONYMOUS])
def test_readers_are_told_why_there_is_no_name(record: str, editor: User) -> None:
    card = draft_card(make_quote(record=record, described_as="An official"), editor)
    assert card.not_named
    assert card.speaker == "An official"
    assert not draft_card(make_quote(), editor).not_named


def test_what_we_hold_ourselves_is_named_by_its_kind_alone(editor: User) -> None:
    quote = make_quote(cited=False)
    Evidence.objects.create(
        quote=quote,
        kind=EvidenceKind.INTERVIEW,
        obtained_on=dt.date(2025, 5, 14),
        passage="Secret passage",
        note="Secret note",
        locator="Secret place",
        file="evidence/secret/secret.pdf",
    )
    Evidence.objects.create(quote=quote, source=Source.objects.create(title="A paper"), locator="7")
    card = draft_card(quote, editor)
    assert [line.title for line in card.citations] == ["A paper", "Interview with us"]
    assert "ecret" not in repr(card)


def test_the_passage_of_a_source_stays_with_the_staff(editor: User) -> None:
    quote = make_quote()
    quote.evidence.update(passage="Secret passage", note="Secret note")
    quote.record_reason = "Secret reason"
    quote.save()
    assert "ecret" not in repr(draft_card(quote, editor))


def test_a_withdrawn_quote_leaves_a_notice_of_neither_words_nor_speaker(
    editor: User, moderator: User
) -> None:
    quote, _edition = live_quote(editor, moderator)
    withdrawn = lifecycle.withdraw(content=quote, reason="It was never said.", by=moderator)
    part = LiveParts(timezone.now()).get(quote.pk)
    assert part
    notice = withdrawn_notice(part)
    assert notice == WithdrawnNotice(withdrawn.live_until, "It was never said.")
    assert "Moriyama" not in f"{part}"
    assert WORDS not in f"{part}"


def test_a_live_quote_has_no_notice(editor: User, moderator: User) -> None:
    quote, _edition = live_quote(editor, moderator)
    part = LiveParts(timezone.now()).get(quote.pk)
    assert part
    assert withdrawn_notice(part) is None


def test_a_quote_that_has_ended_leaves_nothing(editor: User, moderator: User) -> None:
    expert = live_expert(editor, moderator)
    quote = make_quote(expert=expert)
    now = timezone.now()
    published(quote, by=editor, approved_by=moderator, ends=now + dt.timedelta(hours=1))
    assert LiveParts(now + dt.timedelta(hours=2)).get(quote.pk) is None
