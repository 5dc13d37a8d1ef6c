"""What is scheduled is moved: with all that was scheduled for its sake, or not at all."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.addresses import Address
from newsroom.publishing.audit import AuditEntry, first_broken_entry
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.findings import Acknowledgement
from newsroom.publishing.refusals import Blocked, Impossible, NotAllowed
from newsroom.publishing.uses import scheduled_with
from tests.factories import approved
from tests.publishing.making import changed, live_piece, make_note, make_piece
from tests.publishing.moments import hour

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def scheduled(
    content: Content, by: User, at: float = 2, opens: float = 9, **how: object
) -> Edition:
    revision = lifecycle.record(content=content, by=by, at=hour(1))
    return lifecycle.publish(revision=revision, by=by, at=hour(at), opens=hour(opens), **how)


def opening(content: Content) -> list[object]:
    editions = Edition.objects.filter(content=content.pk).order_by("live_from")
    return list(editions.values_list("live_from", flat=True))


def test_a_moved_edition_opens_at_its_new_moment_and_keeps_the_rest(editor: User) -> None:
    piece, live = live_piece(editor)
    revision = changed(piece, "Second", editor, 2)
    old = lifecycle.publish(
        revision=revision,
        by=editor,
        at=hour(2),
        opens=hour(9),
        change=Change.CORRECTION,
        note="It said 1964.",
    )
    moved = lifecycle.reschedule(edition=old, opens=hour(20), ends=hour(30), by=editor, at=hour(3))
    live.refresh_from_db()
    assert live.live_until == moved.live_from == hour(20)
    assert (moved.revision, moved.change, moved.note) == (revision, "correction", "It said 1964.")
    assert moved.live_until == hour(30)
    assert Address.objects.filter(content=piece, path=moved.path).exists()


def test_what_is_moved_can_open_now_and_say_something_else(editor: User) -> None:
    piece, _live = live_piece(editor)
    revision = changed(piece, "Second", editor, 2)
    old = lifecycle.publish(
        revision=revision, by=editor, at=hour(2), opens=hour(9), change=Change.MINOR
    )
    now = lifecycle.reschedule(
        edition=old, opens=None, ends=None, by=editor, at=hour(3), change=Change.UPDATE, note="New."
    )
    assert now.is_live(hour(3))
    assert (now.change, now.note) == (Change.UPDATE, "New.")


def test_a_correction_cannot_lose_its_note_on_the_way(editor: User) -> None:
    piece, _live = live_piece(editor)
    revision = changed(piece, "Second", editor, 2)
    old = lifecycle.publish(
        revision=revision, by=editor, at=hour(2), opens=hour(9), change=Change.MINOR
    )
    with pytest.raises(Impossible, match="owes readers a note"):
        lifecycle.reschedule(
            edition=old, opens=hour(8), ends=None, by=editor, at=hour(3), change=Change.CORRECTION
        )
    assert opening(piece) == [hour(1), hour(9)]


def test_the_audit_says_from_when_to_when(editor: User) -> None:
    edition = scheduled(make_piece(), editor)
    lifecycle.reschedule(edition=edition, opens=hour(11), ends=None, by=editor, at=hour(3))
    entry = AuditEntry.objects.order_by("number").last()
    assert entry.action == "reschedule"
    assert entry.details["opened"].startswith("2026-01-01T09:00")
    assert entry.details["opens"].startswith("2026-01-01T11:00")
    assert first_broken_entry() is None


def test_whoever_comes_second_is_told_to_look_again(editor: User, admin: User) -> None:
    edition = scheduled(make_piece(), editor)
    lifecycle.reschedule(edition=edition, opens=hour(11), ends=None, by=editor, at=hour(3))
    for step in (
        lambda: lifecycle.reschedule(
            edition=edition, opens=hour(12), ends=None, by=admin, at=hour(4)
        ),
        lambda: lifecycle.cancel(edition=edition, by=admin, at=hour(4)),
        lambda: lifecycle.set_end(edition=edition, ends=hour(20), by=admin, at=hour(4)),
    ):
        with pytest.raises(Impossible, match="in the meantime"):
            step()


@pytest.mark.parametrize(
    ("opens", "ends", "words"),
    [(2.5, None, "has passed"), (12, 11, "end before it opens"), (1, None, "has passed")],
)
def test_moments_that_make_no_sense_are_refused(
    opens: float, ends: float | None, words: str, editor: User
) -> None:
    edition = scheduled(make_piece(), editor)
    with pytest.raises(Impossible, match=words):
        lifecycle.reschedule(
            edition=edition,
            opens=hour(opens),
            ends=ends and hour(ends),
            by=editor,
            at=hour(3),
        )
    assert Edition.objects.get().live_from == hour(9)


def test_what_is_public_already_is_not_moved(editor: User) -> None:
    _piece, live = live_piece(editor)
    with pytest.raises(Impossible, match="public already"):
        lifecycle.reschedule(edition=live, opens=hour(9), ends=None, by=editor, at=hour(3))


def test_parts_scheduled_with_it_move_with_it(editor: User, moderator: User) -> None:
    note = make_note()
    part = make_piece(shows=(note,))
    whole = make_piece(shows=(part,))
    notes, parts, wholes = (
        lifecycle.record(content=content, by=editor, at=hour(1)) for content in (note, part, whole)
    )
    approved(notes, moderator, at=hour(2))
    edition = lifecycle.publish(
        revision=wholes, by=editor, at=hour(3), opens=hour(9), with_parts=[notes, parts]
    )
    assert {each.content_id for each in scheduled_with(edition)} == {note.pk, part.pk}
    for number, opens in enumerate((6, 30), start=4):
        edition = lifecycle.reschedule(
            edition=edition, opens=hour(opens), ends=None, by=editor, at=hour(number)
        )
        assert [opening(content) for content in (note, part, whole)] == [[hour(opens)]] * 3


def test_a_part_that_another_page_shows_stays(editor: User) -> None:
    part = make_piece()
    parts = lifecycle.record(content=part, by=editor, at=hour(1))
    first = scheduled(make_piece(shows=(part,)), editor, with_parts=[parts])
    other = scheduled(make_piece(shows=(part,)), editor, at=2.5)
    assert scheduled_with(first) == []
    lifecycle.reschedule(edition=first, opens=hour(20), ends=None, by=editor, at=hour(3))
    assert opening(part) == [hour(9)]
    with pytest.raises(Blocked, match="is not public"):
        lifecycle.reschedule(edition=other, opens=hour(8), ends=None, by=editor, at=hour(4))
    assert opening(other.content) == [hour(9)]


def test_translations_scheduled_for_the_same_moment_move_too(editor: User) -> None:
    original = make_piece()
    first = scheduled(original, editor)
    translation = make_piece(language="ja", original=original)
    scheduled(translation, editor, at=3, ends=hour(20))
    moved = lifecycle.reschedule(edition=first, opens=hour(12), ends=None, by=editor, at=hour(4))
    assert opening(original) == opening(translation) == [hour(12)]
    lifecycle.reschedule(edition=moved, opens=hour(6), ends=hour(15), by=editor, at=hour(5))
    assert opening(original) == opening(translation) == [hour(6)]
    assert Edition.objects.get(content=translation).live_until == hour(15)


def test_a_translation_scheduled_for_later_stays_within_its_original(editor: User) -> None:
    original = make_piece()
    first = scheduled(original, editor)
    translation = make_piece(language="ja", original=original)
    scheduled(translation, editor, at=3, opens=10)
    moved = lifecycle.reschedule(edition=first, opens=hour(8), ends=None, by=editor, at=hour(4))
    assert opening(translation) == [hour(10)]
    lifecycle.reschedule(edition=moved, opens=hour(12), ends=None, by=editor, at=hour(5))
    assert opening(translation) == []


def test_nobody_moves_what_they_may_not_publish(editor: User, moderator: User) -> None:
    edition = scheduled(make_piece(), editor)
    with pytest.raises(NotAllowed):
        lifecycle.reschedule(edition=edition, opens=hour(10), ends=None, by=moderator, at=hour(3))
    assert Edition.objects.get().live_from == hour(9)


def test_a_warning_of_the_new_moment_waits_for_a_reason(editor: User) -> None:
    edition = scheduled(make_piece(text="[later warn]"), editor)
    with pytest.raises(Blocked, match="By then"):
        lifecycle.reschedule(edition=edition, opens=hour(200), ends=None, by=editor, at=hour(3))
    key = (edition.content_id, "later_warn")
    moved = lifecycle.reschedule(
        edition=edition,
        opens=hour(200),
        ends=None,
        by=editor,
        at=hour(3),
        reasons={key: "It is meant so."},
    )
    assert moved.live_from == hour(200)
    assert Acknowledgement.objects.get().reason == "It is meant so."
