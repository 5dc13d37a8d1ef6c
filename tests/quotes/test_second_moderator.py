"""What was not said on the record is public once two moderators approved it, and not before."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.guard import lifecycle_step
from newsroom.publishing.refusals import Blocked, Impossible, NotAllowed
from newsroom.publishing.reviews import Decision, Review, is_approved
from newsroom.publishing.rights import Role
from quotes.models import Level, Quote, Record
from quotes.queue.addresses import queue_url
from tests.admin_desk.desk import at_the_desk
from tests.cast import person
from tests.factories import make_expert, make_quote, published, recorded
from tests.quotes.making import WORDS, live_expert, live_quote, make_translation

pytestmark = pytest.mark.django_db

UNNAMED: dict[str, Any] = {
    "record": Record.ANONYMOUS,
    "record_reason": "Would lose the post.",
    "described_as": "A diplomat who took part",
}
SECOND = "A second approval is needed, after that of mo."


@pytest.fixture
def second(db: None) -> User:
    return person("mina", Role.MODERATOR)


def asked(writer: User, quote: Quote | None = None, **fields: Any) -> Review:
    quote = quote or make_quote(**UNNAMED | fields)
    return lifecycle.submit(revision=recorded(quote, writer), by=writer)


def approve(review: Review, by: User) -> Review:
    return lifecycle.decide(review=review, decision=Decision.APPROVED, by=by)


def page(review: Review) -> str:
    return f"/admin/quotes/quote/{review.revision.content_id}/review/"


@pytest.mark.parametrize("record", [Record.BACKGROUND, Record.ANONYMOUS])
def test_one_approval_leaves_it_waiting_and_the_second_decides(
    record: str, writer: User, editor: User, moderator: User, second: User
) -> None:
    review = approve(asked(writer, record=record), moderator)
    assert (review.decision, review.first_approved_by) == ("", moderator)
    with pytest.raises(Blocked, match="once a second one has"):
        lifecycle.publish(revision=review.revision, by=editor)
    review = approve(review, second)
    assert (review.decision, review.decided_by) == (Decision.APPROVED, second)
    told = AuditEntry.objects.values_list("action", "by")
    assert {("approve_first", "mo"), ("decide", "mina")} <= set(told)
    lifecycle.publish(revision=review.revision, by=editor)


def test_on_the_record_one_is_enough(writer: User, moderator: User) -> None:
    review = asked(writer, make_quote(expert=make_expert()))
    assert approve(review, moderator).decision == Decision.APPROVED


def test_a_translation_of_it_needs_two_as_well(writer: User, moderator: User, second: User) -> None:
    original = make_quote(**UNNAMED)
    review = asked(writer, make_translation(original, described_as="ある外交官"))
    assert approve(review, moderator).waits_for_second
    assert approve(review, second).decision == Decision.APPROVED


def test_nobody_approves_twice_and_its_author_not_at_all(
    writer: User, editor: User, moderator: User, second: User, admin: User
) -> None:
    review = asked(second)
    for refused in (writer, editor, second):
        with pytest.raises(NotAllowed):
            approve(review, refused)
    approve(review, moderator)
    for refused in (writer, editor, moderator, second):
        with pytest.raises(NotAllowed):
            approve(review, refused)
    approve(review, admin)
    with pytest.raises(Impossible, match="decided already"):
        approve(review, person("mari", Role.MODERATOR))


def test_a_new_wording_begins_anew(writer: User, moderator: User, second: User) -> None:
    quote = make_quote(**UNNAMED)
    approve(asked(writer, quote), moderator)
    quote.venue = "Seoul"
    quote.save()
    again = approve(asked(writer, quote), second)
    assert again.waits_for_second
    assert not is_approved(again.revision)


def test_approved_by_one_alone_however_that_came_it_stays_unpublished(
    writer: User, editor: User, moderator: User, second: User
) -> None:
    """As before two had to, or written behind the lifecycle."""
    review = asked(writer)
    as_by_one = {"decision": "approved", "decided_by": moderator, "decided_at": timezone.now()}
    with lifecycle_step():
        Review.objects.update(**as_by_one)
    assert not is_approved(review.revision)
    with pytest.raises(Blocked, match="not approved"):
        lifecycle.publish(revision=review.revision, by=editor)
    again = lifecycle.submit(revision=review.revision, by=writer)
    approve(again, moderator)
    approve(again, second)
    lifecycle.publish(revision=review.revision, by=editor)


@pytest.mark.database
def test_the_database_takes_no_person_for_two(writer: User, moderator: User) -> None:
    review = approve(asked(writer), moderator)
    now = timezone.now()
    for wrong in (
        {"decision": "approved", "decided_by": moderator, "decided_at": now},
        {"first_approved_at": None},
        {"first_approved_by": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), lifecycle_step():
            Review.objects.filter(pk=review.pk).update(**wrong)


def test_who_approved_first_may_still_refuse(writer: User, moderator: User) -> None:
    review = approve(asked(writer), moderator)
    said = at_the_desk(moderator).get(page(review)).content.decode()
    assert 'value="approved"' not in said
    assert "You can still send it back" in said
    form = {"review": review.pk, "decision": "sent_back", "reason": "I was wrong."}
    assert at_the_desk(moderator).post(page(review), form).status_code == 302
    review.refresh_from_db()
    assert (review.decision, review.decided_by) == (Decision.SENT_BACK, moderator)


def test_forged_second_approvals_are_refused(
    writer: User, editor: User, moderator: User, second: User
) -> None:
    review = asked(writer)
    for _turn in ("first", "again"):
        for user in (writer, editor, moderator):
            desk = at_the_desk(user)
            desk.post(page(review), {"review": review.pk, "decision": "approved"})
            desk.post(queue_url(review), {"step": "approve"})
    review.refresh_from_db()
    assert (review.decision, review.first_approved_by) == ("", moderator)
    assert "approved it already" in at_the_desk(moderator).get(queue_url(review)).content.decode()
    at_the_desk(second).post(queue_url(review), {"step": "approve"})
    assert is_approved(review.revision)


def test_pages_say_that_two_have_to_and_who_was_the_first(
    writer: User, moderator: User, second: User
) -> None:
    review = asked(writer)
    for address in (page(review), queue_url(review)):
        said = at_the_desk(moderator).get(address).content.decode()
        assert "Two people other than its author have to approve this." in said
    answer = at_the_desk(moderator).post(queue_url(review), {"step": "approve"}, follow=True)
    assert "Waiting for a second approval" in answer.content.decode()
    for address in (page(review), queue_url(review)):
        said = at_the_desk(second).get(address).content.decode()
        assert "Approved by mo:" in said
        assert "Yours is the second approval" in said
    change = f"/admin/quotes/quote/{review.revision.content_id}/"
    assert "mo approved it." in at_the_desk(writer).get(f"{change}change/").content.decode()
    assert "First approved by mo" in at_the_desk(writer).get(f"{change}history/").content.decode()


def test_it_waits_at_the_desk_of_others(writer: User, moderator: User, second: User) -> None:
    review = approve(asked(writer), moderator)
    assert SECOND in at_the_desk(second).get("/admin/").content.decode()
    assert queue_url(review) not in at_the_desk(moderator).get("/admin/").content.decode()
    assert at_the_desk(moderator).get(queue_url()).status_code == 200
    assert at_the_desk(second).get(queue_url()).headers["Location"] == queue_url(review)


def test_what_is_scheduled_or_public_is_not_refused_behind_its_back(
    writer: User, editor: User, moderator: User
) -> None:
    """It would open all the same: whoever refuses it has to cancel or withdraw it."""
    quote, edition = live_quote(editor, moderator)
    review = lifecycle.submit(revision=edition.revision, by=editor)
    with pytest.raises(Impossible, match="cancel what is scheduled"):
        lifecycle.decide(review=review, decision=Decision.REJECTED, by=moderator, reason="No.")
    assert Edition.objects.live(timezone.now()).filter(content=quote).exists()


def test_while_a_translation_is_ahead_of_its_original_readers_learn_no_name(
    editor: User, moderator: User, client: Any
) -> None:
    """The name is taken from the translations first: what the original says holds no more."""
    quote = make_quote(expert=live_expert(editor, moderator), level=Level.VERIFIED)
    quote.evidence.update(passage=WORDS)
    published(quote, by=editor, approved_by=moderator)
    translation, _edition = live_quote(editor, moderator, original=quote)
    for name, value in {**UNNAMED, "expert": None}.items():
        setattr(quote, name, value)
    quote.save()
    recorded(quote, editor)
    translation.described_as, translation.slug = "ある外交官", "言葉"
    translation.save()
    shown = published(translation, by=editor, approved_by=moderator, change=Change.UPDATE)
    said = client.get(f"/ja{shown.path}").content.decode()
    assert "ある外交官" in said
    assert "quote-as_reported" in said
    for secret in ("森山", "/experts/aki-moriyama", "quote-verified", '"Person"'):
        assert secret not in said, secret
