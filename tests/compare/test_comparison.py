"""Two snapshots of one content: which of its pieces changed, came, went or moved."""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Author
from newsroom.publishing.compare import Change, What, compare, outline, size
from newsroom.publishing.compare.matching import Move, moves_of, pairs_of
from newsroom.publishing.kinds import kind_named
from newsroom.publishing.topics import Topic

pytestmark = pytest.mark.django_db

ARTICLE = "article"
EMPTY = {
    "title": "",
    "slug": "",
    "language": "en",
    "original": None,
    "topics": [],
    "standfirst": "",
    "lead_image": None,
    "lead_image_shown": None,
    "blocks": [],
    "authors": [],
    "events": [],
    "questions": [],
    "citations": [],
}


def section(number: int | None, text: str = "", heading: str = "") -> dict:
    row = {"type": "section", "id": number, "region": "main", "ordering": 10}
    return {**row, "heading": heading, "subheading": "", "anchor": "", "text": f"<p>{text}</p>"}


def placed(kind: str, number: int | None, **fields) -> dict:
    return {"type": kind, "id": number, "region": "main", "ordering": 10, **fields}


def article(*blocks: dict, **fields) -> dict:
    return {**EMPTY, "blocks": list(blocks), **fields}


def changes(old: dict, new: dict) -> list[Change]:
    return compare(old, new, kind_named(ARTICLE)).changes


def brief(old: dict, new: dict) -> list[tuple[str, What, Move | None]]:
    return [(change.key, change.what, change.move) for change in changes(old, new)]


ONE, TWO, THREE = section(1, "One."), section(2, "Two."), section(3, "Three.")


def test_what_is_the_same_is_counted_and_not_told():
    same = article(ONE, TWO, title="Bridges")
    comparison = compare(same, same, kind_named(ARTICLE))
    assert comparison.changes == []
    assert comparison.unchanged == len(outline(same, kind_named(ARTICLE)))


def test_pieces_that_came_and_went_are_named_in_their_places():
    assert brief(article(ONE, TWO), article(ONE, THREE)) == [
        ("section:2", What.REMOVED, None),
        ("section:3", What.ADDED, None),
    ]


def test_what_went_first_is_told_first():
    assert brief(article(ONE, TWO), article(TWO, THREE)) == [
        ("section:1", What.REMOVED, None),
        ("section:3", What.ADDED, None),
    ]


def test_only_the_fewest_that_moved_are_named():
    four = section(4, "Four.")
    assert brief(article(ONE, TWO, THREE, four), article(four, ONE, TWO, THREE)) == [
        ("section:4", What.MOVED, Move(4, 1))
    ]
    assert brief(article(ONE, TWO, THREE), article(TWO, THREE, ONE)) == [
        ("section:1", What.MOVED, Move(1, 3))
    ]


def test_of_two_that_changed_places_one_moved():
    [(_key, what, move)] = brief(article(ONE, TWO), article(TWO, ONE))
    assert (what, move) in [(What.MOVED, Move(1, 2)), (What.MOVED, Move(2, 1))]


def test_what_others_made_room_for_did_not_move():
    new = [section(9, "New."), TWO, THREE]
    assert [found[0] for found in brief(article(ONE, TWO, THREE), article(*new))] == [
        "section:1",
        "section:9",
    ]


def test_a_block_may_move_and_change():
    old = article(section(1, "One is the first."), TWO, THREE)
    new = article(TWO, THREE, section(1, "One was the first."))
    assert brief(old, new) == [("section:1", What.CHANGED, Move(1, 3))]


def test_lists_have_places_of_their_own():
    rows = [{"id": number, "author": number, "position": number} for number in (1, 2)]
    found = brief(article(ONE, TWO, authors=rows), article(ONE, TWO, authors=rows[::-1]))
    assert len(found) == 1
    assert found[0][0].startswith("articleauthor:")


def test_a_revived_block_is_known_by_its_words():
    long = "Some words about the shuttle diplomacy of the two neighbours"
    other = "Nothing of what stands elsewhere is said in this one"
    old = article(section(1, long), section(2, other))
    new = article(section(7, other), section(8, f"{long} today"))
    found = brief(old, new)
    assert ("section:8", What.CHANGED) in [(key, what) for key, what, _move in found]
    assert not {What.ADDED, What.REMOVED} & {what for _key, what, _move in found}


def test_unsaved_blocks_are_known_by_their_words_too():
    assert brief(article(ONE, TWO), article(section(None, "One."), TWO)) == []


def test_blocks_of_equal_words_keep_their_order():
    twice = [section(1, "The same words."), section(2, "The same words.")]
    revived = [section(5, "The same words."), section(6, "The same words.")]
    assert brief(article(*twice), article(*revived)) == []


def test_a_block_never_becomes_one_of_another_type():
    found = brief(article(placed("timeline", 1)), article(placed("questions", 1)))
    assert [what for _key, what, _move in found] == [What.REMOVED, What.ADDED]


def test_what_is_not_much_alike_is_something_else():
    found = brief(
        article(section(1, "Of ships and sails.")), article(section(2, "On paper mills."))
    )
    assert [what for _key, what, _move in found] == [What.REMOVED, What.ADDED]


