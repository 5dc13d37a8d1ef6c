"""The manuscript itself, where MANUSCRIPTS_DIR says it is; nothing of it is quoted here."""

import hashlib
from pathlib import Path

import pytest

from manuscripts.as_json import as_json
from manuscripts.ledger import ledger_rows
from manuscripts.lines import read_plain_text
from manuscripts.parse import parse
from manuscripts.tree import PromoHere, QuestionsHere, QuoteHere, TimelineHere

NAME = "improving-japan-korea-relations.txt"
# Of its lines that are not blank, white space collapsed.
SHA256 = "ea60c85a041ec6b6ccdecb9233358a60e3f9e2566b88bb674282589d7f79cd5e"


@pytest.fixture(scope="module")
def parsed(manuscripts_dir: Path):
    return parse(read_plain_text((manuscripts_dir / NAME).read_bytes()))


def test_every_line_is_accounted_for(parsed):
    assert (parsed.lines_total, parsed.lines_accounted) == (58, 58)
    rebuilt = "\n".join(parsed.ledger.rebuild(parsed.manuscript))
    assert rebuilt == "\n".join(row.line.text for row in parsed.ledger.rows)


def test_its_structure_is_the_one_the_editors_see(parsed):
    found = as_json(parsed)
    assert found["title"] == "Improving Japan Korea Relations"
    assert (found["byline"], found["language"]) == ("", "en")
    assert len(found["intro"]) == 2
    assert [(part["heading"], len(part["paragraphs"])) for part in found["sections"]] == [
        ("Historical Context", 3),
        ("Diplomatic Initiatives", 4),
        ("Economic Collaboration", 4),
        ("Cultural Exchange", 4),
        ("Public Opinion", 3),
        ("Recent Developments", 0),
        ("Experts Weigh In", 0),
        ("Conclusion", 2),
    ]
    assert [
        (event["date_text"], event["edtf"], event["status"]) for event in found["timeline"]
    ] == [
        ("2023", "2023-03", "happened"),
        ("2024", "2024", "planned"),
    ]
    assert len(found["quotes"]) == 2
    assert all(all(quote.values()) for quote in found["quotes"])
    assert [quote["honorific"] for quote in found["quotes"]] == ["Dr.", "Professor"]
    assert len(found["faqs"]) == 5
    assert all(faq["question"].endswith("?") and faq["answer"] for faq in found["faqs"])


def test_its_promo_and_follow_line_are_whole(parsed):
    found = as_json(parsed)
    promo = found["promo"]
    assert len(promo["items"]) == 3
    assert all(promo[part] for part in ("heading", "pitch", "urging", "cta_label"))
    assert promo["cta_url"] == ""
    assert found["follow"]["text"].endswith(found["follow"]["name"])


def test_only_the_repeated_title_is_left_over(parsed):
    assert [(row.number, row.reason) for row in ledger_rows(parsed) if row.reason] == [
        (5, "It repeats the title.")
    ]


def test_the_body_shows_timeline_quotes_promo_and_questions_in_order(parsed):
    shown = [
        (number, item)
        for number, section in enumerate(parsed.manuscript.sections, start=1)
        for item in section.items
        if item not in section.paragraphs
    ]
    assert shown == [
        (6, TimelineHere()),
        (7, QuoteHere(0)),
        (7, QuoteHere(1)),
        (8, PromoHere()),
        (8, QuestionsHere()),
    ]


def test_no_character_of_it_is_changed(parsed):
    rebuilt = "\n".join(parsed.ledger.rebuild(parsed.manuscript))
    assert hashlib.sha256(rebuilt.encode()).hexdigest() == SHA256
