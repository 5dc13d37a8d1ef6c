"""Texts with enough letters in a row in common have a fingerprint in common."""

from __future__ import annotations

import random

import pytest

from newsroom.search.fingerprints import GRAM, WINDOW, fingerprints
from newsroom.search.folding import fold, letters

ALPHABET = "abcdefghijklmnopqrstuvwxyz日韓関係歴史問題한국일본관계"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＧＳＯＭＩＡ", "gsomia"),
        ("Tōkyō", "tokyo"),
        ("ｶﾞｿﾘﾝ", "ガソリン"),
        ("Straße", "strasse"),
        ("독도", "독도"),
    ],
)
def test_forms_of_one_word_are_folded_together(written, folded):
    assert fold(written) == folded


def test_the_marks_of_kana_are_no_accents():
    assert fold("が") != fold("か")


def test_letters_leave_out_spaces_and_punctuation():
    assert letters("“Talk — on, 1965!”") == "talkon1965"


def test_a_shared_run_of_letters_shares_a_fingerprint():
    chance = random.Random(7)
    for _round in range(200):
        shared, *others = (
            "".join(chance.choices(ALPHABET, k=length)) for length in (GRAM + WINDOW - 1, 30, 50)
        )
        one, other = (f"{before} {shared}." for before in others)
        assert fingerprints(one) & fingerprints(other), (one, other)


def test_a_short_text_has_one_and_no_text_has_none():
    assert len(fingerprints("対話。")) == 1
    assert fingerprints("… !") == set()
