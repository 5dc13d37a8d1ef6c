"""Who submitted, or wrote, hears by mail what was decided."""

from __future__ import annotations

import pytest
from django.core import mail

from newsroom.publishing import lifecycle
from newsroom.publishing.reviews import Decision
from newsroom.staff.models import Preferences
from tests.factories import make_event, make_quote, recorded

pytestmark = pytest.mark.django_db


@pytest.fixture
def with_mail(settings):
    settings.MAIL_IS_SENT = True


@pytest.fixture
def addressed(writer):
    writer.email = "wren@relations.example"
    writer.save()
    return writer


def decided(content, writer, by, decision=Decision.SENT_BACK, reason="Which bridge?"):
    review = lifecycle.submit(revision=recorded(content, writer), by=writer)
    lifecycle.decide(review=review, decision=decision, reason=reason, by=by)


@pytest.mark.usefixtures("with_mail")
def test_the_writer_gets_the_decision_its_reason_and_the_way_there(addressed, editor):
    event = make_event(title="The bridge opens")
    decided(event, addressed, editor)
    (letter,) = mail.outbox
    assert letter.to == ["wren@relations.example"]
    assert letter.subject == "Sent back: event: the-bridge-opens"
    assert "Which bridge?" in letter.body
    assert f"/admin/timeline/event/{event.pk}/change/" in letter.body


@pytest.mark.usefixtures("with_mail")
def test_words_of_a_quote_do_not_leave_the_house(addressed, moderator):
    quote = make_quote("Between us: it will fail.")
    decided(quote, addressed, moderator, reason="No source.")
    (letter,) = mail.outbox
    assert "it will fail" not in letter.subject + letter.body


@pytest.mark.usefixtures("with_mail")
def test_the_mail_speaks_the_language_of_the_person_s_desk(addressed, editor):
    Preferences.objects.create(user=addressed, language="ja")
    decided(make_event(), addressed, editor)
    assert mail.outbox[0].subject.startswith("差し戻し")


@pytest.mark.usefixtures("with_mail")
def test_whoever_has_no_address_or_left_gets_none(addressed, editor):
    review = lifecycle.submit(revision=recorded(make_event(), addressed), by=addressed)
    addressed.is_active = False
    addressed.save()
    lifecycle.decide(review=review, decision=Decision.REJECTED, reason="No.", by=editor)
    assert mail.outbox == []


def test_without_a_mail_server_none_is_written(addressed, editor):
    decided(make_event(), addressed, editor)
    assert mail.outbox == []
