"""Staff talk about a content on a page of its own."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from newsroom.publishing import lifecycle
from newsroom.publishing.comments import Comment
from tests.publishing.making import make_piece
from tests.queries.counting import queries_of
from tests.queries.counting import told as counted

from .desk import at_the_desk, saved, told, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def piece(writer):
    piece = make_piece()
    lifecycle.record(content=piece, by=writer)
    return piece


def say(user, piece, **fields):
    return at_the_desk(user).post(url(piece, "comments"), fields, follow=True)


def hidden_in(page) -> dict[str, str]:
    return dict(re.findall(r'name="(revision)" value="(\d+)"', page.content.decode()))


def test_an_editor_comments_on_a_part_and_the_writer_answers(piece, editor, writer):
    page = say(editor, piece, action="comment", place="text", text="Who says so?")
    assert told(page) == ["Your comment is there."]
    assert "Who says so?" in page.content.decode()
    comment = Comment.objects.get()
    page = say(writer, piece, action="answer", thread=comment.pk, text="The treaty.")
    assert "The treaty." in page.content.decode()
    page = say(writer, piece, action="resolve", thread=comment.pk)
    assert "Resolved by wren" in page.content.decode()
    page = say(editor, piece, action="reopen", thread=comment.pk)
    assert told(page) == ["Open again."]


def test_a_comment_is_about_the_revision_that_its_writer_saw(piece, editor, writer):
    seen = hidden_in(at_the_desk(editor).get(url(piece, "comments")))
    saved(piece, "Other words.", writer)
    page = say(editor, piece, **seen, text="Who says so?")
    assert Comment.objects.get().revision.number == 1
    assert "It is not the newest: that is revision 2." in page.content.decode()


def test_a_submitted_revision_is_commented_on_from_its_review(piece, editor, writer):
    lifecycle.submit(revision=piece.revisions.get(), by=writer)
    saved(piece, "Other words.", writer)
    client = at_the_desk(editor)
    link = f"{url(piece, 'comments')}?revision=1"
    assert f'href="{link}"' in client.get(url(piece, "review")).content.decode()
    page = client.get(link)
    assert "This is about revision 1, written by wren." in page.content.decode()
    client.post(link, {**hidden_in(page), "text": "Who says so?"})
    assert Comment.objects.get().revision.number == 1


@pytest.mark.parametrize("number", ["2", "x", "0", "9" * 40])
def test_a_revision_that_is_not_there_is_not_found(piece, editor, number):
    client, page = at_the_desk(editor), url(piece, "comments")
    assert client.get(page, {"revision": number}).status_code == 404
    assert client.post(page, {"revision": number, "text": "Why?"}).status_code == 404


def test_open_threads_stand_above_resolved_ones(piece, editor):
    head = piece.revisions.get()
    first = lifecycle.comment(revision=head, text="First remark", by=editor)
    lifecycle.comment(revision=head, text="Second remark", by=editor)
    lifecycle.resolve(comment=lifecycle.comment(revision=head, text="Done", by=editor), by=editor)
    page = at_the_desk(editor).get(url(piece, "comments")).content.decode()
    assert page.index("Second remark") < page.index(first.text) < page.index("Done")


def test_an_empty_comment_is_refused_in_words(piece, editor):
    page = say(editor, piece, action="comment", text="  ")
    assert "Write something first." in page.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("thread", ["", "999999", "x"])
def test_a_thread_that_is_not_there_is_told_in_words(piece, editor, thread):
    page = say(editor, piece, action="answer", thread=thread, text="Hello")
    assert page.status_code == 200
    assert not Comment.objects.exists()


def test_a_comment_of_another_content_is_not_reached_from_here(piece, editor, writer):
    other = make_piece(title="Another")
    head = lifecycle.record(content=other, by=writer)
    elsewhere = lifecycle.comment(revision=head, text="Elsewhere", by=editor)
    say(editor, piece, action="resolve", thread=elsewhere.pk)
    elsewhere.refresh_from_db()
    assert elsewhere.resolved_at is None


def test_what_never_was_saved_has_nothing_to_talk_about(editor):
    page = at_the_desk(editor).get(url(make_piece(), "comments"))
    assert "Nothing was saved yet." in page.content.decode()


def test_strangers_and_readers_hear_nothing(piece, django_user_model):
    stranger = django_user_model.objects.create_user("sam", is_staff=True)
    assert at_the_desk(stranger).get(url(piece, "comments")).status_code == 403
    assert Client().get(url(piece, "comments")).status_code == 302


def test_the_form_tells_how_many_comments_are_open(piece, editor):
    lifecycle.comment(revision=piece.revisions.get(), text="Why?", by=editor)
    page = at_the_desk(editor).get(url(piece)).content.decode()
    assert "Comments (1)" in page


def test_threads_cost_the_same_however_many_there_are(piece, editor, writer):
    head, client, address = piece.revisions.get(), at_the_desk(editor), url(piece, "comments")

    def talk(number: int) -> None:
        for _ in range(number):
            comment = lifecycle.comment(revision=head, text="Why?", by=editor)
            lifecycle.answer(comment=comment, text="So.", by=writer)

    talk(1)
    few = queries_of(client, [address])[address]
    talk(49)
    many = queries_of(client, [address])[address]
    assert len(many) == len(few), counted(address, few, many)
