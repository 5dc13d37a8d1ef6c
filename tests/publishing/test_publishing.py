"""What publishing asks for, and what it refuses."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.findings import Acknowledgement
from newsroom.publishing.inspection import inspect
from newsroom.publishing.models import Topic, Use
from newsroom.publishing.refusals import Blocked, Impossible
from newsroom.publishing.reviews import Decision, Review
from tests.factories import approved
from tests.publishing.making import changed, live_note, live_piece, make_note, make_piece
from tests.publishing.moments import hour

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def refused(**publishing: object) -> str:
    before = Edition.objects.count()
    with pytest.raises(Blocked) as refusal:
        lifecycle.publish(**publishing)
    assert Edition.objects.count() == before
    return str(refusal.value)


def test_nothing_is_public_without_a_publish(editor: User, moderator: User) -> None:
    note = make_note()
    revision = lifecycle.record(content=note, by=editor, at=hour(1))
    approved(revision, moderator, at=hour(2))
    assert not Edition.objects.exists()


def test_a_block_is_named_and_refused(editor: User) -> None:
    revision = lifecycle.record(content=make_piece(text="[block]"), by=editor, at=hour(1))
    assert "The text says block." in refused(revision=revision, by=editor, at=hour(2))


def test_a_warning_passes_once_acknowledged_with_a_reason(editor: User) -> None:
    revision = lifecycle.record(content=make_piece(text="[warn]"), by=editor, at=hour(1))
    assert "The text says warn." in refused(revision=revision, by=editor, at=hour(2))
    with pytest.raises(Impossible, match="Say why"):
        lifecycle.acknowledge(revision=revision, finding="warn", reason=" ", by=editor, at=hour(2))
    lifecycle.acknowledge(
        revision=revision, finding="warn", reason="Meant so.", by=editor, at=hour(2)
    )
    assert lifecycle.publish(revision=revision, by=editor, at=hour(3))


def test_only_a_standing_warning_can_be_acknowledged(editor: User) -> None:
    revision = lifecycle.record(content=make_piece(text="[block]"), by=editor, at=hour(1))
    for finding in ("block", "warn", "nonsense"):
        with pytest.raises(Impossible, match="no such warning"):
            lifecycle.acknowledge(
                revision=revision, finding=finding, reason="Because.", by=editor, at=hour(2)
            )


def test_an_acknowledgement_does_not_outlive_an_edit(editor: User) -> None:
    piece = make_piece(text="[warn]")
    first = lifecycle.record(content=piece, by=editor, at=hour(1))
    lifecycle.acknowledge(revision=first, finding="warn", reason="Yes.", by=editor, at=hour(2))
    second = changed(piece, "[warn] once more", editor, 3)
    assert "warn" in refused(revision=second, by=editor, at=hour(4))
    assert Acknowledgement.objects.count() == 1


def test_mere_information_stands_in_nobodys_way(editor: User) -> None:
    live_piece(editor, text="[info]")


def test_an_address_is_needed_and_must_be_free(editor: User) -> None:
    without = lifecycle.record(content=make_piece(slug=""), by=editor, at=hour(1))
    assert "no address" in refused(revision=without, by=editor, at=hour(2))
    live_piece(editor, slug="taken")
    piece, _edition = live_piece(editor, slug="moved")
    first = piece.slug
    piece.slug = "elsewhere"
    second = changed(piece, "Moved", editor, 2)
    lifecycle.publish(revision=second, by=editor, at=hour(3), change=Change.MINOR)
    late = lifecycle.record(content=make_piece(slug=first), by=editor, at=hour(4))
    assert "/pieces/moved/" in refused(revision=late, by=editor, at=hour(5))


def test_approval_covers_one_revision_and_falls_with_an_edit(editor: User, moderator: User) -> None:
    note = make_note()
    first = lifecycle.record(content=note, by=editor, at=hour(1))
    assert "not approved" in refused(revision=first, by=editor, at=hour(2))
    approved(first, moderator, at=hour(2))
    second = changed(note, "Other words", editor, 3)
    assert "not approved" in refused(revision=second, by=editor, at=hour(4))
    note.save()
    assert lifecycle.record(content=note, by=editor, at=hour(5)) == second
    lifecycle.publish(revision=first, by=editor, at=hour(6))


def test_a_later_review_that_sends_back_undoes_an_approval(editor: User, moderator: User) -> None:
    revision = lifecycle.record(content=make_note(), by=editor, at=hour(1))
    approved(revision, moderator, at=hour(2))
    review = lifecycle.submit(revision=revision, by=editor, at=hour(3))
    lifecycle.decide(
        review=review, decision=Decision.SENT_BACK, reason="Look.", by=moderator, at=hour(4)
    )
    assert "not approved" in refused(revision=revision, by=editor, at=hour(5))


def test_reviews_are_asked_of_the_newest_and_decided_once(editor: User, moderator: User) -> None:
    note = make_note()
    first = lifecycle.record(content=note, by=editor, at=hour(1))
    review = lifecycle.submit(revision=first, by=editor, at=hour(2))
    assert lifecycle.submit(revision=first, by=editor, at=hour(2)) == review
    with pytest.raises(Impossible, match="Say why"):
        lifecycle.decide(review=review, decision=Decision.REJECTED, by=moderator, at=hour(3))
    lifecycle.decide(review=review, decision=Decision.APPROVED, by=moderator, at=hour(3))
    with pytest.raises(Impossible, match="decided already"):
        lifecycle.decide(review=review, decision=Decision.APPROVED, by=moderator, at=hour(4))
    changed(note, "Newer", editor, 5)
    with pytest.raises(Impossible, match="newer revision"):
        lifecycle.submit(revision=first, by=editor, at=hour(6))
    assert Review.objects.count() == 1


def test_what_blocks_cannot_be_approved(editor: User, moderator: User) -> None:
    revision = lifecycle.record(content=make_note(text="[block]"), by=editor, at=hour(1))
    review = lifecycle.submit(revision=revision, by=editor, at=hour(2))
    with pytest.raises(Blocked, match="says block"):
        lifecycle.decide(review=review, decision=Decision.APPROVED, by=moderator, at=hour(3))


def test_everything_in_the_way_is_named_at_once(editor: User) -> None:
    note = make_note(title="Deep note", text="[block]")
    part = make_piece(title="Part", shows=(note,), text="[warn]")
    whole = make_piece(title="Whole", shows=(part,), text="[block]")
    for content in (note, part, whole):
        revision = lifecycle.record(content=content, by=editor, at=hour(1))
    message = refused(revision=revision, by=editor, at=hour(2))
    for sentence in (
        "Whole: The text says block.",
        "Whole: “Part” is not public.",
        "Part: The text says warn.",
        "Part: “Deep note” is not public.",
        "Deep note: The text says block.",
        "Deep note: This revision is not approved. Submit it: somebody else decides on it.",
    ):
        assert sentence in message


def test_parts_open_with_the_whole_or_nothing_does(editor: User, moderator: User) -> None:
    note, part = make_note(), make_piece(text="[block]")
    whole = make_piece(shows=(note, part))
    notes, parts, wholes = (
        lifecycle.record(content=content, by=editor, at=hour(1)) for content in (note, part, whole)
    )
    approved(notes, moderator, at=hour(2))
    refused(revision=wholes, by=editor, at=hour(3), with_parts=[notes, parts])
    parts = changed(part, "Fine now", editor, 4)
    lifecycle.publish(revision=wholes, by=editor, at=hour(5), with_parts=[notes, parts])
    live = Edition.objects.live(hour(5))
    assert {edition.content_id for edition in live} == {note.pk, part.pk, whole.pk}
    assert set(Use.objects.values_list("part", flat=True)) == {note.pk, part.pk}


def test_a_part_must_be_public_when_the_whole_opens(editor: User) -> None:
    part, edition = live_piece(editor)
    lifecycle.set_end(edition=edition, ends=hour(10), by=editor, at=hour(2))
    revision = lifecycle.record(content=make_piece(shows=(part,)), by=editor, at=hour(2))
    message = refused(revision=revision, by=editor, at=hour(3), opens=hour(11))
    assert "is not public" in message
    assert lifecycle.publish(revision=revision, by=editor, at=hour(3), opens=hour(9))


def test_a_part_that_was_deleted_is_named_before_the_commit(editor: User) -> None:
    part = make_note()
    piece = make_piece(shows=(part,))
    old = lifecycle.record(content=piece, by=editor, at=hour(1))
    piece.shown.all().delete()
    changed(piece, "Without", editor, 2)
    lifecycle.delete(content=part, by=editor, at=hour(3))
    assert "does not exist any more" in refused(revision=old, by=editor, at=hour(4))


def test_the_kind_of_change_is_asked_for_once_something_was_public(editor: User) -> None:
    piece, edition = live_piece(editor)
    assert edition.change == Change.FIRST
    second = changed(piece, "Second", editor, 2)
    for change in (None, Change.FIRST):
        with pytest.raises(Impossible, match="what kind of change"):
            lifecycle.publish(revision=second, by=editor, at=hour(3), change=change)


@pytest.mark.parametrize("change", [Change.CLARIFICATION, Change.CORRECTION])
def test_clarifications_and_corrections_owe_a_note(change: Change, editor: User) -> None:
    piece, _edition = live_piece(editor)
    second = changed(piece, "Second", editor, 2)
    with pytest.raises(Impossible, match="owes readers a note"):
        lifecycle.publish(revision=second, by=editor, at=hour(3), change=change, note=" ")
    edition = lifecycle.publish(
        revision=second, by=editor, at=hour(3), change=change, note="It said 1964."
    )
    assert edition.note == "It said 1964."


def test_what_is_scheduled_opens_by_itself(editor: User) -> None:
    revision = lifecycle.record(content=make_piece(), by=editor, at=hour(1))
    lifecycle.publish(revision=revision, by=editor, at=hour(2), opens=hour(9))
    assert not Edition.objects.live(hour(8.99)).exists()
    assert Edition.objects.live(hour(9)).exists()


def test_withdrawing_takes_the_schedule_with_it_and_needs_a_reason(editor: User) -> None:
    piece, _edition = live_piece(editor)
    second = changed(piece, "Second", editor, 2)
    lifecycle.publish(revision=second, by=editor, at=hour(2), opens=hour(9), change=Change.UPDATE)
    with pytest.raises(Impossible, match="reason"):
        lifecycle.withdraw(content=piece, reason=" ", by=editor, at=hour(3))
    lifecycle.withdraw(content=piece, reason="Invented.", by=editor, at=hour(3))
    assert not Edition.objects.live(hour(10)).exists()


def test_a_used_part_is_withdrawn_without_its_article(editor: User, moderator: User) -> None:
    note, _edition = live_note(editor, moderator)
    piece, _edition = live_piece(editor, 2, shows=(note,))
    lifecycle.withdraw(content=note, reason="Misattributed.", by=moderator, at=hour(3))
    assert list(Edition.objects.live(hour(4)).values_list("content", flat=True)) == [piece.pk]


def test_topics_of_readers_are_those_of_the_edition(editor: User) -> None:
    trade = Topic.objects.create(name="Trade", slug="trade")
    piece, edition = live_piece(editor)
    piece.topics.add(trade)
    changed(piece, "With topic", editor, 2)
    assert list(edition.topics.all()) == []
    newer = changed(piece, "Again", editor, 3)
    lifecycle.publish(revision=newer, by=editor, at=hour(4), change=Change.MINOR)
    with pytest.raises(Impossible, match="Readers find"):
        lifecycle.delete_topic(topic=trade, by=editor, at=hour(5))


def test_a_withdrawn_part_does_not_come_back_with_what_shows_it(
    editor: User, moderator: User
) -> None:
    note, _edition = live_note(editor, moderator)
    piece, _edition = live_piece(editor, 2, shows=(note,))
    lifecycle.withdraw(content=note, reason="Misattributed.", by=moderator, at=hour(3))
    newer = changed(piece, "A correction", editor, 4)
    inspection = inspect([newer], hour(5))
    assert inspection.missing == ()
    assert [finding.code for finding in inspection.findings] == ["part_withdrawn"]
    lifecycle.publish(
        revision=newer, by=editor, at=hour(5), change=Change.CORRECTION, note="A year was wrong."
    )
    assert not Edition.objects.live(hour(6)).filter(content=note).exists()


def test_what_was_withdrawn_needs_a_fresh_approval(editor: User, moderator: User) -> None:
    note, edition = live_note(editor, moderator)
    lifecycle.withdraw(content=note, reason="Misattributed.", by=moderator, at=hour(3))
    refusal = refused(revision=edition.revision, by=editor, at=hour(4), change=Change.UPDATE)
    assert "not approved" in refusal
    approved(edition.revision, moderator, at=hour(5))
    lifecycle.publish(revision=edition.revision, by=editor, at=hour(6), change=Change.UPDATE)


def test_asking_again_does_not_undo_an_approval(editor: User, moderator: User) -> None:
    revision = lifecycle.record(content=make_note(), by=editor, at=hour(1))
    approved(revision, moderator, at=hour(2))
    lifecycle.submit(revision=revision, by=editor, at=hour(3))
    lifecycle.publish(revision=revision, by=editor, at=hour(4))


def test_a_reason_given_with_the_publish_acknowledges_the_warning(editor: User) -> None:
    revision = lifecycle.record(content=make_piece(text="[later warn]"), by=editor, at=hour(1))
    key = (revision.content_id, "later_warn")
    assert lifecycle.publish(
        revision=revision, by=editor, at=hour(2), opens=hour(200), reasons={key: "It is meant so."}
    )
    assert Acknowledgement.objects.get().reason == "It is meant so."


def test_a_topic_that_readers_find_keeps_its_address(editor: User) -> None:
    trade = Topic.objects.create(name="Trade", slug="trade")
    piece = make_piece()
    piece.topics.add(trade)
    revision = lifecycle.record(content=piece, by=editor, at=hour(1))
    lifecycle.publish(revision=revision, by=editor, at=hour(2))
    trade.name, trade.slug = "Commerce", "commerce"
    with pytest.raises(Impossible, match="cannot change"):
        lifecycle.save_topic(topic=trade, by=editor)
    trade.slug = "trade"
    lifecycle.save_topic(topic=trade, by=editor)
