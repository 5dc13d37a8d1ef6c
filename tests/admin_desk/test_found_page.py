"""Writers hear what has to be settled when they submit, and read it on a page of its own."""

from __future__ import annotations

import pytest

from newsroom.publishing import lifecycle
from newsroom.publishing.revisions import head_of
from tests.factories import recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, note_form, piece_form, told, url

pytestmark = pytest.mark.django_db


def found_in(page) -> dict[str, list[str]]:
    return {str(g.about): [row.finding.code for row in g.rows] for g in page.context["groups"]}


def submit(user, content, form):
    return at_the_desk(user).post(url(content), {**form, "_submit": "Submit"}, follow=True)


def test_who_submits_is_told_how_much_must_be_settled_and_where_it_is_listed(writer):
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="[block] [warn]")
    recorded(piece, writer)
    link = f'<a href="{url(piece, "found")}">What was found</a>'
    said = told(submit(writer, piece, piece_form(piece)))
    assert f"1 finding must be settled before it can be published. {link}" in said
    page = at_the_desk(writer).get(url(piece, "found"))
    assert found_in(page) == {"Bridges": ["block", "warn"]}
    assert "The text says block." in page.content.decode()


def test_parts_count_and_the_approval_that_was_just_asked_for_does_not(writer):
    note = Note.objects.create(title="A note", slug="a-note", text="[block]")
    recorded(note, writer)
    assert any("1 finding must" in text for text in told(submit(writer, note, note_form(note))))
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    Shown.objects.create(piece=piece, part=note)
    recorded(piece, writer)
    assert any("3 findings must" in text for text in told(submit(writer, piece, piece_form(piece))))
    page = at_the_desk(writer).get(url(piece, "found"))
    assert found_in(page) == {
        "Bridges": ["part_not_public"],
        "A note": ["block", "waits_for_decision"],
    }


def test_nothing_is_said_where_nothing_must_be_settled(writer):
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="[warn]")
    recorded(piece, writer)
    assert not any(
        "must be settled" in text for text in told(submit(writer, piece, piece_form(piece)))
    )


def test_the_draft_links_to_what_was_found(writer, moderator):
    note = Note.objects.create(title="A note", slug="a-note")
    assert f'href="{url(note, "found")}"' not in at_the_desk(writer).get(url(note)).content.decode()
    page = at_the_desk(writer).get(url(note, "found")).content.decode()
    assert "Nothing was saved yet." in page
    recorded(note, writer)
    for user in (writer, moderator):
        assert f'href="{url(note, "found")}"' in at_the_desk(user).get(url(note)).content.decode()
    page = at_the_desk(writer).get(url(note, "found")).content.decode()
    assert "Nothing stands in the way." in page


def test_the_page_speaks_of_the_newest_revision(writer):
    note = Note.objects.create(title="A note", slug="a-note", text="[block]")
    lifecycle.submit(revision=recorded(note, writer), by=writer)
    note.text = "Settled."
    note.save()
    recorded(note, writer)
    assert head_of(note).number == 2
    assert found_in(at_the_desk(writer).get(url(note, "found"))) == {}
