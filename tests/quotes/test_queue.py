"""The moderation queue: one quote at a time, for whoever may decide on it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.reviews import Decision, Review
from newsroom.publishing.rights import Role
from quotes.models import QueueClaim, QueueSkip
from quotes.queue import claims, filters
from quotes.queue.addresses import queue_url
from tests.admin_desk.desk import at_the_desk
from tests.cast import person
from tests.factories import make_expert, make_quote, recorded
from tests.quotes.challenging import form_of, send
from tests.quotes.making import WORDS, live_quote, make_translation

pytestmark = pytest.mark.django_db


def asked(writer: User, text: str = WORDS, **fields) -> Review:
    """A quote that waits, with nothing in the way of it."""
    expert = fields.pop("expert", None) or make_expert()
    revision = recorded(make_quote(text, expert=expert, **fields), writer)
    return lifecycle.submit(revision=revision, by=writer)


def several(writer: User, number: int) -> list[Review]:
    expert = make_expert()
    return [asked(writer, f"Sentence {n} of many.", expert=expert) for n in range(number)]


def next_of(user: User, query: str = "") -> str:
    """Where the queue leads; "" where it is empty."""
    return at_the_desk(user).get(queue_url() + query).headers.get("Location", "")


def sent(user: User, review: Review, **data: str):
    return at_the_desk(user).post(queue_url(review), data)


def decided(review: Review) -> tuple[str, str]:
    review.refresh_from_db()
    return review.decision, review.reason


@pytest.fixture
def other(db) -> User:
    return person("mina", Role.MODERATOR)


def test_it_is_there_for_moderators_and_admins_alone(writer, editor, moderator, admin, client):
    review = asked(writer)
    hold = f"{queue_url(review)}hold/"
    for user in (writer, editor):
        desk = at_the_desk(user)
        answers = [desk.get(queue_url()), desk.get(queue_url(review)), desk.post(hold)]
        answers += [sent(user, review, step=step) for step in ("approve", "ask", "reject", "skip")]
        assert {answer.status_code for answer in answers} == {403}
        assert queue_url() not in desk.get("/admin/quotes/quote/").content.decode()
    assert client.get(queue_url(review)).status_code == 302
    assert decided(review) == ("", "")
    assert not QueueClaim.objects.exists()
    assert not QueueSkip.objects.exists()
    for user in (moderator, admin):
        page = at_the_desk(user).get("/admin/quotes/quote/").content.decode()
        assert f'href="{queue_url()}"' in page
        assert at_the_desk(user).get(queue_url(review)).status_code == 200


def test_it_shows_the_words_the_evidence_and_what_waits(writer, moderator):
    review = asked(writer)
    page = at_the_desk(moderator).get(queue_url(review)).content.decode()
    for told in (WORDS, "Aki Moriyama", "A lecture", "12:03", "1 waits", "Nowhere yet."):
        assert told in page


def test_the_oldest_comes_first_and_a_decision_leads_to_the_next(writer, moderator):
    first, second = several(writer, 2)
    assert next_of(moderator) == queue_url(first)
    answer = sent(moderator, first, step="approve")
    assert answer.headers["Location"] == queue_url(second)
    assert decided(first) == (Decision.APPROVED, "")
    assert sent(moderator, second, step="approve").headers["Location"] == queue_url()
    assert "the queue is empty" in at_the_desk(moderator).get(queue_url()).content.decode()


def test_nobody_gets_or_decides_their_own_words(moderator, admin):
    for author in (moderator, admin):
        review = asked(author)
        assert review.pk not in _given(author)
        assert "You wrote this revision" in sent(author, review, step="approve").content.decode()
        assert decided(review) == ("", "")
        assert not QueueClaim.objects.filter(review=review).exists()


def _given(user: User) -> list[int]:
    location = next_of(user)
    return [int(location.rstrip("/").rpartition("/")[2])] if location else []


@pytest.mark.database
def test_two_moderators_never_get_the_same_until_one_leaves_or_time_runs_out(
    writer, moderator, other
):
    first, second = several(writer, 2)
    assert next_of(moderator) == queue_url(first)
    assert next_of(moderator) == queue_url(first)
    assert next_of(other) == queue_url(second)
    third = person("mari", Role.MODERATOR)
    assert next_of(third) == ""
    QueueClaim.objects.filter(review=first).update(until=timezone.now() - dt.timedelta(seconds=1))
    assert next_of(third) == queue_url(first)
    page = at_the_desk(moderator).get(queue_url(first)).content.decode()
    assert "mari has this quote open" in page


@pytest.mark.database
def test_a_claim_is_taken_once_kept_while_looked_at_and_soon_free_after_leaving(
    writer, moderator, other
):
    review, now = asked(writer), timezone.now()
    assert claims.take(review, moderator, now)
    assert not claims.take(review, other, now)
    later = now + claims.LASTS - dt.timedelta(seconds=1)
    assert claims.take(review, moderator, later)
    assert not claims.take(review, other, now + claims.LASTS)
    claims.leave(review, moderator, later)
    assert not claims.take(review, other, later)
    assert claims.take(review, other, later + claims.AFTER_LEAVING)
    assert not claims.take(review, moderator, later + claims.AFTER_LEAVING)


def test_the_page_learns_that_its_claim_is_lost_and_nothing_typed_is(writer, moderator, other):
    review = asked(writer)
    desk = at_the_desk(moderator)
    desk.get(queue_url(review))
    assert desk.post(f"{queue_url(review)}hold/").json() == {"lost": ""}
    QueueClaim.objects.update(by=other)
    assert "mina" in desk.post(f"{queue_url(review)}hold/").json()["lost"]
    page = sent(moderator, review, step="reject", words="Said by another.").content.decode()
    assert "mina has this quote open" in page
    assert "Said by another." in page
    assert decided(review) == ("", "")
    sent(other, review, step="ask", why="source")
    page = sent(moderator, review, step="reject", words="Said by another.").content.decode()
    assert "decided already: Sent back by mina" in page
    assert "Said by another." in page


def test_a_refusal_needs_a_reason_from_the_list_or_in_own_words(writer, moderator):
    first, second, third = several(writer, 3)
    for step in ("ask", "reject"):
        assert "Choose a reason, or write one" in sent(moderator, first, step=step).content.decode()
    assert decided(first) == ("", "")
    sent(moderator, first, step="ask", why="passage")
    assert decided(first) == (Decision.SENT_BACK, "Copy the passage that holds the words.")
    sent(moderator, second, step="reject", words="He says he never did.")
    assert decided(second) == (Decision.REJECTED, "He says he never did.")
    sent(moderator, third, step="reject", why="twice", words="See page 3.")
    assert decided(third)[1] == "We have this quote already.\n\nSee page 3."


def test_what_blocks_approval_is_said_and_the_button_is_off(writer, moderator):
    revision = recorded(make_quote(cited=False, expert=make_expert()), writer)
    review = lifecycle.submit(revision=revision, by=writer)
    for page in (
        at_the_desk(moderator).get(queue_url(review)).content.decode(),
        sent(moderator, review, step="approve").content.decode(),
    ):
        assert "Add evidence" in page
        assert 'aria-keyshortcuts="A" disabled' in page
    assert decided(review) == ("", "")


def test_of_two_who_take_it_in_the_same_moment_the_database_lets_one(
    writer, moderator, other, monkeypatch
):
    review, now, create = asked(writer), timezone.now(), QueueClaim.objects.create

    def a_moment_later(**claim):
        create(**{**claim, "by": other})
        return create(**claim)

    monkeypatch.setattr(QueueClaim.objects, "create", a_moment_later)
    assert not claims.take(review, moderator, now)


@pytest.mark.database
def test_what_is_skipped_comes_after_the_others_for_this_person_alone(writer, moderator, other):
    first, second = several(writer, 2)
    assert next_of(moderator) == queue_url(first)
    assert sent(moderator, first, step="skip").headers["Location"] == queue_url(second)
    assert next_of(other) == queue_url(first)
    QueueClaim.objects.filter(by=other).delete()
    assert sent(moderator, second, step="skip").headers["Location"] == queue_url(first)


def test_what_alone_is_left_comes_again_and_says_so(writer, moderator):
    review = asked(writer)
    answer = at_the_desk(moderator).post(queue_url(review), {"step": "skip"}, follow=True)
    assert answer.redirect_chain[-1][0] == queue_url(review)
    assert "You skipped this one before" in answer.content.decode()


def test_an_empty_queue_tells_of_what_is_open_elsewhere(writer, moderator, other):
    review = asked(writer)
    at_the_desk(moderator).get(queue_url(review))
    assert "open with other moderators" in at_the_desk(other).get(queue_url()).content.decode()
    sent(moderator, review, step="approve")
    page = at_the_desk(other).get(queue_url()).content.decode()
    assert "the queue is empty" in page
    assert "open with other moderators" not in page


@pytest.mark.database
def test_a_translation_has_the_words_and_the_filters_of_its_original(
    writer, editor, moderator, monkeypatch
):
    expert = make_expert()
    original = make_quote(WORDS, form="partial", expert=expert)
    recorded(original, writer)
    revision = recorded(make_translation(original), editor)
    review = lifecycle.submit(revision=revision, by=editor)
    page = at_the_desk(moderator).get(queue_url(review)).content.decode()
    for told in (WORDS, "The original", "率直に争う", "A lecture", "Aki Moriyama"):
        assert told in page
    for few in (filters.FEW, 0):
        monkeypatch.setattr(filters, "FEW", few)
        assert next_of(moderator, "?form=partial").startswith(queue_url(review)), few
        assert next_of(moderator, "?form=direct") == "", few


@pytest.mark.database
def test_filters_find_the_same_among_few_and_among_many(writer, editor, moderator, monkeypatch):
    several(writer, 2)
    [wanted, _later] = several(editor, 2)
    for few in (filters.FEW, 0):
        monkeypatch.setattr(filters, "FEW", few)
        for query in (f"?author={editor.pk}", f"?author={editor.pk}&level=as_reported&language=en"):
            assert next_of(moderator, query).startswith(queue_url(wanted)), (few, query)
            assert next_of(moderator, f"{query}&expert=aki").startswith(queue_url(wanted)), few
        assert next_of(moderator, "?expert=nobody") == ""


def test_its_head_leads_to_challenges_of_readers(editor, moderator, writer, client):
    _quote, edition = live_quote(editor, moderator)
    asked(writer)
    send(client, form_of(edition))
    page = at_the_desk(moderator).get(queue_url(), follow=True).content.decode()
    assert "1 challenge by readers" in page
    assert reverse("admin:quotes_challenge_changelist") in page


@pytest.mark.database
def test_filters_choose_and_go_along_to_the_next(writer, editor, moderator):
    expert = make_expert()
    english = asked(writer, "Words of a treaty, said twice over.", expert=expert)
    korean = asked(
        editor, "조약의 말.", language="ko", speaker="김 선생", form="partial", expert=expert
    )
    wanted = {
        "?language=ko": korean,
        "?form=partial": korean,
        f"?author={editor.pk}": korean,
        "?expert=김": korean,
        "?expert=moriyama": english,
        "?level=as_reported": english,
    }
    for query, review in wanted.items():
        QueueClaim.objects.all().delete()
        assert next_of(moderator, query).split("?")[0] == queue_url(review), query
    assert next_of(moderator, "?level=verified") == ""
    assert next_of(moderator, "?age=3") == ""
    left = at_the_desk(moderator).post(f"{queue_url(korean)}?language=ko", {"step": "approve"})
    assert left.headers["Location"] == f"{queue_url()}?language=ko"


def test_nonsense_is_answered_in_words(writer, moderator):
    review, desk = asked(writer), at_the_desk(moderator)
    query = "?language=xx&author=999999999999999999999&age=-1&level=%00&expert=%00&form=9"
    assert desk.get(queue_url() + query).status_code == 302
    assert desk.get(queue_url(review) + query).status_code == 200
    assert desk.get("/admin/quotes/quote/queue/99999/").status_code == 404
    for data in ({}, {"step": "publish"}, {"step": "ask", "why": "none-such"}):
        assert sent(moderator, review, **data).status_code == 200
    assert sent(moderator, review, step="reject", words="x" * 2001).status_code == 200
    assert decided(review) == ("", "")


@pytest.mark.database
def test_its_head_counts_what_waits_and_what_was_decided(writer, moderator, other):
    reviews = several(writer, 4)
    sent(moderator, reviews[0], step="approve")
    sent(other, reviews[2], step="approve")
    page = at_the_desk(moderator).get(queue_url(), follow=True).content.decode()
    for told in ("2 wait", "Decided by you today: 1", "By all this week: 2"):
        assert told in page


def test_an_edited_quote_waits_while_readers_keep_the_approved_one(editor, moderator, client):
    quote, edition = live_quote(editor, moderator, text=WORDS)
    quote.text = f"{WORDS} And more."
    quote.save()
    review = lifecycle.submit(revision=recorded(quote, editor), by=editor)
    page = at_the_desk(moderator).get(queue_url(review)).content.decode()
    assert "Meanwhile readers keep revision 1." in page
    assert "What changed since revision 1" in page
    assert "Earlier decisions" in page
    sent(moderator, review, step="approve")
    read = client.get(f"/en{edition.path}").content.decode()
    assert WORDS in read
    assert "And more." not in read


def test_the_desk_leads_to_it(writer, moderator):
    review = asked(writer)
    assert queue_url(review) in at_the_desk(moderator).get("/admin/").content.decode()


def test_a_page_asks_as_much_for_a_long_queue(writer, moderator):
    [first] = several(writer, 1)
    desk = at_the_desk(moderator)
    desk.get(queue_url(first))

    with CaptureQueriesContext(connection) as few:
        desk.get(queue_url(first))
    expert = make_expert(title="Hana Mori", slug="hana-mori")
    for number in range(49):
        asked(writer, f"Unlike {number * 7919} the others {number}.", expert=expert)
    with CaptureQueriesContext(connection) as many:
        desk.get(queue_url(first))
    assert len(many) == len(few) <= 60
