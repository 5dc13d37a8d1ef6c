import pytest

from manuscripts.as_json import as_json
from manuscripts.lines import Hint, Line
from manuscripts.parse import parse
from manuscripts.tree import PromoHere

from .bridge import read


def json_of(text):
    parsed = read(f"Bridges\n\nThe river was wide.\n\n{text}")
    assert parsed.lines_accounted == parsed.lines_total
    return as_json(parsed)


def promo(text):
    return json_of(text)["promo"]


def test_a_promo_may_have_only_some_of_its_parts():
    assert promo("📚 Build Bridges\n\nIt is fun.\n\n👉 Here") == {
        "heading": "Build Bridges",
        "pitch": "It is fun.",
        "items": [],
        "urging": "",
        "cta_label": "Here",
        "cta_url": "",
    }


@pytest.mark.parametrize(
    ("line", "label", "url"),
    [
        ("👉 See the series: https://example.org/x", "See the series", "https://example.org/x"),
        ("👉🏽 [See the series](https://example.org/x)", "See the series", "https://example.org/x"),
        ("→ See the series (https://example.org/x)", "See the series", "https://example.org/x"),
        ("See the series – https://example.org/x", "See the series", "https://example.org/x"),
        ("👉 https://example.org/x", "", "https://example.org/x"),
        ("👉 See the series (free)", "See the series (free)", ""),
    ],
)
def test_the_call_to_action_has_the_address_that_stands_in_its_line(line, label, url):
    found = promo(f"📚 Build Bridges\n\nIt is fun.\n\n{line}")
    assert (found["cta_label"], found["cta_url"]) == (label, url)


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "✅", "・"])
def test_items_of_a_promo_lose_their_mark(mark):
    assert promo(f"📚 Build Bridges\n{mark} Planks\n{mark} Stone")["items"] == ["Planks", "Stone"]


def test_items_may_be_known_to_the_format_alone():
    lines = [Line(1, "📚 Build Bridges"), Line(2, "Planks", hint=Hint.ITEM)]
    assert parse(lines).manuscript.promo.items == ("Planks",)


def test_the_urging_line_stands_between_list_and_call_to_action():
    found = promo("📚 Build Bridges\nIt is fun.\n• Planks\nLearn it well.\nStart now\n👉 Here")
    assert found["urging"] == "Start now"
    assert found["pitch"] == "It is fun.\n\nLearn it well."


def test_an_urging_line_in_capitals_begins_no_promo_of_its_own():
    found = promo("📚 Build Bridges\n\nIt is fun.\n\nStart Your Bridge Now!\n👉 Here")
    assert (found["urging"], found["cta_label"]) == ("Start Your Bridge Now!", "Here")


def test_without_a_list_the_urging_line_exclaims():
    assert promo("📚 Build Bridges\nIt is fun.\nStart now!\n👉 Here")["urging"] == "Start now!"
    assert promo("📚 Build Bridges\nIt is fun.\nIt is easy.\n👉 Here")["urging"] == ""


def test_a_long_line_below_the_list_is_pitch():
    long = "It is fun to build a bridge " * 4
    found = promo(f"📚 Build Bridges\n• Planks\n{long}\n👉 Here")
    assert found["urging"] == ""
    assert found["pitch"] == long.strip()


def test_text_after_the_call_to_action_is_the_articles_again():
    found = json_of("📚 Build Bridges!\n\nIt is fun.\n\n👉 Here\n\nThe ferry was slow.")
    assert found["intro"] == ["The river was wide.", "The ferry was slow."]


def test_without_a_call_to_action_the_promo_ends_with_its_list_and_urging_line():
    found = json_of("📚 Build Bridges\nIt is fun.\n• Planks\nStart now!\n\nThe ferry was slow.")
    assert found["promo"]["urging"] == "Start now!"
    assert found["intro"] == ["The river was wide.", "The ferry was slow."]
    found = json_of("📚 Build Bridges\n• Planks\n\nThe ferry was slow.")
    assert found["promo"]["items"] == ["Planks"]
    assert found["intro"] == ["The river was wide.", "The ferry was slow."]


