"""Saving, restoring, deleting and erasing drafts."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.models import Content, Revision, Topic
from newsroom.publishing.refusals import Impossible, Stale
from newsroom.publishing.revisions import digest
from tests.pieces.models import Piece, Shown
from tests.publishing.making import changed, live_piece, make_note, make_piece
from tests.publishing.moments import hour

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_save_that_changes_nothing_records_nothing(editor: User) -> None:
    piece = make_piece()
    first = lifecycle.record(content=piece, by=editor, at=hour(1))
    piece.save()
    assert lifecycle.record(content=piece, by=editor, at=hour(2)) == first
    assert changed(piece, "More", editor, 3).number == 2


def test_saving_a_live_piece_changes_nothing_for_readers(editor: User) -> None:
    piece, edition = live_piece(editor, text="Old")
    changed(piece, "New", editor, 2)
    edition.refresh_from_db()
    assert edition.read()["text"] == "Old"
    assert Edition.objects.live(hour(3)).get() == edition


def test_a_snapshot_can_be_taken_of_objects_that_were_never_saved(editor: User) -> None:
    piece = make_piece(text="Saved")
    draft = read_draft(piece)
    draft.content.text = "Typed, not saved"
    assert kind_of(piece).take(draft)["text"] == "Typed, not saved"
    piece.refresh_from_db()
    assert piece.text == "Saved"


def test_the_digest_depends_on_the_content_alone() -> None:
    assert digest({"a": 1, "b": "말"}) == digest({"b": "말", "a": 1})
    assert digest({"a": 1}) != digest({"a": 2})


def test_restoring_gives_back_rows_keys_and_topics(editor: User) -> None:
    topic = Topic.objects.create(name="Trade", slug="trade")
    part = make_piece()
    piece = make_piece(shows=(part,), text="First")
    piece.topics.add(topic)
    first = lifecycle.record(content=piece, by=editor, at=hour(1))
    key = piece.shown.get().pk
    piece.topics.clear()
    piece.shown.all().delete()
    changed(piece, "Second", editor, 2)

    restored, skipped = lifecycle.restore(revision=first, by=editor, at=hour(3))

    assert (restored.number, restored.digest, skipped) == (3, first.digest, [])
    piece.refresh_from_db()
    assert (piece.text, piece.shown.get().pk, list(piece.topics.all())) == ("First", key, [topic])


def test_restoring_names_what_was_deleted_since(editor: User) -> None:
    part = make_note()
    piece = make_piece(shows=(part,))
    first = lifecycle.record(content=piece, by=editor, at=hour(1))
    piece.shown.all().delete()
    changed(piece, "Without", editor, 2)
    lifecycle.delete(content=part, by=editor, at=hour(3))

    restored, skipped = lifecycle.restore(revision=first, by=editor, at=hour(4))

    assert restored.snapshot["shown"] == []
    assert skipped == [f"part {part.pk}"]


def test_old_schemas_load(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from newsroom.publishing import kinds

    piece = make_piece(text="Old words")
    revision = lifecycle.record(content=piece, by=editor, at=hour(1))
    today = replace(
        kinds.kind_named("piece"),
        schema=3,
        upgrades={
            1: lambda old: {**old, "text": old["text"].upper()},
            2: lambda old: {**old, "text": old["text"] + "!"},
        },
    )
    monkeypatch.setitem(kinds._kinds, "piece", today)
    assert revision.read()["text"] == "OLD WORDS!"


def test_the_second_of_two_saves_is_told(editor: User, admin: User) -> None:
    piece = make_piece()
    lifecycle.claim_version(content=piece, expected=0, by=editor)
    with pytest.raises(Stale, match="Somebody else"):
        lifecycle.claim_version(content=piece, expected=0, by=admin)
    assert Content.objects.get(pk=piece.pk).version == 1


def test_what_never_was_public_can_be_deleted(editor: User) -> None:
    piece = make_piece()
    lifecycle.record(content=piece, by=editor, at=hour(1))
    lifecycle.delete(content=piece, by=editor, at=hour(2))
    assert not Piece.objects.exists()
    assert not Revision.objects.exists()


def test_what_was_public_or_is_scheduled_is_not_deleted(editor: User) -> None:
    live, _edition = live_piece(editor)
    ahead = make_piece()
    revision = lifecycle.record(content=ahead, by=editor, at=hour(1))
    lifecycle.publish(revision=revision, by=editor, at=hour(2), opens=hour(9))
    for piece in (live, ahead):
        with pytest.raises(Impossible, match="Withdraw"):
            lifecycle.delete(content=piece, by=editor, at=hour(3))
    assert Piece.objects.count() == 2


def test_a_part_of_a_draft_is_not_deleted_under_it(editor: User) -> None:
    part = make_note()
    lifecycle.record(content=part, by=editor, at=hour(1))
    make_piece(shows=(part,))
    with pytest.raises(Impossible, match="still used by"):
        lifecycle.delete(content=part, by=editor, at=hour(2))
    assert Shown.objects.count() == 1


@pytest.fixture
def replaced(editor: User) -> tuple[Piece, Edition]:
    """A piece whose first edition was replaced by a second."""
    piece, edition = live_piece(editor, text="Private matter", title="Private title")
    piece.title = "Title"
    lifecycle.publish(
        revision=changed(piece, "Public", editor, 2), by=editor, at=hour(3), change=Change.UPDATE
    )
    return piece, edition


def test_erasing_blanks_text_and_keeps_number_and_digest(
    replaced: tuple[Piece, Edition], admin: User
) -> None:
    _piece, edition = replaced
    before = edition.revision
    lifecycle.erase(revisions=[before], reason="Court order", by=admin, at=hour(4))
    after = Revision.objects.get(pk=before.pk)
    assert (after.snapshot, after.number, after.digest) == ({}, before.number, before.digest)
    edition.refresh_from_db()
    assert (edition.title, edition.summary) == ("", "")


def test_an_erased_revision_cannot_come_back(replaced: tuple[Piece, Edition], admin: User) -> None:
    _piece, edition = replaced
    lifecycle.erase(revisions=[edition.revision], reason="Court order", by=admin, at=hour(4))
    erased = Revision.objects.get(pk=edition.revision_id)
    with pytest.raises(Impossible, match="erased"):
        lifecycle.restore(revision=erased, by=admin, at=hour(5))
    with pytest.raises(Exception, match="erased"):
        lifecycle.publish(revision=erased, by=admin, at=hour(5), change=Change.UPDATE)


def test_what_readers_or_the_draft_still_say_is_not_erased(
    replaced: tuple[Piece, Edition], editor: User, admin: User
) -> None:
    piece, _edition = replaced
    live = Edition.objects.live(hour(4)).get().revision
    head = changed(piece, "Third", editor, 4)
    for revision, reason in ((live, "Readers see"), (head, "draft still says")):
        with pytest.raises(Impossible, match=reason):
            lifecycle.erase(revisions=[revision], reason="Law", by=admin, at=hour(5))
    with pytest.raises(Impossible, match="reason"):
        lifecycle.erase(revisions=[live], reason=" ", by=admin, at=hour(5))


def test_rows_that_exchanged_what_is_unique_come_back(editor: User) -> None:
    one, two = make_note(), make_note()
    piece = make_piece(shows=(one, two))
    first = lifecycle.record(content=piece, by=editor, at=hour(1))
    Shown.objects.filter(piece=piece).update(position=9)
    changed(piece, "Moved", editor, 2)
    restored, _lost = lifecycle.restore(revision=first, by=editor, at=hour(3))
    assert restored.digest == first.digest


def test_restoring_gives_back_the_language_of_a_draft(editor: User) -> None:
    piece = make_piece()
    first = lifecycle.record(content=piece, by=editor, at=hour(1))
    piece.language = "ja"
    changed(piece, "In Japanese", editor, 2)
    restored, _lost = lifecycle.restore(revision=first, by=editor, at=hour(3))
    assert (restored.digest, Piece.objects.get().language) == (first.digest, "en")


def test_restoring_to_a_taken_address_is_refused_in_words(editor: User) -> None:
    piece = make_piece(slug="wanted")
    first = lifecycle.record(content=piece, by=editor, at=hour(1))
    piece.slug = "other"
    changed(piece, "Moved", editor, 2)
    make_piece(slug="wanted")
    with pytest.raises(Impossible, match="has the address"):
        lifecycle.restore(revision=first, by=editor, at=hour(3))


def test_erasing_takes_what_was_said_to_readers_about_it(
    replaced: tuple[Piece, Edition], editor: User, admin: User
) -> None:
    piece, _edition = replaced
    note = "It said that Jane Doe lives there."
    noted = lifecycle.publish(
        revision=changed(piece, "Third", editor, 4),
        by=editor,
        at=hour(4),
        change=Change.CORRECTION,
        note=note,
    )
    last = changed(piece, "Fourth", editor, 5)
    lifecycle.publish(revision=last, by=editor, at=hour(5), change=Change.MINOR)
    lifecycle.erase(revisions=[noted.revision], reason="Law", by=admin, at=hour(6))
    noted.refresh_from_db()
    assert noted.note == ""
    assert not any("Jane" in str(entry.details) for entry in AuditEntry.objects.all())
