"""Lines in brackets say outright what they are; the page that imports shows what became of them."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from tests.admin_desk.desk import at_the_desk

from .bridge import read
from .test_nothing_is_lost import assert_whole

ALL = """[Title: A title. With a stop.]
[Author: Ada Penn]
[Author: Tom Weir]
[Language: ko]
[Topic]
\\- no item
[Section]
• \\2031: an item
[Section: Heading: with a colon]
[Subheading: below]
[Quote: Short.]
[Speaker: Ada Penn]
[Speaker: Tom Weir]
[Source]
[Kind of evidence: interview]
[Text]
\\FAQs:
[Event]
[Date: 2031]
[Place: Tokyo]
[Event: Named]
\\What happened.
[Question: Why?]
[In short: So.]
\\Because.
[Promo]
\\A pitch: https://example.org/
[Course: One]
[Level: hard]
[Course: Two]
[Call to action: Go]
[Sources]
[Source: Treaty series]
[Where in it: p. 3]
[Left out: pictures.]"""


def test_each_label_is_read_as_what_it_says() -> None:
    manuscript = read(ALL).manuscript
    assert manuscript.title == "A title. With a stop."
    assert manuscript.language == "ko"
    assert [p.text for p in manuscript.intro.paragraphs] == ["- no item"]
    first, second = manuscript.sections
    assert (first.heading, first.paragraphs[0].listed) == ("", True)
    assert (second.heading, second.subheading) == ("Heading: with a colon", "below")
    assert [p.text for p in second.paragraphs] == ["FAQs:"]
    [quote] = manuscript.quotes
    assert (quote.text, quote.speaker) == ("Short.", "Ada Penn")
    assert [event.headline for event in manuscript.timeline] == ["", "Named"]
    assert [faq.question for faq in manuscript.faqs] == ["Why?"]
    assert [(fact.name, fact.row) for fact in manuscript.promo.facts] == [
        ("title", 0),
        ("level", 0),
        ("title", 1),
    ]


def test_every_labelled_line_is_accounted_for() -> None:
    parsed = read(ALL)
    assert_whole(parsed)
    assert {row.line.text: str(row.reason) for row in parsed.ledger.unplaced()} == {
        "[Topic]": "It says where the next lines belong.",
        "[Section]": "It says where the next lines belong.",
        "[Speaker: Tom Weir]": "It was said already.",
        "[Source]": "It says where the next lines belong.",
        "[Text]": "It says where the next lines belong.",
        "[Event]": "It says where the next lines belong.",
        "[Promo]": "It says where the next lines belong.",
        "[Sources]": "It says where the next lines belong.",
        "[Left out: pictures.]": "It names what the export could not put into plain text.",
    }


@pytest.mark.django_db
def test_the_page_of_the_import_shows_them(editor: User) -> None:
    desk = at_the_desk(editor)
    address = reverse("admin:manuscripts_importedmanuscript_add")
    answer = desk.post(address, {"text": ALL, "language": ""})
    assert answer.status_code == 200
    page = answer.content.decode()
    for words in ("Ada Penn", "Named", "A pitch", "Because."):
        assert words in page
    targets = set(re.findall(r'href="#(becomes-[0-9]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


@pytest.mark.django_db
@pytest.mark.parametrize("line", ["[Date: nonsense]", "[Status: nonsense]", "[Date]"])
def test_a_wrong_date_or_status_is_shown_and_not_made(editor: User, line: str) -> None:
    text = f"A Title\n\n[Event: Named]\n{line}"
    address = reverse("admin:manuscripts_importedmanuscript_add")
    answer = at_the_desk(editor).post(address, {"text": text, "language": ""})
    assert answer.status_code == 200
