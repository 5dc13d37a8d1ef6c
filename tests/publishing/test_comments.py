"""Staff talk about a revision until it is settled."""

from __future__ import annotations

import pytest

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.comments import Comment
from newsroom.publishing.refusals import Impossible, NotAllowed
from tests.pieces.models import Piece
from tests.publishing.making import make_piece

pytestmark = pytest.mark.django_db


@pytest.fixture
def revision(writer):
    return lifecycle.record(content=make_piece(), by=writer)


@pytest.fixture
def comment(revision, editor):
    return lifecycle.comment(revision=revision, text="Who says so?", by=editor, place="text")


def test_a_comment_is_answered_and_resolved_and_reopened(comment, writer, editor):
    answered = lifecycle.answer(comment=comment, text="The treaty.", by=writer)
    assert list(comment.replies.all()) == [answered]
    resolved = lifecycle.resolve(comment=comment, by=writer)
    assert (resolved.resolved_by, bool(resolved.resolved_at)) == (writer, True)
    reopened = lifecycle.reopen(comment=comment, by=editor)
    assert (reopened.resolved_by, reopened.resolved_at) == (None, None)


def test_an_answer_to_an_answer_joins_the_thread(comment, writer, editor):
    first = lifecycle.answer(comment=comment, text="The treaty.", by=writer)
    second = lifecycle.answer(comment=first, text="Which one?", by=editor)
    assert second.answers == comment


def test_resolving_twice_tells_of_the_first_time(comment, writer, editor):
    first = lifecycle.resolve(comment=comment, by=writer)
    again = lifecycle.resolve(comment=comment, by=editor)
    assert (again.resolved_by, again.resolved_at) == (writer, first.resolved_at)


def test_nothing_is_no_comment(revision, comment, editor):
    with pytest.raises(Impossible, match="Write something"):
        lifecycle.comment(revision=revision, text=" \n", by=editor)
    with pytest.raises(Impossible, match="Write something"):
        lifecycle.answer(comment=comment, text="", by=editor)


def test_a_comment_has_words_that_one_sees_and_not_too_many(revision, editor):
    with pytest.raises(Impossible, match="Write something"):
        lifecycle.comment(revision=revision, text="\u200b \u00ad", by=editor)
    with pytest.raises(Impossible, match="5000 characters"):
        lifecycle.comment(revision=revision, text="a" * 5_001, by=editor)


def test_an_answer_is_not_resolved_by_itself(comment, writer):
    answered = lifecycle.answer(comment=comment, text="The treaty.", by=writer)
    with pytest.raises(Impossible, match="settle the comment"):
        lifecycle.resolve(comment=answered, by=writer)


def test_who_neither_wrote_it_nor_may_change_the_draft_does_not_settle_it(comment, moderator):
    with pytest.raises(NotAllowed):
        lifecycle.resolve(comment=comment, by=moderator)
    assert Comment.objects.get().resolved_at is None


def test_whoever_sees_no_drafts_says_nothing(revision, comment, django_user_model):
    stranger = django_user_model.objects.create_user("sam")
    for step in (
        lambda: lifecycle.comment(revision=revision, text="Hello", by=stranger),
        lambda: lifecycle.answer(comment=comment, text="Hello", by=stranger),
        lambda: lifecycle.resolve(comment=comment, by=stranger),
    ):
        with pytest.raises(NotAllowed):
            step()


def test_the_audit_tells_that_something_was_said_not_what(comment):
    entry = AuditEntry.objects.get(action="comment")
    assert entry.details == {"revision": 1, "comment": comment.pk}
    assert "Who says so" not in str(entry.details)


def test_erasing_a_revision_erases_what_was_said_about_it(comment, revision, writer, admin):
    piece = Piece.objects.get(pk=revision.content_id)

    piece.text = "Other words."
    piece.save()
    lifecycle.record(content=piece, by=writer)
    lifecycle.erase(revisions=[revision], reason="The law asks.", by=admin)
    assert Comment.objects.get().text == ""
