from dataclasses import replace

from django.utils.functional import Promise

from manuscripts.ledger import Dropped, Ledger, Row, ledger_rows, unplaced
from manuscripts.lines import Line
from manuscripts.places import Place

from .bridge import BRIDGE, read


def rows():
    return {row.number: row for row in ledger_rows(read(BRIDGE))}


def test_a_row_shows_the_line_as_written_and_its_place_in_words():
    assert rows()[1].raw == "Introduction: Joining Aldwick And Berrow"
    assert rows()[1].place == "Title"
    assert rows()[3].place == "Introduction: paragraph 1"
    assert rows()[10].place == "Section 1: heading, subheading"
    assert rows()[12].place == "Section 1: paragraph 1"
    assert rows()[5].place == ""
    assert rows()[5].reason == "It repeats the title."


def test_a_row_names_its_places_as_paths_into_the_tree():
    assert rows()[10].paths == ("sections[0].heading", "sections[0].subheading")
    places = [row.place for row in rows().values()]
    assert "Quote 2: honorific, speaker, organisation, text" in places
    assert "Promo: item 3" in places
    assert "Promo: urging line" in places
    assert "Event 2: date, headline" in places
    assert "Question 2: paragraph 1" in places
    assert "Heading of the questions" in places
    assert "Follow line: text" in places


def test_marks_that_are_dropped_are_recorded():
    pieces = {row.line.number: row.pieces for row in read(BRIDGE).ledger.rows}
    assert pieces[1][0] == Dropped("Introduction: ")
    assert pieces[10][1] == Dropped(": ")
    bullets = [row for row in pieces.values() if row[0] == Dropped("• ")]
    assert len(bullets) == 3


def test_all_places_in_order_give_back_the_source():
    parsed = read(BRIDGE)
    source = [" ".join(line.split()) for line in BRIDGE.split("\n") if line.strip()]
    assert list(parsed.ledger.rebuild(parsed.manuscript)) == source


def test_a_text_lost_from_the_tree_leaves_its_lines_unaccounted_for():
    parsed = read(BRIDGE)
    for lossy in (
        replace(parsed.manuscript, title="Another"),
        replace(parsed.manuscript, quotes=parsed.manuscript.quotes[:1]),
        replace(parsed.manuscript, follow=None),
    ):
        assert replace(parsed, manuscript=lossy).lines_accounted == parsed.lines_total - 1


def test_a_row_needs_a_place_or_a_reason_and_not_both():
    manuscript = read(BRIDGE).manuscript
    line = Line(1, manuscript.title)
    assert Row(line, (Place(("title",)),)).is_accounted_for(manuscript)
    assert unplaced(line, "No room.").is_accounted_for(manuscript)
    assert not Row(line, (Dropped(line.text),)).is_accounted_for(manuscript)
    assert not Row(line).is_accounted_for(manuscript)
    assert not Row(line, (Place(("title",)),), "No room.").is_accounted_for(manuscript)


def test_a_line_that_no_reader_took_would_count_as_unaccounted_for():
    parsed = read(BRIDGE)
    forgotten = Ledger((*parsed.ledger.rows, Row(Line(99, "Forgotten"))))
    assert replace(parsed, ledger=forgotten).lines_accounted == parsed.lines_accounted
    assert replace(parsed, ledger=forgotten).lines_total == parsed.lines_total + 1


def test_reasons_are_given_in_the_readers_language():
    (left_over,) = read(BRIDGE).ledger.unplaced()
    assert isinstance(left_over.reason, Promise)
