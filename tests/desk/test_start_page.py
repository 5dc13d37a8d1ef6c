"""The staff start page shows what waits for the person who opens it."""

from __future__ import annotations

import pytest

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.work import SHOWN
from newsroom.publishing.reviews import Decision
from tests.admin_desk.desk import at_the_desk
from tests.factories import make_event, make_quote, published, recorded
from tests.queries.counting import queries_of, told

pytestmark = pytest.mark.django_db


def start_page(user) -> dict[str, list[str]]:
    """The titles of what is listed, by list."""
    response = at_the_desk(user).get("/admin/")
    lists = response.context["lists"]
    return {str(work.title): [item.title for item in work.items] for work in lists}


def submitted(content, by):
    return lifecycle.submit(revision=recorded(content, by), by=by)


def test_whoever_may_decide_finds_what_was_submitted(writer, editor, moderator):
    submitted(make_event(title="The bridge opens"), writer)
    assert start_page(editor)["Waiting for your decision"] == ["The bridge opens"]
    assert "Waiting for your decision" not in start_page(moderator)
    assert start_page(writer)["Submitted by you"] == ["The bridge opens"]


def test_nobody_is_asked_to_decide_on_what_they_wrote(editor):
    submitted(make_event(), editor)
    assert "Waiting for your decision" not in start_page(editor)


def test_whoever_was_sent_back_finds_it_with_the_reason_until_it_is_mended(writer, editor):
    event = make_event(title="The bridge opens")
    review = submitted(event, writer)
    lifecycle.decide(review=review, decision=Decision.SENT_BACK, reason="Which bridge?", by=editor)
    page = at_the_desk(writer).get("/admin/")
    assert "Which bridge?" in page.content.decode()
    event.text = "<p>The long one.</p>"
    event.save()
    recorded(event, writer)
    assert "Sent back to you" not in start_page(writer)
    assert start_page(writer)["Your drafts"] == ["The bridge opens"]


def test_what_was_approved_waits_to_be_published(writer, editor):
    event = make_event(title="The bridge opens")
    review = submitted(event, writer)
    lifecycle.decide(review=review, decision=Decision.APPROVED, by=editor)
    assert start_page(writer)["Approved, not published"] == ["The bridge opens"]
    lifecycle.publish(revision=review.revision, by=editor)
    assert start_page(writer) == {}


def test_a_comment_waits_for_whoever_did_not_have_the_last_word(writer, editor):
    revision = recorded(make_event(title="The bridge opens"), writer)
    comment = lifecycle.comment(revision=revision, text="Which bridge?", by=editor)
    assert start_page(writer)["Comments to answer"] == ["The bridge opens"]
    assert "Comments to answer" not in start_page(editor)
    lifecycle.answer(comment=comment, text="The long one.", by=writer)
    assert "Comments to answer" not in start_page(writer)
    assert start_page(editor)["Comments to answer"] == ["The bridge opens"]
    lifecycle.resolve(comment=comment, by=editor)
    assert "Comments to answer" not in start_page(editor)


def test_a_thread_is_listed_by_its_last_word_and_who_had_it(writer, editor):
    revision = recorded(make_event(), writer)
    comment = lifecycle.comment(revision=revision, text="Which bridge?", by=editor)
    lifecycle.answer(comment=comment, text="The short one.", by=writer)
    last = lifecycle.answer(comment=comment, text="No: the long one.", by=writer)
    (work,) = at_the_desk(editor).get("/admin/").context["lists"]
    (item,) = work.items
    assert (item.said, item.who, item.at) == ("No: the long one.", "wren", last.made_at)


def test_drafts_are_one_s_own_and_not_what_is_public(writer, editor):
    recorded(make_event(title="Mine"), writer)
    recorded(make_event(title="Another's"), editor)
    published(make_event(title="Public"), by=editor)
    assert start_page(writer)["Your drafts"] == ["Mine"]
    assert start_page(editor)["Your drafts"] == ["Another's"]


def test_moderators_find_quotes_to_decide_on(writer, moderator):
    submitted(make_quote(), writer)
    assert len(start_page(moderator)["Waiting for your decision"]) == 1


def test_a_long_list_shows_its_beginning_and_its_length(writer, editor):
    for number in range(SHOWN + 2):
        submitted(make_event(title=f"Event {number}"), writer)
    response = at_the_desk(editor).get("/admin/")
    (waiting, *_rest) = response.context["lists"]
    assert (len(waiting.items), waiting.count, waiting.more) == (SHOWN, SHOWN + 2, 2)
    assert "and 2 more" in response.content.decode()


def test_the_page_costs_the_same_however_much_waits(writer, editor):
    def fill(numbers):
        for number in numbers:
            submitted(make_event(title=f"Event {number}"), writer)
            revision = recorded(make_event(title=f"Draft {number}"), editor)
            lifecycle.comment(revision=revision, text="Why?", by=writer)

    client = at_the_desk(editor)
    fill([1])
    few = queries_of(client, ["/admin/"])["/admin/"]
    fill(range(2, 51))
    many = queries_of(client, ["/admin/"])["/admin/"]
    # A list that is longer than shown is counted.
    assert len(many) <= len(few) + 6, told("/admin/", few, many)
