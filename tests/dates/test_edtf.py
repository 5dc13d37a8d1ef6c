"""The subset of EDTF that the site understands, held against another implementation of it."""

from datetime import date

import pytest
from django.utils.translation import override
from edtf import EDTFParseException, parse_edtf
from hypothesis import given

from newsroom.dates.edtf import EdtfError, EdtfInterval, parse
from tests.dates.some_dates import points


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31), "month"),
        ("2023-03-16", date(2023, 3, 16), date(2023, 3, 16), "day"),
        ("202X", date(2020, 1, 1), date(2029, 12, 31), "decade"),
        ("2023-21", date(2023, 3, 1), date(2023, 5, 31), "season"),
        ("2023-23", date(2023, 9, 1), date(2023, 11, 30), "season"),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29), "season"),
        ("1910/1945", date(1910, 1, 1), date(1945, 12, 31), "interval"),
        ("1910/1945-08-15", date(1910, 1, 1), date(1945, 8, 15), "interval"),
        ("2023-05/2023", date(2023, 5, 1), date(2023, 12, 31), "interval"),
        ("2024/..", date(2024, 1, 1), None, "interval"),
        ("../194X", None, date(1949, 12, 31), "interval"),
    ],
)
def test_a_date_says_which_days_it_may_mean(
    text: str, first: date | None, last: date | None, precision: str
) -> None:
    parsed = parse(text)
    assert (parsed.date_from, parsed.date_to, parsed.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1910", False, False),
        ("1910~", True, False),
        ("1910-08?", False, True),
        ("1965-06-22%", True, True),
        ("191X~", True, False),
        ("2023-21?", False, True),
        ("1910~/1945?", True, True),
    ],
)
def test_a_date_says_how_sure_it_is(text: str, approximate: bool, uncertain: bool) -> None:
    parsed = parse(text)
    assert (parsed.approximate, parsed.uncertain) == (approximate, uncertain)


def test_an_interval_knows_its_ends() -> None:
    span = parse("1910~/..")
    assert isinstance(span, EdtfInterval)
    assert span.start == parse("1910~")
    assert span.end is None


def test_the_canonical_form_is_one() -> None:
    assert parse(" 202x ").canonical == "202X"


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "soon", "0000", "000X", "20XX", "2023-1X", "2023-00", "2023-13", "2023-20"),
        *("2023-25", "2023-02-29", "2023-21-01", "2023-3", "23", "12023", "-2023", "Y12023"),
        *("2023~~", "~2023", "2023?~", "2023-03-16T10:00", "２０２３", "9999-24"),
        *("2024/open", "2024/", "/2024", "../..", "..", "1945/1910", "1910/1945/1950"),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        parse(text)


def test_the_refusal_says_what_would_be_understood() -> None:
    with override("en"), pytest.raises(EdtfError) as refusal:
        parse("last Tuesday")
    assert str(refusal.value).startswith("“last Tuesday” is not understood as a date.")
    for example in ("2023-03-16", "202X", "1910/1945", "16 March 2023"):
        assert example in str(refusal.value)


def beyond_the_oracle(text: str) -> bool:
    """Its known faults: it refuses a qualified season, and ends winter with the year."""
    season = text[4:7] in {"-21", "-22", "-23", "-24"}
    return season and (text[-1] in "~?%" or text[6] == "4")


@given(points)
def test_the_days_are_those_that_another_implementation_finds(text: str) -> None:
    if beyond_the_oracle(text):
        return
    ours, theirs = parse(text), parse_edtf(text)
    assert ours.date_from.timetuple()[:3] == theirs.lower_strict()[:3]
    assert ours.date_to.timetuple()[:3] == theirs.upper_strict()[:3]


@pytest.mark.parametrize("text", ["2023-13", "2023-02-30", "2024/open", "soon", "2023-3", ""])
def test_both_refuse_what_is_no_date(text: str) -> None:
    with pytest.raises(EDTFParseException):
        parse_edtf(text)
    with pytest.raises(EdtfError):
        parse(text)


def test_the_faults_of_the_other_implementation_are_still_there() -> None:
    """Should one of these fail, the oracle has become better: narrow `beyond_the_oracle`."""
    with pytest.raises(EDTFParseException):
        parse_edtf("2023-21~")
    assert parse_edtf("2023-24").upper_strict()[:3] == (2023, 12, 31)
    assert parse_edtf("2024/..").upper_strict() == float("inf")
    assert not parse_edtf("1965-06-22%").is_approximate
    assert not parse_edtf("1965-06-22%").is_uncertain
