"""Quotes that were said before are found: by what they say, not by how it is written."""

from __future__ import annotations

import pytest

from newsroom.publishing import lifecycle
from quotes.duplicates import similar_quotes
from quotes.likeness import Likeness, likeness
from tests.factories import make_quote, recorded

EN = (
    "We are ready to sit down with our neighbours and talk about the past without conditions,"
    " because our children will ask us what we did."
)
JA = (
    "過去から目をそらさずに未来の世代のために率直に話し合うことが"
    "両国の政治家に求められている責任であると私は考えています。"
)
KO = (
    "과거를 직시하면서 미래 세대를 위하여 솔직하게 대화하는 것이"
    " 두 나라 정치인들에게 주어진 책임이라고 나는 생각합니다."
)
SAME = {
    "punctuation alone": (EN, EN.replace(",", " —").replace(".", "!")),
    "width and case": (EN, EN.upper().replace("A", "Ａ")),
    "a negation more": (EN, EN.replace("are ready", "are not ready")),
    "an ellipsis in the middle": (EN, EN.replace(" and talk about the past", " […]")),
    "a clipped start": (EN, EN.partition("neighbours ")[2]),
    "Japanese, clipped": (JA, JA.partition("未来の")[2]),
    "Japanese, edited": (JA, JA.replace("責任", "義務")),
    "Korean, edited": (KO, KO.replace("책임", "의무")),
    "short, the same": ("Talk first.", "“Talk first”"),
}
DIFFERENT = {
    "a paraphrase": (EN, "Our readiness for open discussion of history owes itself to the young."),
    "another quote on the topic": (EN, "Talking about history needs more patience than courage."),
    "a translation": (JA, KO),
    "short, one word apart": ("Ready for dialogue.", "Ready for war."),
    "nothing": ("", EN),
}


def test_the_same_words_are_known_however_they_are_written():
    missed = {name for name, pair in SAME.items() if likeness(*pair) is not Likeness.SAME}
    assert not missed


def test_other_words_are_not():
    assert not {name for name, pair in DIFFERENT.items() if likeness(*pair)}


def test_half_the_words_are_worth_a_look():
    other = EN.partition(" because")[0] + " and build a house for whoever wants to live in it."
    assert likeness(EN, other) is Likeness.LOOK


@pytest.fixture
def quote(writer):
    quote = make_quote(EN)
    recorded(quote, writer)
    return quote


def snapshot_of(text, writer, **fields):
    return recorded(make_quote(text, **fields), writer).read()


@pytest.mark.database
def test_a_quote_that_was_said_before_is_found_with_what_differs(quote, writer):
    [found] = similar_quotes(snapshot_of(SAME["a negation more"][1], writer))
    assert (found.quote, found.likeness) == (quote, Likeness.SAME)
    assert [run.text.strip() for run in found.runs if run.fate == "added"] == ["not"]


@pytest.mark.database
def test_what_was_changed_since_is_found_no_more(quote, writer):
    quote.text = "Something else altogether, about which nobody has said anything before today."
    quote.save()
    lifecycle.record(content=quote, by=writer)
    assert similar_quotes(snapshot_of(EN, writer)) == []


def test_a_deleted_draft_is_found_no_more(quote, writer):
    lifecycle.delete(content=quote, by=writer)
    assert similar_quotes(snapshot_of(EN, writer)) == []


def test_it_is_never_its_own_like_nor_its_translation(quote, writer):
    snapshot = recorded(quote, writer).read()
    recorded(make_quote(EN, original=quote, language="ja"), writer)
    assert similar_quotes(snapshot) == []


def test_finding_them_costs_the_same_for_many(quote, writer, django_assert_num_queries):
    snapshot = snapshot_of(SAME["a negation more"][1], writer)
    with django_assert_num_queries(3):
        assert len(similar_quotes(snapshot)) == 1
    for number in range(20):
        recorded(make_quote(f"{EN} Number {number}."), writer)
    with django_assert_num_queries(3):
        assert len(similar_quotes(snapshot)) == 21
