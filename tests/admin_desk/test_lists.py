import contextlib
import datetime as dt
import itertools
from collections import Counter

import pytest
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change
from newsroom.publishing.refusals import Refused
from newsroom.publishing.reviews import Decision
from newsroom.publishing.revisions import head_of
from newsroom.publishing.status import Status, status_of
from tests.factories import published, recorded
from tests.pieces.models import Note, Piece

from .desk import at_the_desk

pytestmark = pytest.mark.django_db

LIST = "/admin/pieces/piece/"


def piece_by(user, title: str, **fields) -> Piece:
    piece = Piece.objects.create(title=title, slug=title.lower(), **fields)
    recorded(piece, user)
    return piece


def titles(response) -> list[str]:
    return [piece.title for piece in response.context["cl"].result_list]


@pytest.fixture
def one_of_each(writer, editor) -> None:
    """A piece in each status, named after it."""
    by_status = {status: piece_by(writer, status.name) for status in Status}

    def decided(status, decision):
        review = lifecycle.submit(revision=head_of(by_status[status]), by=writer)
        lifecycle.decide(review=review, decision=decision, by=editor, reason="Because.")

    lifecycle.submit(revision=head_of(by_status[Status.SUBMITTED]), by=writer)
    decided(Status.APPROVED, Decision.APPROVED)
    decided(Status.SENT_BACK, Decision.SENT_BACK)
    decided(Status.REJECTED, Decision.REJECTED)
    now = timezone.now()
    published(by_status[Status.SCHEDULED], by=editor, opens=now + dt.timedelta(days=1))
    published(by_status[Status.LIVE], by=editor)
    published(edited := by_status[Status.EDITED], by=editor)
    edited.text = "Edited."
    edited.save()
    recorded(edited, writer)
    long_ago = {"at": now - dt.timedelta(days=2), "ends": now - dt.timedelta(days=1)}
    published(by_status[Status.ENDED], by=editor, **long_ago)
    published(by_status[Status.WITHDRAWN], by=editor)
    lifecycle.withdraw(content=by_status[Status.WITHDRAWN], reason="Because.", by=editor)


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize("status", Status)
def test_the_filter_finds_what_the_column_says(status, editor):
    response = at_the_desk(editor).get(LIST, {"standing": status})
    assert titles(response) == [status.name]
    assert f'badge-{status}">{status.label}<' in response.content.decode()


def test_the_filter_agrees_with_the_column_after_any_history(writer, editor):
    """The column is worked out in Python, the filter by the database: no history parts them."""
    for number, steps in enumerate(itertools.product(STEPS, repeat=2)):
        piece = piece_by(writer, f"Piece {number}")
        for step in steps:
            take(step, piece, writer, editor)
    contents = Piece.objects.with_status(timezone.now())
    column = Counter(status_of(piece) for piece in contents)
    client = at_the_desk(editor)
    found = {status: client.get(LIST, {"standing": status}) for status in Status}
    for status, response in found.items():
        assert response.context["cl"].result_count == column[status]
        assert {status_of(piece) for piece in response.context["cl"].result_list} <= {status}
    assert set(column) == set(Status)


STEPS = (
    "edit",
    "submit",
    "approve",
    "send back",
    "reject",
    "publish",
    "schedule",
    "end",
    "withdraw",
)


def take(step: str, piece: Piece, writer, editor) -> None:
    """The step, or nothing where it is refused just now."""
    now, head = timezone.now(), head_of(piece)
    with contextlib.suppress(Refused):
        if step == "edit":
            piece.text += "!"
            piece.save()
            recorded(piece, writer)
        elif step == "submit":
            lifecycle.submit(revision=head, by=writer)
        elif step in DECISIONS:
            review = lifecycle.submit(revision=head, by=writer)
            lifecycle.decide(review=review, decision=DECISIONS[step], by=editor, reason="So.")
        elif step == "publish":
            lifecycle.publish(revision=head, by=editor, change=Change.UPDATE)
        elif step == "schedule":
            ahead = now + dt.timedelta(days=1)
            lifecycle.publish(revision=head, by=editor, change=Change.UPDATE, opens=ahead)
        elif step == "end":
            short = {"at": now - dt.timedelta(hours=2), "ends": now - dt.timedelta(hours=1)}
            lifecycle.publish(revision=head, by=editor, change=Change.UPDATE, **short)
        else:
            lifecycle.withdraw(content=piece, reason="So.", by=editor)


DECISIONS = {
    "approve": Decision.APPROVED,
    "send back": Decision.SENT_BACK,
    "reject": Decision.REJECTED,
}


@pytest.mark.usefixtures("one_of_each")
def test_the_filter_counts_on_request(editor):
    page = at_the_desk(editor).get(LIST, {"_facets": "True"}).content.decode()
    assert "Ended (1)" in page


def test_what_was_saved_last_comes_first(writer, editor):
    old, new = piece_by(writer, "Old"), piece_by(writer, "New")
    response = at_the_desk(editor).get(LIST)
    assert titles(response) == ["New", "Old"]
    old.text = "Saved again."
    old.save()
    recorded(old, editor)
    assert titles(at_the_desk(editor).get(LIST)) == ["Old", "New"]
    assert new.pk > old.pk


def test_a_search_finds_titles_and_a_language_can_be_chosen(writer):
    piece_by(writer, "Bridges")
    piece_by(writer, "橋", language="ja")
    client = at_the_desk(writer)
    assert titles(client.get(LIST, {"q": "bridge"})) == ["Bridges"]
    assert titles(client.get(LIST, {"language": "ja"})) == ["橋"]


def test_a_kind_in_every_language_has_no_column_or_filter_for_it(writer):
    note = Note.objects.create(title="A note")
    recorded(note, writer)
    page = at_the_desk(writer).get("/admin/pieces/note/").content.decode()
    assert "column-standing" in page
    assert "column-language" not in page
    assert "language" not in page


def test_everybody_sees_everything(writer, editor, moderator, admin):
    piece_by(writer, "By the writer")
    piece_by(editor, "By the editor")
    for user in (writer, editor, moderator, admin):
        assert len(titles(at_the_desk(user).get(LIST))) == 2


@pytest.mark.parametrize("role", ["writer", "editor", "admin"])
def test_fifty_rows_take_as_many_queries_as_one(
    role, request, writer, editor, django_assert_num_queries, django_assert_max_num_queries
):
    client = at_the_desk(request.getfixturevalue(role))
    piece_by(writer, "Piece")
    with django_assert_max_num_queries(13) as one:
        client.get(LIST)
    for number in range(49):
        piece = piece_by(writer if number % 2 else editor, f"Piece {number}")
        if number % 3 == 0:
            published(piece, by=editor)
    with django_assert_num_queries(len(one.captured_queries)):
        response = client.get(LIST)
    assert len(titles(response)) == 50
