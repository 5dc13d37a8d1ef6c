import pytest

from manuscripts.as_json import as_json
from manuscripts.tree import (
    Paragraph,
    PromoHere,
    QuestionsHere,
    QuoteHere,
    Section,
    TimelineHere,
)

from .bridge import BRIDGE, read


@pytest.fixture(scope="module")
def bridge():
    return as_json(read(BRIDGE))


def test_the_keys_are_those_that_the_command_promises(bridge):
    assert list(bridge) == [
        "title", "byline", "language", "intro", "sections", "timeline", "quotes", "faqs", "promo",
        "follow", "unplaced", "lines_total", "lines_accounted",
    ]  # fmt: skip


def test_the_title_loses_the_word_introduction(bridge):
    assert bridge["title"] == "Joining Aldwick And Berrow"
    assert bridge["byline"] == ""
    assert bridge["language"] == "en"


def test_the_introduction_has_both_paragraphs(bridge):
    assert [text.split()[:2] for text in bridge["intro"]] == [["For", "two"], ["This", "article"]]


def test_sections_are_cut_at_their_colon(bridge):
    assert [(section["heading"], section["subheading"]) for section in bridge["sections"]] == [
        ("Historical Context", "The Years of the Ferry"),
        ("Trade Across the Water", "Shared Markets"),
        ("Recent Developments", "The Bridge in Dates"),
        ("Experts Weigh In", ""),
        ("Conclusion", "Both Banks"),
    ]
    assert [len(section["paragraphs"]) for section in bridge["sections"]] == [2, 1, 0, 0, 2]


def test_events_have_their_dates_and_paragraphs(bridge):
    first, second = bridge["timeline"]
    assert (first["date_text"], first["edtf"], first["status"]) == ("1898", "1898-05", "happened")
    assert first["headline"] == "The First Stone"
    assert first["text"].count("\n\n") == 1
    assert (second["date_text"], second["edtf"], second["status"]) == ("2031", "2031", "planned")


def test_quotes_are_taken_apart(bridge):
    assert [
        (quote["honorific"], quote["speaker"], quote["role"], quote["organisation"])
        for quote in bridge["quotes"]
    ] == [
        ("Dr.", "Ada Penn-Marsh", "leading expert on river crossings", "Example University"),
        ("Professor", "Tom Weir", "Professor", "University of Berrow"),
    ]
    assert bridge["quotes"][1]["text"].startswith("The tolls were never about money.")
    assert bridge["quotes"][1]["text"].endswith("to pay.")


def test_questions_have_their_answers(bridge):
    first, second = bridge["faqs"]
    assert first["question"] == "Who paid for the bridge?"
    assert first["answer"].startswith("Both towns paid, ")
    assert second == {
        "question": "Is there still a toll?",
        "answer": "No. The toll was given up in 1920, when the debt was paid.",
    }


def test_the_promo_has_all_its_parts(bridge):
    promo = bridge["promo"]
    assert promo.pop("pitch").startswith("If you liked this article")
    assert promo == {
        "heading": "Build Your Own Bridge This Summer!",
        "items": [
            "Bridge Building 101: Planks and Ropes",
            "Bridge Building 201: Stone Arches",
            "Bridge Building 301: Iron",
        ],
        "urging": "Start building now!",
        "cta_label": "See the Series Here",
        "cta_url": "",
    }


def test_the_follow_line_names_whom_to_follow(bridge):
    assert bridge["follow"] == {
        "text": "For More News From the River Follow – The River Gazette",
        "name": "The River Gazette",
        "url": "",
    }


def test_the_repeated_title_is_left_over_with_its_reason(bridge):
    assert bridge["unplaced"] == [
        {"line": 5, "text": "Joining Aldwick And Berrow", "reason": "It repeats the title."}
    ]


def test_every_line_is_accounted_for(bridge):
    written = sum(bool(line.strip()) for line in BRIDGE.split("\n"))
    assert bridge["lines_total"] == bridge["lines_accounted"] == written


def test_the_body_keeps_the_order_of_what_stands_in_it():
    sections = read(BRIDGE).manuscript.sections
    assert sections[2].items == (TimelineHere(),)
    assert sections[3].items == (QuoteHere(0), QuoteHere(1))
    assert [type(item) for item in sections[4].items] == [
        Paragraph,
        Paragraph,
        PromoHere,
        QuestionsHere,
    ]


def test_a_heading_can_be_had_in_one_piece():
    headings = [section.full_heading for section in read(BRIDGE).manuscript.sections]
    assert headings[0] == "Historical Context: The Years of the Ferry"
    assert headings[3] == "Experts Weigh In"


def test_parts_that_are_missing_are_empty():
    parsed = as_json(read("The towns never met, and there is no more to say about them.\n"))
    assert parsed["title"] == parsed["byline"] == ""
    assert parsed["intro"] == ["The towns never met, and there is no more to say about them."]
    assert parsed["sections"] == parsed["timeline"] == parsed["quotes"] == parsed["faqs"] == []
    assert parsed["promo"] is None
    assert parsed["follow"] is None


def test_an_empty_manuscript_has_no_lines_to_account_for():
    parsed = read("\n \n\t\n")
    assert (parsed.lines_total, parsed.lines_accounted) == (0, 0)
    assert parsed.manuscript.intro == Section()
