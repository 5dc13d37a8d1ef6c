import pytest

from newsroom.publishing.audit import AuditEntry
from tests.factories import published, recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, told, url

pytestmark = pytest.mark.django_db

LIST = "/admin/pieces/piece/"


def piece_by(user, title: str) -> Piece:
    piece = Piece.objects.create(title=title, slug=title.lower())
    recorded(piece, user)
    return piece


def selected(*pieces: Piece, **fields):
    chosen = [piece.pk for piece in pieces]
    return {"action": "delete_selected", "_selected_action": chosen, **fields}


def test_a_draft_is_deleted_with_its_history_by_whoever_began_it(writer):
    piece = piece_by(writer, "Bridges")
    client = at_the_desk(writer)
    assert "Bridges" in client.get(url(piece, "delete")).content.decode()
    response = client.post(url(piece, "delete"), {"post": "yes"}, follow=True)
    assert not Piece.objects.exists()
    assert AuditEntry.objects.filter(action="delete", by="wren").exists()
    assert len(told(response)) == 1


def test_what_was_public_cannot_be_deleted(editor, admin):
    piece = piece_by(editor, "Bridges")
    published(piece, by=editor)
    for user in (editor, admin):
        client = at_the_desk(user)
        assert client.get(url(piece, "delete")).status_code == 403
        assert client.post(url(piece, "delete"), {"post": "yes"}).status_code == 403
    assert Piece.objects.exists()


def test_what_is_still_used_says_where(editor):
    note = Note.objects.create(title="A note")
    recorded(note, editor)
    holder = Piece.objects.create(title="The holder", slug="holder")
    Shown.objects.create(piece=holder, part=note)
    response = at_the_desk(editor).post(url(note, "delete"), {"post": "yes"})
    assert response.status_code == 200
    assert "Shown object" in response.content.decode()
    assert Note.objects.exists()


def test_several_are_deleted_after_a_question_with_a_result_for_each(writer, editor):
    own, live = piece_by(writer, "Own"), piece_by(editor, "Live")
    published(live, by=editor)
    client = at_the_desk(editor)
    question = client.post(LIST, selected(own, live))
    assert "Own" in question.content.decode()
    assert Piece.objects.count() == 2
    response = client.post(LIST, selected(own, live, post="yes"), follow=True)
    assert [message.partition(":")[0] for message in told(response)] == ["Live", "Own"]
    assert list(Piece.objects.all()) == [live]


def test_a_writer_deletes_own_drafts_alone(writer, editor):
    own, other = piece_by(writer, "Own"), piece_by(editor, "Other")
    client = at_the_desk(writer)
    assert client.post(url(other, "delete"), {"post": "yes"}).status_code == 403
    response = client.post(LIST, selected(own, other, post="yes"), follow=True)
    assert "Other: This draft belongs to somebody else." in told(response)[0]
    assert list(Piece.objects.all()) == [other]


def test_who_may_not_delete_is_not_offered_to(moderator, writer):
    piece = piece_by(writer, "Bridges")
    client = at_the_desk(moderator)
    assert "delete_selected" not in client.get(LIST).content.decode()
    client.post(LIST, selected(piece, post="yes"))
    assert Piece.objects.exists()
