"""The table of who may do what, as the design has it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser, User

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change
from newsroom.publishing.refusals import NotAllowed
from newsroom.publishing.reviews import Decision
from newsroom.publishing.rights import Right, may, may_write
from tests.pieces.models import Note, Piece
from tests.publishing.making import changed, live_note, live_piece, make_note, make_piece
from tests.publishing.moments import hour

pytestmark = pytest.mark.django_db

EVERYTHING = set(Right)
OWN = {Right.VIEW, Right.ADD, Right.WRITE, Right.SUBMIT, Right.DELETE}
TABLE = {
    ("writer", Piece): OWN,
    ("writer", Note): OWN,
    ("editor", Piece): EVERYTHING,
    ("editor", Note): EVERYTHING - {Right.DECIDE, Right.WITHDRAW},
    ("moderator", Piece): {Right.VIEW},
    ("moderator", Note): EVERYTHING,
    ("admin", Piece): EVERYTHING,
    ("admin", Note): EVERYTHING,
    ("reader", Piece): set(),
    ("reader", Note): set(),
}


@pytest.fixture
def cast(request: pytest.FixtureRequest) -> Callable[[str], User]:
    return request.getfixturevalue


@pytest.mark.parametrize(("role", "model"), TABLE)
def test_a_role_has_exactly_its_rights(role: str, model: type, cast: Callable[[str], User]) -> None:
    user = cast(role)
    assert {right for right in Right if may(user, right, model)} == TABLE[role, model]


def test_a_disabled_account_may_nothing(editor: User) -> None:
    editor.is_active = False
    editor.save()
    assert not any(may(editor, right, Piece) for right in Right)


def test_writers_write_what_they_began_and_nothing_else(writer: User, editor: User) -> None:
    own, others = make_piece(), make_piece()
    lifecycle.record(content=own, by=writer, at=hour(1))
    lifecycle.record(content=others, by=editor, at=hour(1))
    assert may_write(writer, own)
    assert not may_write(writer, others)
    assert may_write(editor, own)
    with pytest.raises(NotAllowed, match="somebody else"):
        lifecycle.record(content=others, by=writer, at=hour(2))
    with pytest.raises(NotAllowed):
        lifecycle.claim_version(content=others, expected=0, by=writer)


STEPS = {
    "record": lambda p, by: lifecycle.record(content=p.content, by=by, at=hour(9)),
    "restore": lambda p, by: lifecycle.restore(revision=p.revision, by=by, at=hour(9)),
    "submit": lambda p, by: lifecycle.submit(revision=p.revision, by=by, at=hour(9)),
    "publish": lambda p, by: lifecycle.publish(
        revision=p.revision, by=by, at=hour(9), change=Change.MINOR
    ),
    "withdraw": lambda p, by: lifecycle.withdraw(
        content=p.content, reason="Wrong.", by=by, at=hour(9)
    ),
    "set_end": lambda p, by: lifecycle.set_end(edition=p, ends=hour(20), by=by, at=hour(9)),
}
MAY = {
    ("writer", "piece"): set(),
    ("writer", "note"): {"record", "restore", "submit"},
    ("moderator", "piece"): set(),
    ("moderator", "note"): set(STEPS),
    ("editor", "piece"): set(STEPS),
    ("editor", "note"): set(STEPS) - {"withdraw", "set_end"},
    ("admin", "piece"): set(STEPS),
    ("admin", "note"): set(STEPS),
    ("reader", "piece"): set(),
    ("reader", "note"): set(),
}


@pytest.mark.parametrize(("role", "kind"), MAY)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_checks_the_right_itself(
    role: str, kind: str, step: str, cast: Callable[[str], User]
) -> None:
    """The piece was begun by the editor, the note by the writer; both are live."""
    if kind == "piece":
        _content, edition = live_piece(cast("editor"))
    else:
        _content, edition = live_note(cast("writer"), cast("moderator"))
    user = AnonymousUser() if role == "reader" else cast(role)
    if step in MAY[role, kind]:
        STEPS[step](edition, user)
    else:
        with pytest.raises(NotAllowed):
            STEPS[step](edition, user)


@pytest.mark.parametrize("author", ["writer", "editor", "moderator", "admin"])
def test_nobody_decides_on_a_revision_of_their_own(
    author: str, cast: Callable[[str], User]
) -> None:
    by = cast(author)
    note = make_note()
    revision = lifecycle.record(content=note, by=by, at=hour(1))
    review = lifecycle.submit(revision=revision, by=by, at=hour(2))
    with pytest.raises(NotAllowed):
        lifecycle.decide(review=review, decision=Decision.APPROVED, by=by, at=hour(3))
    review.refresh_from_db()
    assert review.decision == ""


def test_editors_write_quotes_but_moderators_decide_on_them(
    editor: User, writer: User, moderator: User
) -> None:
    revision = lifecycle.record(content=make_note(), by=writer, at=hour(1))
    review = lifecycle.submit(revision=revision, by=writer, at=hour(2))
    with pytest.raises(NotAllowed):
        lifecycle.decide(review=review, decision=Decision.APPROVED, by=editor, at=hour(3))
    lifecycle.decide(review=review, decision=Decision.APPROVED, by=moderator, at=hour(3))


def test_erasing_is_for_admins(editor: User, moderator: User, admin: User) -> None:
    piece, edition = live_piece(editor)
    revision = changed(piece, "Second", editor, 2)
    lifecycle.publish(revision=revision, by=editor, at=hour(3), change=Change.UPDATE)
    for by in (editor, moderator):
        with pytest.raises(NotAllowed, match="admin"):
            lifecycle.erase(revisions=[edition.revision], reason="Law", by=by, at=hour(4))
    lifecycle.erase(revisions=[edition.revision], reason="Law", by=admin, at=hour(4))
    edition.revision.refresh_from_db()
    assert edition.revision.snapshot == {}


def test_topics_are_for_editors(writer: User, editor: User) -> None:
    from newsroom.publishing.topics import Topic

    with pytest.raises(NotAllowed):
        lifecycle.save_topic(topic=Topic(name="Trade", slug="trade"), by=writer)
    lifecycle.save_topic(topic=Topic(name="Trade", slug="trade"), by=editor)
    with pytest.raises(NotAllowed):
        lifecycle.delete_topic(topic=Topic.objects.get(), by=writer)
