"""Dates as readers expect them, and as editors may type them."""

import time

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from newsroom.dates.display import DateText, display
from newsroom.dates.edtf import EdtfError, parse
from newsroom.dates.words import from_words, read
from tests.dates.some_dates import points


@pytest.mark.parametrize(
    ("edtf", "en", "ja", "ko"),
    [
        ("2023", "2023", "2023年", "2023년"),
        ("2023-03", "March 2023", "2023年3月", "2023년 3월"),
        ("2023-03-16", "16 March 2023", "2023年3月16日", "2023년 3월 16일"),
        ("202X", "2020s", "2020年代", "2020년대"),
        ("2023-21", "spring 2023", "2023年春", "2023년 봄"),
        ("2023-24", "winter 2023", "2023年冬", "2023년 겨울"),
        ("1910~", "circa 1910", "1910年頃", "1910년경"),
        ("1910?", "1910 (uncertain)", "1910年（不確か）", "1910년 (불확실)"),
        ("1910%", "circa 1910 (uncertain)", "1910年頃（不確か）", "1910년경 (불확실)"),
        ("1910/1945", "1910 to 1945", "1910年〜1945年", "1910년~1945년"),
        ("2024/..", "from 2024", "2024年以降", "2024년부터"),
        ("../1945", "until 1945", "1945年まで", "1945년까지"),
    ],
)
def test_each_language_writes_dates_its_own_way(edtf: str, en: str, ja: str, ko: str) -> None:
    assert [display(edtf, language).text for language in ("en", "ja", "ko")] == [en, ja, ko]


def test_the_language_of_the_page_decides_not_that_of_the_session() -> None:
    with override("ko"):
        assert display("2023-03", "en").text == "March 2023"


def test_a_language_without_a_grammar_reads_english() -> None:
    assert display("191X", "fr").text == "1910s"
    assert display("2023-03", "en-GB").text == "March 2023"


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2023", "2023", ""),
        ("2023-03", "2023-03", ""),
        ("2023-03-16", "2023-03-16", ""),
        ("1910/1945-08-15", "1910", "1945-08-15"),
        ("2024/..", "2024", ""),
        ("../1945", "", "1945"),
        ("202X", "", ""),
        ("2023-21", "", ""),
        ("1910~", "", ""),
        ("1910-08-22?", "", ""),
        ("1910~/1945", "", "1945"),
    ],
)
def test_machines_are_told_only_what_html_can_say(edtf: str, start: str, end: str) -> None:
    shown = display(edtf, "en")
    assert shown == DateText(shown.text, start, end)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("March 2023", "2023-03"),
        ("16 March 2023", "2023-03-16"),
        ("16th March, 2023", "2023-03-16"),
        ("March 16, 2023", "2023-03-16"),
        ("Mar. 2023", "2023-03"),
        ("Sept 3, 1998", "1998-09-03"),
        ("  march   2023 ", "2023-03"),
        ("Fall 2023", "2023-23"),
        ("1990s", "199X"),
        ("the 1990's", "199X"),
        ("c. 1910", "1910~"),
        ("ca 1910", "1910~"),
        ("circa March 1910?", "1910-03%"),
        ("about 1910", "1910~"),
        ("from 1910 to 1945", "1910/1945"),
        ("1910–1945", "1910/1945"),
        ("1910-1945", "1910/1945"),
        ("May 2023 – June 2023", "2023-05/2023-06"),
        ("since 2024", "2024/.."),
        ("2024 onwards", "2024/.."),
        ("2023年3月16日", "2023-03-16"),
        ("２０２３年３月", "2023-03"),
        ("2023年の春", "2023-21"),
        ("約1910年", "1910~"),
        ("1910年ごろ", "1910~"),
        ("1990年代", "199X"),
        ("1910年から1945年まで", "1910/1945"),
        ("2023년 3월 16일", "2023-03-16"),
        ("2023년3월", "2023-03"),
        ("2023년 봄", "2023-21"),
        ("약 1910년", "1910~"),
        ("1910년쯤", "1910~"),
        ("1910년부터 1945년까지", "1910/1945"),
    ],
)
def test_common_ways_of_writing_are_read(words: str, edtf: str) -> None:
    assert from_words(words) == edtf
    assert read(words) == parse(edtf)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("令和5年3月", "2023-03"),
        ("令和元年", "2019"),
        ("令和元年5月1日", "2019-05-01"),
        ("令和元年4月", None),
        ("平成31年4月30日", "2019-04-30"),
        ("平成31年5月", None),
        ("昭和64年1月7日", "1989-01-07"),
        ("昭和64年2月", None),
        ("昭和40年6月22日頃", "1965-06-22~"),
        ("大正1年", "1912"),
        ("明治5年", "1872"),
        ("明治5年3月", None),  # a month of the old calendar
        ("明治6年1月", "1873-01"),
        ("明治46年", None),
    ],
)
def test_japanese_eras_are_read_while_they_ran(words: str, edtf: str | None) -> None:
    assert from_words(words) == edtf


@pytest.mark.parametrize(
    "words",
    [
        *("", "soon", "3/4/2023", "31 February 2023", "between 1910 and 1945", "in March"),
        *("March", "16 spring 2023", "cat 2023", "2023年13月", "from to", "until", "c."),
    ],
)
def test_what_is_unclear_is_left_alone(words: str) -> None:
    assert from_words(words) is None
    with pytest.raises(EdtfError):
        read(words)


dates = st.one_of(
    points,
    st.tuples(points, points).map(
        lambda ends: "/".join(sorted(ends, key=lambda end: parse(end).date_from))
    ),
    st.builds("{}/..".format, points),
    st.builds("../{}".format, points),
)


@given(dates, st.sampled_from(["en", "ja", "ko"]))
def test_what_is_shown_can_be_typed(edtf: str, language: str) -> None:
    assert from_words(display(edtf, language).text) == edtf


@pytest.mark.parametrize("piece", ["から", " to ", "1", "circa ", "2023年", "~", "a ", "?"])
def test_long_nonsense_is_refused_at_once(piece: str) -> None:
    start = time.process_time()
    assert from_words(piece * 20_000) is None
    assert time.process_time() - start < 0.5
