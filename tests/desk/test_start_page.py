"""The staff start page shows what waits for the person who opens it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.work import SHOWN
from newsroom.publishing.editions import Change
from newsroom.publishing.reviews import Decision
from tests.admin_desk.desk import at_the_desk
from tests.factories import make_event, make_question, make_quote, published, recorded

pytestmark = pytest.mark.django_db


def start_page(user) -> dict[str, list[str]]:
    """The titles of what is listed, by list."""
    response = at_the_desk(user).get("/admin/")
    columns = response.context["columns"]
    return {
        str(work.title): [item.title for item in work.items]
        for column in columns
        for work in column
    }


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
    ((work,),) = at_the_desk(editor).get("/admin/").context["columns"]
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
    assert len(start_page(moderator)["Quotes and experts to decide on"]) == 1
    assert "Waiting for your decision" not in start_page(moderator)


def edited(content, by):
    """A draft that reads otherwise than what was saved before."""
    content.text = f"<p>{content.version} and more.</p>"
    content.save()
    return recorded(content, by)


def test_editors_find_all_that_was_approved_and_writers_their_own(writer, editor, moderator):
    review = submitted(make_event(title="The bridge opens"), writer)
    lifecycle.decide(review=review, decision=Decision.APPROVED, by=editor)
    for person in (writer, editor):
        assert start_page(person)["Approved, not published"] == ["The bridge opens"]
    assert "Approved, not published" not in start_page(moderator)


def test_live_pieces_that_were_edited_since_are_listed_for_who_may_write_them(writer, editor):
    theirs, mine = make_event(title="An editor's"), make_event(title="A writer's", slug="theirs")
    published(theirs, by=editor)
    recorded(mine, writer)
    published(mine, by=editor)
    assert "Live, edited since" not in start_page(editor)
    edited(theirs, editor)
    edited(mine, editor)
    assert start_page(editor)["Live, edited since"] == ["A writer's", "An editor's"]
    assert start_page(writer)["Live, edited since"] == ["A writer's"]
    assert "Your drafts" not in start_page(editor)


def test_what_is_edited_and_submitted_is_listed_once(writer, editor):
    event = make_event()
    recorded(event, writer)
    published(event, by=editor)
    lifecycle.submit(revision=edited(event, writer), by=writer)
    assert list(start_page(writer)) == ["Submitted by you"]
    assert list(start_page(editor)) == ["Waiting for your decision"]


def test_a_draft_stays_its_writer_s_when_an_editor_mends_it(writer, editor):
    event = make_event(title="Mine")
    recorded(event, writer)
    edited(event, editor)
    assert start_page(writer)["Your drafts"] == start_page(editor)["Your drafts"] == ["Mine"]


def test_what_will_open_is_listed_by_its_moment_with_the_way_to_the_calendar(writer, editor):
    later, soon = (timezone.now() + dt.timedelta(days=days) for days in (9, 3))
    published(make_event(title="Later"), by=editor, opens=later)
    published(make_event(title="Soon"), by=editor, opens=soon)
    assert start_page(editor) == {"Scheduled": ["Soon", "Later"]}
    assert "Scheduled" not in start_page(writer)
    assert '<a href="/admin/calendar/">Calendar</a>\n</p>' in html(editor)


def test_reviews_fall_due_for_who_may_write_the_piece(writer, editor):
    long_ago = timezone.now() - dt.timedelta(days=200)
    question = make_question(title="Still so?")
    revision = recorded(question, editor)
    lifecycle.publish(revision=revision, by=editor, at=long_ago)
    assert start_page(editor) == {"Reviews due": ["Still so?"]}
    assert start_page(writer) == {}


def test_plans_that_time_overtook_are_listed_drafts_included_but_not_what_is_gone(writer, editor):
    make_event(title="A draft", date="2024-05", status="planned")
    make_event(title="Ahead", date="2999", status="planned")
    make_event(title="Cancelled", date="2024", status="cancelled")
    live = make_event(title="Live", date="2023-01-02", status="planned")
    gone = make_event(title="Gone", date="2023-01-02", status="planned")
    for event in (live, gone):
        lifecycle.acknowledge(
            revision=recorded(event, editor), finding="overdue", reason="Asked.", by=editor
        )
        lifecycle.publish(revision=recorded(event, editor), by=editor)
    lifecycle.withdraw(content=gone, by=editor, reason="Wrong.")
    assert start_page(editor)["Planned, and the day has passed"] == ["Live", "A draft"]
    assert "Planned for May 2024." in html(editor)


def test_translations_behind_their_original_are_listed(editor):
    original = make_event(title="The bridge opens")
    revision = published(original, by=editor).revision
    lifecycle.translate(revision=revision, language="ja", by=editor)
    assert "Translations behind their original" not in start_page(editor)
    lifecycle.publish(revision=edited(original, editor), by=editor, change=Change.UPDATE)
    assert start_page(editor)["Translations behind their original"] == ["The bridge opens"]


def test_writers_begin_with_their_drafts_deciders_with_what_others_wait_for(writer, editor):
    submitted(make_event(title="Theirs"), writer)
    for person in (writer, editor):
        recorded(make_event(title=f"Draft of {person}"), person)
        make_event(title=f"Plan of {person}", date="2020", status="planned", slug=f"of-{person}")
    first, second = at_the_desk(writer).get("/admin/").context["columns"]
    assert [work.name for work in first] == ["drafts"]
    assert [work.name for work in second] == ["overdue", "submitted"]
    first, second = at_the_desk(editor).get("/admin/").context["columns"]
    assert [work.name for work in first] == ["decide", "overdue"]
    assert [work.name for work in second] == ["drafts"]


def test_an_empty_desk_says_what_to_begin_with_as_far_as_one_may(writer, moderator):
    for person, may, may_not in (
        (writer, "/admin/articles/article/add/", "/admin/site_pages/page/add/"),
        (moderator, "/admin/quotes/quote/add/", "/admin/articles/article/add/"),
    ):
        page = html(person)
        assert "Nothing waits for you." in page
        assert f'<li><a href="{may}">' in page
        assert f'<a href="{may_not}">' not in page


def test_a_long_list_shows_its_beginning_and_all_of_it_on_a_page(writer, editor):
    for number in range(SHOWN + 2):
        submitted(make_event(title=f"Event {number}"), writer)
    client = at_the_desk(editor)
    response = client.get("/admin/")
    ((waiting,),) = response.context["columns"]
    assert (len(waiting.items), waiting.count) == (SHOWN, SHOWN + 2)
    assert '<a href="/admin/work/decide/">All 10' in response.content.decode()
    whole = client.get("/admin/work/decide/")
    assert [item.title for item in whole.context["items"]] == [
        f"Event {number}" for number in range(SHOWN + 2)
    ]


def test_nobody_reads_a_list_that_is_not_on_their_desk(writer, editor, moderator):
    submitted(make_quote(), writer)
    assert at_the_desk(moderator).get("/admin/work/quotes/").status_code == 200
    for person in (writer, editor):
        assert at_the_desk(person).get("/admin/work/quotes/").status_code == 404
    assert at_the_desk(editor).get("/admin/work/none-such/").status_code == 404
    assert list(at_the_desk(editor).get("/admin/work/decide/").context["items"]) == []


def html(user) -> str:
    return at_the_desk(user).get("/admin/").content.decode()