@pytest.mark.parametrize(
    "heading", ["📚 Build Bridges!", "Advertisement: Build Bridges", "広告：橋"]
)
def test_with_neither_it_ends_with_its_first_paragraph(heading):
    found = json_of(f"{heading}\n\nIt is fun.\n\nThe ferry was slow.")
    assert found["promo"]["pitch"] == "It is fun."
    assert found["intro"] == ["The river was wide.", "The ferry was slow."]


def test_an_emoji_alone_makes_no_advertisement():
    found = json_of("📚 What to Read\n\nThe ferry was slow.")
    assert found["promo"] is None
    assert [section["heading"] for section in found["sections"]] == ["📚 What to Read"]


def test_an_exclaiming_heading_without_a_mark_needs_a_list_or_a_call_to_action():
    assert promo("Build Your Own Bridge!\n\nIt is fun.\n\n👉 Here")["pitch"] == "It is fun."
    assert promo("Build Your Own Bridge!\n\n• Planks")["items"] == ["Planks"]
    assert promo("Build Your Own Bridge!\n\nIt is fun.") is None
    assert promo("The crowd was loud!\n\nIt is fun.\n\n👉 Here") is None


def test_a_promo_ends_where_something_else_begins():
    for begins in (
        "FAQs",
        "Q1: Who paid?",
        "Conclusion: Both Banks",
        "1898: The Stone",
        "📚 More!",
    ):
        found = promo(f"📚 Build Bridges!\n\nIt is fun.\n\n{begins}\n\n👉 Here")
        assert (found["pitch"], found["cta_label"]) == ("It is fun.", "")


def test_a_dividing_line_within_a_promo_is_left_over():
    found = json_of("📚 Build Bridges\n\nIt is fun.\n\n***\n\n👉 Here")
    assert [(line["text"], line["reason"]) for line in found["unplaced"]] == [
        ("***", "It holds no words.")
    ]
    assert found["promo"]["cta_label"] == "Here"


def test_a_line_of_which_nothing_can_be_seen_ends_no_promo():
    found = json_of("📚 Build Bridges\n\nIt is fun.\n\n\n\x1b\n\n👉 Here")
    assert found["promo"]["cta_label"] == "Here"
    assert found["unplaced"][0]["text"] == ""


def test_a_second_promo_is_left_over_whole():
    found = json_of("📚 Build Bridges!\n👉 Here\n\n📚 Build More!\n• Planks\n👉 There")
    assert found["promo"]["heading"] == "Build Bridges!"
    assert [line["text"] for line in found["unplaced"]] == [
        "📚 Build More!",
        "• Planks",
        "👉 There",
    ]


def test_a_promo_among_the_questions_ends_them():
    parsed = read("Bridges\n\nQ1: Who?\nA1: Both.\n\n📚 Build!\n👉 Here\n\nThe ferry was slow.")
    assert len(parsed.manuscript.faqs[0].paragraphs) == 1
    assert PromoHere() in parsed.manuscript.intro.items
    assert str(parsed.manuscript.intro.paragraphs[0]) == "The ferry was slow."


@pytest.mark.parametrize(
    ("line", "name", "url"),
    [
        ("For More News From the River Follow – The River Gazette", "The River Gazette", ""),
        (
            "Follow us: River Gazette https://example.org/g",
            "River Gazette",
            "https://example.org/g",
        ),
        ("Follow us on: https://example.org/g", "", "https://example.org/g"),
        ("最新情報をフォロー：川の新聞", "川の新聞", ""),
        ("새 소식 팔로우 - 강 신문", "강 신문", ""),
    ],
)
def test_a_follow_line_is_known(line, name, url):
    assert json_of(line)["follow"] == {"text": line, "name": name, "url": url}


@pytest.mark.parametrize(
    "line", ["Follow-up: the toll", "They follow: the ferry", "Follow " + "x" * 200 + ": y"]
)
def test_a_line_that_merely_speaks_of_following_is_none(line):
    assert json_of(line)["follow"] is None


def test_a_second_follow_line_is_left_over():
    found = json_of("Follow – The River Gazette\n\nFollow – The Bank Gazette")
    assert found["follow"]["name"] == "The River Gazette"
    assert [line["reason"] for line in found["unplaced"]] == ["There is a follow line already."]
