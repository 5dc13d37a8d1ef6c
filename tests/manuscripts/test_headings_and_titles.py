import pytest

from manuscripts.lines import Hint, Line
from manuscripts.parse import parse

from .bridge import read


def headings(text):
    return [section.full_heading for section in read(text).manuscript.sections]


def with_heading(line, blank_lines):
    gap = "\n" * (blank_lines + 1)
    return f"Bridges\n\nThe river was wide and slow.{gap}{line}\n\nThe ferry was slower still."


@pytest.mark.parametrize(
    ("line", "blank_lines"),
    [
        ("A path forward", 2),
        ("The Path Forward", 1),
        ("What Comes Next?", 1),
        ("The Path Forward:", 0),
        ("# the path", 1),
        ("Conclusion", 1),
        ("conclusion:", 0),
        ("町の歴史：渡し船の時代", 1),
        ("まとめ", 1),
        ("결론", 1),
    ],
)
def test_a_line_that_stands_out_is_a_heading(line, blank_lines):
    assert len(headings(with_heading(line, blank_lines))) == 1


@pytest.mark.parametrize(
    ("line", "blank_lines"),
    [
        ("A path forward", 1),
        ("The Path Forward", 0),
        ("The Path Forward.", 2),
        ("The Path Forward!", 2),
        ("The towns agreed on three points:", 1),
        ("• The Path Forward", 2),
        ("The path " * 20, 2),
        ("橋" * 51, 2),
        ("橋を渡る人々の声を聞くために町を歩いてみることにしたのだが誰もいなかった", 1),
    ],
)
def test_a_line_that_only_looks_like_one_is_not(line, blank_lines):
    assert headings(with_heading(line, blank_lines)) == []


def test_a_colon_without_a_space_does_not_cut_a_heading():
    assert headings(with_heading("Drawn at 1:500", 2)) == ["Drawn at 1:500"]


def test_a_heading_of_marks_alone_is_still_a_heading_or_nothing():
    assert headings(with_heading(": x", 2)) == [": x"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Bridges: A History", "Bridges: A History"),
        ("Introduction: Bridges", "Bridges"),
        ("INTRODUCTION : Bridges", "Bridges"),
        ("Title: Bridges", "Bridges"),
        ("# Bridges", "Bridges"),
        ("はじめに：二つの町", "二つの町"),
        ("들어가며: 두 마을", "두 마을"),
        ("2023: A Year of Bridges", "2023: A Year of Bridges"),
        ("Is a bridge a promise?", "Is a bridge a promise?"),
    ],
)
def test_the_first_line_is_the_title(line, title):
    assert read(f"{line}\n\nThe river was wide.").manuscript.title == title


@pytest.mark.parametrize(
    "line",
    ["The river was wide.", "Introduction", "Introduction:", "町は川で分かれていた。", "x" * 201],
)
def test_a_first_line_that_is_no_title_leaves_the_title_empty(line):
    parsed = read(f"{line}\n\nThe river was wide.")
    assert parsed.manuscript.title == ""
    assert parsed.lines_accounted == parsed.lines_total


def test_the_title_is_known_again_with_its_mark_and_in_other_capitals():
    parsed = read("Bridges And Towns\n\nIntroduction: bridges and towns\n\nThe river was wide.")
    assert [row.line.number for row in parsed.ledger.unplaced()] == [3]


def test_a_sentence_about_the_title_is_not_its_repetition():
    parsed = read("Bridges\n\nBridges are dear.\n\nBridges, and what they cost, " + "x" * 400)
    assert not list(parsed.ledger.unplaced())


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ada Penn-Marsh", "Ada Penn-Marsh"),
        ("Written by Éva J. Weir", "Éva J. Weir"),
        ("文：佐藤花子", "佐藤花子"),
        ("글: 김영희", "김영희"),
    ],
)
def test_a_byline_below_the_title_is_taken(line, byline):
    parsed = read(f"Bridges\n\n{line}\n\nThe river was wide.")
    assert parsed.manuscript.byline == byline
    assert parsed.lines_accounted == parsed.lines_total


@pytest.mark.parametrize("line", ["By 2030 there will be two", "By the river, they met.", "by now"])
def test_a_sentence_that_begins_with_by_is_no_byline(line):
    assert read(f"Bridges\n\n{line}\n\nThe river was wide.").manuscript.byline == ""


def test_a_second_byline_is_a_paragraph():
    manuscript = read("Bridges\nBy Ada Penn\nBy Tom Weir\nThe river was wide.").manuscript
    assert manuscript.byline == "Ada Penn"
    assert [str(paragraph) for paragraph in manuscript.intro.paragraphs] == [
        "By Tom Weir",
        "The river was wide.",
    ]


def test_what_the_format_says_about_a_line_goes_before_how_it_looks():
    lines = [
        Line(1, "Bridges"),
        Line(2, "the ferry and what became of it.", hint=Hint.HEADING),
        Line(3, "Wool And Salt", blank_before=2, hint=Hint.ITEM),
    ]
    (section,) = parse(lines).manuscript.sections
    assert section.heading == "the ferry and what became of it."
    assert [(item.text, item.listed) for item in section.paragraphs] == [("Wool And Salt", True)]


def test_items_of_a_list_lose_their_mark_and_are_known_as_items():
    intro = read("Bridges\n\nThree goods crossed here.\n\n• wool\n- salt\n").manuscript.intro
    assert [(item.text, item.listed) for item in intro.paragraphs] == [
        ("Three goods crossed here.", False),
        ("wool", True),
        ("salt", True),
    ]
