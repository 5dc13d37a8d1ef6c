"""Every page about a content, for every role: who is let in, who is not, whoever forges a form."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Edition
from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import Role
from tests.cast import person
from tests.factories import published, recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, piece_form, url

pytestmark = pytest.mark.django_db

ROLES = ("writer", "other_writer", "editor", "moderator", "admin")
PIECES = {
    "change": {"writer", "other_writer", "editor", "moderator", "admin"},
    "history": {"writer", "other_writer", "editor", "moderator", "admin"},
    "found": {"writer", "other_writer", "editor", "moderator", "admin"},
    "publish": {"editor", "admin"},
    "withdraw": {"editor", "admin"},
    "end": {"editor", "admin"},
    "cancel": {"editor", "admin"},
    "review": {"editor", "admin"},
    "erase": {"admin"},
    "delete": {"writer", "editor", "admin"},
}
NOTES = {
    **PIECES,
    "publish": {"editor", "moderator", "admin"},
    "withdraw": {"moderator", "admin"},
    "end": {"moderator", "admin"},
    "cancel": {"editor", "moderator", "admin"},
    "review": {"moderator", "admin"},
    "delete": {"writer", "editor", "moderator", "admin"},
}


@pytest.fixture
def other_writer(db) -> User:
    return person("wanda", Role.WRITER)


@pytest.fixture
def piece(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="Words.")
    recorded(piece, writer)
    return piece


@pytest.fixture
def note(writer) -> Note:
    note = Note.objects.create(title="A note", slug="a-note", text="Words.")
    recorded(note, writer)
    return note


@pytest.mark.parametrize("role", ROLES)
def test_pages_about_a_piece_are_open_to_those_in_the_table(role, request, piece):
    client = at_the_desk(request.getfixturevalue(role))
    let_in = {page for page in PIECES if client.get(url(piece, page)).status_code == 200}
    assert let_in == {page for page, roles in PIECES.items() if role in roles}


@pytest.mark.parametrize("role", ROLES)
def test_pages_about_a_note_are_open_to_those_in_the_table(role, request, note):
    client = at_the_desk(request.getfixturevalue(role))
    let_in = {page for page in NOTES if client.get(url(note, page)).status_code == 200}
    assert let_in == {page for page, roles in NOTES.items() if role in roles}


@pytest.mark.parametrize("page", PIECES)
def test_who_is_not_signed_in_is_asked_to(page, client, piece):
    response = client.get(url(piece, page))
    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


@pytest.mark.parametrize("page", PIECES)
def test_what_does_not_exist_is_not_found(page, editor, piece):
    address = url(piece, page).replace(f"/{piece.pk}/", "/999/")
    assert at_the_desk(editor).get(address).status_code in {302, 404}


@pytest.mark.parametrize("role", ["writer", "other_writer", "moderator"])
def test_forged_steps_of_those_without_the_right_change_nothing(
    role, request, editor, writer, piece
):
    review = lifecycle.submit(revision=head_of(piece), by=writer)
    live = published(piece, by=editor)
    piece.text = "Later words."
    piece.save()
    recorded(piece, writer)
    ahead = timezone.now() + dt.timedelta(days=1)
    pending = published(piece, by=editor, change="update", opens=ahead)
    forged = {
        "publish": {"revision": 2, "change": "minor", "opens": "", "ends": ""},
        "withdraw": {"reason": "Forged."},
        "end": {"edition": live.pk, "ends": "2099-01-01T09:00"},
        "cancel": {"edition": pending.pk},
        "review": {"review": review.pk, "decision": "approved"},
        "erase": {"revisions": [live.revision_id], "reason": "Forged."},
    }
    before = everything()
    client = at_the_desk(request.getfixturevalue(role))
    for page, form in forged.items():
        assert client.post(url(piece, page), form).status_code == 403
    assert everything() == before


@pytest.mark.parametrize("role", ["other_writer", "moderator"])
def test_somebody_elses_draft_is_neither_changed_nor_restored_nor_deleted(
    role, request, writer, piece
):
    piece.text = "Later words."
    piece.save()
    recorded(piece, writer)
    before = everything()
    client = at_the_desk(request.getfixturevalue(role))
    form = piece_form(piece, text="Forged.", _continue="Save draft")
    assert client.post(url(piece), form).status_code == 403
    assert client.post(url(piece, "restore"), {"revision": 1}).status_code == 403
    assert client.post(url(piece, "delete"), {"post": "yes"}).status_code == 403
    assert everything() == before


def test_a_writer_adds_pieces_and_a_moderator_does_not(writer, moderator):
    add = "/admin/pieces/piece/add/"
    assert at_the_desk(writer).get(add).status_code == 200
    assert at_the_desk(moderator).get(add).status_code == 403


def test_a_part_that_one_may_not_publish_is_not_offered_and_stands_in_the_way(piece, note):
    Shown.objects.create(piece=piece, part=note)
    recorded(piece, editor := person("pia", Role.EDITOR))
    only_pieces = person("paul")
    permissions = Permission.objects.filter(codename__in=["view_piece", "publish_piece"])
    only_pieces.user_permissions.add(*permissions)

    def offered(user):
        return "parts" in at_the_desk(user).get(url(piece, "publish")).context["form"].fields

    assert offered(editor)
    assert not offered(only_pieces)
    page = at_the_desk(only_pieces).get(url(piece, "publish")).content.decode()
    assert "“A note” is not public." in page


def test_staff_who_lost_their_role_are_let_in_nowhere(writer, piece):
    writer.groups.clear()
    client = at_the_desk(writer)
    assert {client.get(url(piece, page)).status_code for page in PIECES} == {403}


def everything() -> list[object]:
    """All that steps write."""
    revisions = Revision.objects.order_by("pk").values_list("pk", "snapshot", "erased_at")
    editions = Edition.objects.order_by("pk").values_list("pk", "live_until", "withdrawn")
    reviews = Review.objects.order_by("pk").values_list("pk", "decision")
    pieces = Piece.objects.order_by("pk").values_list("pk", "text")
    return [*revisions, *editions, *reviews, *pieces]
