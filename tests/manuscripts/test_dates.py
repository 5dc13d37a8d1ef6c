import edtf
import pytest

from manuscripts.cuts import words
from manuscripts.dates import dated_heading, edtf_of, refined


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023", "2023"),
        ("2023-03", "2023-03"),
        ("2023-03-16", "2023-03-16"),
        ("March 2023", "2023-03"),
        ("Sept. 2023", "2023-09"),
        ("March, 2023", "2023-03"),
        ("16 March 2023", "2023-03-16"),
        ("March 16, 2023", "2023-03-16"),
        ("May 1st, 1898", "1898-05-01"),
        ("2023年", "2023"),
        ("2023年3月", "2023-03"),
        ("2023年3月16日", "2023-03-16"),
        ("2023년", "2023"),
        ("2023년 3월 16일", "2023-03-16"),
        ("Spring 2023", "2023-21"),
        ("autumn 1999", "1999-23"),
        ("the 1990s", "199X"),
        ("1990年代", "199X"),
        ("1990년대", "199X"),
        ("c. 1910", "1910~"),
        ("circa March 1910", "1910-03~"),
        ("1910–1945", "1910/1945"),
        ("1910 - 1945", "1910/1945"),
        ("March 2019 – June 2020", "2019-03/2020-06"),
        ("2019年〜2020年", "2019/2020"),
    ],
)
def test_a_date_that_can_be_read_in_one_way_becomes_edtf(written, expected):
    assert edtf_of(written) == expected
    assert edtf.parse_edtf(expected)


@pytest.mark.parametrize(
    "written",
    [
        "", "23", "3023", "2023-13", "2019-20", "31 February 2023", "March", "1945–1910", "1910–",
        "c. never", "12345", "2023 March", "March 16 to 18, 2023",
    ],
)  # fmt: skip
def test_anything_else_is_no_date(written):
    assert edtf_of(written) == ""


@pytest.mark.parametrize(
    ("line", "date_text", "headline"),
    [
        ("2023: A Meeting", "2023", "A Meeting"),
        ("2023：会談", "2023", "会談"),
        ("1910–1945: The Long Toll", "1910–1945", "The Long Toll"),
        ("March 2023 – A Meeting", "March 2023", "A Meeting"),
        ("• 16 March 2023: A Meeting: Part One", "16 March 2023", "A Meeting: Part One"),
        ("## 2023: A Meeting", "2023", "A Meeting"),
        ("▼1965年: 開通", "1965年", "開通"),
        ("1990s", "1990s", None),
    ],
)
def test_a_line_that_opens_with_a_date_is_an_event(line, date_text, headline):
    cut = dated_heading(line)
    assert words(cut) == {"date_text": date_text} | ({"headline": headline} if headline else {})
    assert "".join(segment.text for segment in cut) == line


@pytest.mark.parametrize(
    "line", ["2023 was a good year", "Chapter 1: 2023", "2023: " + "x" * 201, "2023 – " + "x" * 121]
)
def test_a_line_that_merely_names_a_year_is_not(line):
    assert dated_heading(line) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March 2023, they met.", "2023-03"),
        ("They met on 16 March 2023, as planned in March 2023.", "2023-03-16"),
        ("They met on March 16, 2023.", "2023-03-16"),
        ("It is planned for June 2023.", "2023-06"),
        ("2023年3月16日に会談した。", "2023-03-16"),
        ("2023년 3월에 만났다.", "2023-03"),
        ("They met on 16 March 2023 and on 17 March 2023.", "2023-03"),
        ("In March 2023 and in May 2023, they met.", "2023"),
        ("In March 2023, they met. By May 2023 it was over.", "2023"),
        ("Since March 2023, all has been well.", "2023"),
        ("In March 2022, they met.", "2023"),
        ("In 2023, they met.", "2023"),
        ("On 31 February 2023, they met.", "2023"),
        ("They met.", "2023"),
    ],
)
def test_a_year_is_told_more_exactly_by_the_one_month_its_text_names(text, expected):
    assert refined("2023", text) == expected


def test_a_month_is_told_more_exactly_by_a_day():
    assert refined("2023-03", "On 16 March 2023, they met.") == "2023-03-16"
