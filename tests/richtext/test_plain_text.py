"""`clean_text` and `clean_line`: one way to write each text, and nothing unseen in it."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from newsroom.richtext.cleaning import clean_line, clean_text


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("soft\x0breturn\u2028line\u2029paragraph\x85next", "soft\nreturn\nline\nparagraph\nnext"),
        ("nul\x00 bell\x07 escape\x1b[31m delete\x7f c1\x9b", "nul bell escape[31m delete c1"),
        ("tab\tstays", "tab\tstays"),
        ("\u202egnp.exe\u202c and \u2066isolated\u2069", "gnp.exe and isolated"),
        ("\ufeffmark", "mark"),
        ("not XML \ufffe\uffff", "not XML "),
        ("cafe\u0301", "café"),
        ("\u1112\u1161\u11ab", "한"),
        ("か\u3099", "が"),
    ],
)
def test_text_is_stored_in_one_way(given: str, stored: str) -> None:
    assert clean_text(given) == stored


@pytest.mark.parametrize(
    "text",
    [
        "family 👨\u200d👩\u200d👧",
        "می\u200cخواهم",
        "東京　駅前",
        "no\u00a0break",
        "right\u200fto\u200eleft marks",
        "  indented\n\n  text  ",
    ],
)
def test_what_readers_need_stays(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize("clean", [clean_text, clean_line])
def test_half_a_character_is_refused_with_its_place(clean: object) -> None:
    with pytest.raises(ValidationError) as refusal:
        clean("Relations \ud83d of")
    assert refusal.value.messages == [
        "There is half a character after “Relations ”. Delete it or type it again."
    ]


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("  A title \r\n over\ttwo lines\n", "A title over two lines"),
        ("石破　茂", "石破　茂"),
        ("two  spaces", "two  spaces"),
    ],
)
def test_a_line_has_no_line_ends(given: str, stored: str) -> None:
    assert clean_line(given) == stored


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(st.text())
def test_clean_text_can_stand_in_a_feed(text: str) -> None:
    permitted = {"\t", "\n"}
    assert all(c in permitted or " " <= c <= "\ufffd" or c > "\uffff" for c in clean_text(text))
    assert "\n" not in clean_line(text)