def test_a_change_of_format_alone_is_told():
    bold = {**section(1), "text": "<p>One <strong>two</strong>.</p>"}
    comparison = compare(article(section(1, "One two.")), article(bold), kind_named(ARTICLE))
    assert [change.is_reformatted for change in comparison.changes] == [True]
    assert (comparison.words_added, comparison.words_removed) == (0, 0)


def test_references_are_told_by_title_with_one_query_for_each_model():
    topics = [Topic.objects.create(name=f"Topic {n}", slug=f"topic-{n}") for n in range(30)]
    old = article(topics=[topic.pk for topic in topics[:2]])
    new = article(topics=[topic.pk for topic in topics[1:]])
    with CaptureQueriesContext(
        connection,
    ) as queries:
        [change] = changes(old, new)
    assert len(queries) == 1
    assert [run.text for run in change.lines[0].runs][:2] == ["Topic 0\n", "Topic 1"]


def test_two_things_of_one_title_are_two_things():
    one, other = (Author.objects.create(title="Kim Min-ji") for _number in range(2))
    rows = [{"id": 1, "author": author.pk} for author in (one, other)]
    [change] = changes(article(authors=rows[:1]), article(authors=rows[1:]))
    assert [run.fate for run in change.lines[0].runs] == ["removed", "added"]


def test_what_was_deleted_since_is_said_to_be():
    [change] = changes(article(topics=[999]), article())
    assert [run.text for run in change.lines[0].runs] == ["deleted since"]


def test_a_cited_source_that_a_text_names_at_a_place_is_told_by_its_title():
    shown = dict.fromkeys(("author", "publisher", "published_on", "language", "url"), "")
    shown |= {"title": "The treaty", "archived_url": "", "accessed_on": None}
    cited = [{"source": 7, "shown": shown}]
    noted = {**section(1), "text": '<p>Said.<span data-source="7"></span></p>'}
    before, after = article(section(1, "Said."), citations=cited), article(noted, citations=cited)
    [change] = changes(before, after)
    assert [run.note for run in change.lines[0].runs if run.note] == ["note: The treaty"]


def test_an_erased_text_says_nothing():
    assert compare({}, {}, kind_named(ARTICLE)).changes == []
    first = compare({}, article(ONE, title="Bridges"), kind_named(ARTICLE))
    assert {change.what for change in first.changes} == {What.ADDED}
    assert first.words_added == 2


ROWS = st.lists(st.integers(1, 9), max_size=8, unique=True)
SOME = st.sampled_from(["", "one two", "one two three", "東京で 会った", "three", "<b>one</b> two"])


@st.composite
def drafts(draw):
    numbers = [number if draw(st.booleans()) else None for number in draw(ROWS)]
    blocks = [section(number, draw(SOME), draw(SOME)) for number in numbers]
    return article(*blocks, title=draw(SOME), standfirst=draw(SOME))


@given(drafts(), drafts())
def test_the_size_of_a_change_is_what_its_runs_say(old, new):
    comparison = compare(old, new, kind_named(ARTICLE))
    found = (comparison.words_added, comparison.words_removed)
    assert found == size(old, new, kind_named(ARTICLE))


@given(drafts(), drafts())
def test_every_block_of_both_sides_is_told_or_counted_once(old, new):
    comparison = compare(old, new, kind_named(ARTICLE))
    keys = [change.key for change in comparison.changes]
    whats = [change.what for change in comparison.changes]
    gone, came = whats.count(What.REMOVED), whats.count(What.ADDED)
    assert len(old["blocks"]) - gone + came == len(new["blocks"])
    assert len(keys) + comparison.unchanged == len(outline(new, kind_named(ARTICLE))) + gone


@given(drafts(), drafts())
def test_moves_put_the_old_order_into_the_new_one(old, new):
    """Those that did not move stand in the same order before and after."""
    before, after = outline(old, kind_named(ARTICLE)), outline(new, kind_named(ARTICLE))
    pairs = pairs_of(before, after)
    moves = moves_of(before, pairs)
    stayed = [
        pair.old.key
        for pair in pairs
        if pair.old and pair.new and pair.new.is_block and pair.new.key not in moves
    ]
    assert stayed == [piece.key for piece in before if piece.key in stayed]


def test_the_page_says_in_words_what_it_shows_in_colour():
    old = article(section(1, "One two three.", "Why"), TWO, THREE)
    new = article(THREE, section(1, "One 2 three.", "Why"))
    comparison = compare(old, new, kind_named(ARTICLE))
    page = render_to_string("admin/publishing/comparison.html", {"comparison": comparison})
    assert "<h3>\nSection: Why" in page
    assert '<ins><span class="visually-hidden">[added: </span>2' in page
    assert '<del><span class="visually-hidden">[removed: </span>two' in page
    assert "Removed" in page
    assert "Moved from place" in page
    assert '<div class="runs" lang="en">' in page


def test_what_somebody_wrote_is_escaped():
    comparison = compare(article(), article(title="<script>alert(1)</script>"), kind_named(ARTICLE))
    page = render_to_string("admin/publishing/comparison.html", {"comparison": comparison})
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
