"""What a draft of a quote holds, and what it refuses."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from quotes.models import Form, Level, Quote
from tests.factories import make_expert, make_quote
from tests.quotes.making import make_translation

pytestmark = pytest.mark.django_db


def test_staff_know_a_quote_by_its_speaker_and_first_words() -> None:
    quote = make_quote("Words, and then more of them. " * 9)
    assert quote.title.startswith("Aki Moriyama: Words, and then more")
    assert quote.title.endswith("…")
    assert len(quote.title) < 80


def test_a_speaker_with_a_long_name_can_be_saved() -> None:
    assert len(make_quote(speaker="n" * 200).title) == 200


def test_the_address_names_the_speaker_and_never_the_words() -> None:
    quote = make_quote("Secret words.")
    assert quote.slug == f"aki-moriyama-{quote.translation_key.hex[:8]}"


def test_a_translation_shares_the_token_of_its_original() -> None:
    original = make_quote()
    translation = make_translation(original)
    assert translation.slug == f"森山-亜希-{original.translation_key.hex[:8]}"


def test_a_quote_made_by_a_program_is_valid() -> None:
    Quote(text="Words.", speaker="Aki Moriyama").full_clean()


@pytest.mark.parametrize(
    "fact",
    [
        {"form": Form.PARAPHRASE},
        {"said_on": "2025"},
        {"venue": "Tokyo"},
        {"level": Level.VERIFIED},
        {"original_words": "말"},
    ],
)
def test_a_translation_holds_no_facts(fact: dict[str, str]) -> None:
    translation = make_translation(make_quote(), **fact)
    with pytest.raises(ValidationError) as refused:
        translation.full_clean()
    assert set(refused.value.message_dict) == set(fact)


def test_a_translation_names_no_expert() -> None:
    translation = make_translation(make_quote(), expert=make_expert())
    with pytest.raises(ValidationError, match="stands on the original"):
        translation.full_clean()


def test_a_translation_with_words_alone_is_valid() -> None:
    make_translation(make_quote()).full_clean()


@pytest.mark.parametrize(
    ("language", "valid"), [("ko", True), ("zh-hans", True), ("klingon", False)]
)
def test_original_words_are_in_a_known_language(language: str, valid: bool) -> None:
    quote = make_quote(original_words="말", words_language=language)
    if valid:
        quote.full_clean()
    else:
        with pytest.raises(ValidationError, match="words_language"):
            quote.full_clean()
