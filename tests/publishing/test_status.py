"""Where a content stands, in words."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.reviews import Decision
from newsroom.publishing.revisions import Revision
from newsroom.publishing.status import Status, status_of
from tests.factories import approved
from tests.pieces.models import Piece
from tests.publishing.making import changed, live_piece, make_note, make_piece
from tests.publishing.moments import hour

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def standing(content: Content, at: float) -> Status:
    return status_of(type(content).objects.with_status(hour(at)).get(pk=content.pk))


@pytest.fixture
def note(editor: User) -> Revision:
    return lifecycle.record(content=make_note(), by=editor, at=hour(1))


def decided(revision: Revision, decision: Decision, by: User, at: float) -> None:
    review = lifecycle.submit(revision=revision, by=revision.author, at=hour(at))
    lifecycle.decide(review=review, decision=decision, reason="So.", by=by, at=hour(at))


def test_a_draft_goes_through_its_review(note: Revision, editor: User, moderator: User) -> None:
    content = make_note()
    assert standing(content, 1) == Status.DRAFT
    revision = lifecycle.record(content=content, by=editor, at=hour(1))
    assert standing(content, 1) == Status.DRAFT
    review = lifecycle.submit(revision=revision, by=editor, at=hour(2))
    assert standing(content, 2) == Status.SUBMITTED
    lifecycle.decide(
        review=review, decision=Decision.SENT_BACK, reason="Date?", by=moderator, at=hour(3)
    )
    assert standing(content, 3) == Status.SENT_BACK
    again = changed(content, "With a date", editor, 4)
    assert standing(content, 4) == Status.DRAFT
    decided(again, Decision.REJECTED, moderator, 5)
    assert standing(content, 5) == Status.REJECTED
    decided(again, Decision.APPROVED, moderator, 6)
    assert standing(content, 6) == Status.APPROVED


def test_what_is_published_is_scheduled_live_edited_ended_or_withdrawn(editor: User) -> None:
    piece = make_piece()
    revision = lifecycle.record(content=piece, by=editor, at=hour(1))
    edition = lifecycle.publish(revision=revision, by=editor, at=hour(2), opens=hour(5))
    assert standing(piece, 3) == Status.SCHEDULED
    assert standing(piece, 5) == Status.LIVE
    changed(piece, "Edited", editor, 6)
    assert standing(piece, 6) == Status.EDITED
    lifecycle.set_end(edition=edition, ends=hour(9), by=editor, at=hour(7))
    assert standing(piece, 9) == Status.ENDED
    other, _edition = live_piece(editor, 1)
    lifecycle.withdraw(content=other, reason="Forged.", by=editor, at=hour(8))
    assert standing(other, 8) == Status.WITHDRAWN


def test_an_approval_from_before_does_not_hide_a_withdrawal(
    note: Revision, editor: User, moderator: User
) -> None:
    approved(note, moderator, at=hour(2))
    lifecycle.publish(revision=note, by=editor, at=hour(3))
    lifecycle.withdraw(content=note.content, reason="Check.", by=moderator, at=hour(4))
    content = Content.objects.with_status(hour(5)).get(pk=note.content_id)
    assert status_of(content) == Status.WITHDRAWN


def test_lists_cost_one_query_however_long(editor: User, django_assert_num_queries: object) -> None:
    for _number in range(3):
        live_piece(editor)
    with django_assert_num_queries(1):
        rows = list(Piece.objects.with_status(hour(5)))
        assert {status_of(row) for row in rows} == {Status.LIVE}
