import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manuscripts.as_json import as_json
from manuscripts.lines import UnreadableManuscript, lines_of, normalised, read_plain_text
from manuscripts.parse import parse

from .bridge import BRIDGE, read

MARKER = "Zyxwv"
LINES = BRIDGE.split("\n")
SHAPES = [
    MARKER,
    f"{MARKER} is a word in a sentence.",
    f"{MARKER}: A Heading",
    f"1999: {MARKER}",
    f"Q9: {MARKER}?",
    f"A9: {MARKER}.",
    f"• {MARKER}",
    f"📚 {MARKER}!",
    f"👉 {MARKER}",
    f"Follow – {MARKER}",
    f"By {MARKER}",
    f"Dr. {MARKER} says: “A bridge is a promise that two towns make.”",
    f"FAQs: {MARKER}",
]
MARKS = ' \n\u00a0\u200b\x1b\u0301:：,!?.“”"「」•-#📚👉'
BEGINNINGS = "Q1: |A1: |FAQs|1898: |March 2023|Follow – |By |Introduction: |Conclusion|Dr. Ada Penn"
OTHERS = "\n\n|\n\n\n|\r\n| says: | at Example Bank|https://example.org/x|橋は|と述べた。|교수는"
PIECES = st.sampled_from([*MARKS, *BEGINNINGS.split("|"), *OTHERS.split("|")])
ANY_TEXT = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=60).map("".join),
)


def texts_of(value):
    """Every text in a JSON-ready value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in texts_of(item)]
    return [value] if isinstance(value, str) else []


def assert_whole(parsed):
    assert parsed.lines_accounted == parsed.lines_total
    source = [row.line.text for row in parsed.ledger.rows]
    assert list(parsed.ledger.rebuild(parsed.manuscript)) == source
    places = [place for row in parsed.ledger.rows for place in row.places]
    assert len(set(places)) == len(places)
    assert all(place.text_in(parsed.manuscript) for place in places)


@given(ANY_TEXT)
def test_any_text_is_parsed_and_every_line_accounted_for(text):
    parsed = read(text)
    assert_whole(parsed)
    assert parsed.lines_total == sum(bool(line.raw.strip()) for line in lines_of(text))
    as_json(parsed)


@given(ANY_TEXT)
def test_every_text_of_the_tree_comes_from_a_line(text):
    parsed = read(text)
    manuscript = parsed.manuscript
    rows = parsed.ledger.rows
    placed = [place.text_in(manuscript) for row in rows for place in row.places]
    paragraphs = [
        paragraph.text
        for part in (manuscript.intro, *manuscript.sections, *manuscript.timeline, *manuscript.faqs)
        for paragraph in part.paragraphs
    ]
    assert set(paragraphs) <= set(placed)
    assert len(placed) >= len(paragraphs)


@settings(max_examples=300)
@given(st.integers(0, len(LINES)), st.sampled_from(SHAPES), st.integers(0, 2), st.integers(0, 2))
def test_a_line_added_anywhere_is_found_in_a_place_or_left_over(at, shape, above, below):
    added = [""] * above + [shape] + [""] * below
    parsed = read("\n".join([*LINES[:at], *added, *LINES[at:]]))
    assert_whole(parsed)
    assert any(MARKER in text for text in texts_of(as_json(parsed)))


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    assert normalised(normalised(text)) == normalised(text)


@given(st.text())
def test_line_ends_and_a_byte_order_mark_change_nothing(text):
    text = text.replace("\r", "").replace("\0", "").replace("\ufeff", "")
    plain = as_json(parse(read_plain_text(text.encode())))
    dressed = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert as_json(parse(read_plain_text(dressed))) == plain


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        lines = read_plain_text(data)
    except UnreadableManuscript:
        return
    assert_whole(parse(lines))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "”“" * 500_000,
        "📚" * 1_000_000,
        "👉 " * 500_000,
        "#" * 1_000_000,
        "Q1: " * 250_000,
        ": a" * 333_333,
        "https://" * 125_000,
        "橋" * 1_000_000,
        "e" + "\u0301\u0323" * 500_000,
        "1898: The Stone\n" + "is now said that " * 60_000,
        "📚 Build!\n" * 10_000,
        "1898: The Stone\n\n" * 10_000,
    ],
    ids=lambda text: ascii(text[:10]),
)
def test_a_megabyte_takes_time_in_proportion_to_its_length(text):
    start = time.process_time()
    assert_whole(read(text))
    assert time.process_time() - start < 20  # the square of a million would take hours
