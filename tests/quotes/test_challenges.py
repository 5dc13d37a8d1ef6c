"""Readers challenge a quote that they see; those who decide on quotes answer, and nobody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.refusals import Impossible, NotAllowed, Unexplained
from quotes.challenges import steps
from quotes.challenges.steps import challenge, decide
from quotes.models import Challenge, ChallengeState, Objection, Quote
from tests.admin_desk.desk import at_the_desk
from tests.factories import published
from tests.queries.counting import queries_of
from tests.quotes.challenging import form_of, send
from tests.quotes.making import live_quote

pytestmark = pytest.mark.django_db

LIST = "/admin/quotes/challenge/"
WORDS = "zzonlyforstaff"


@pytest.fixture(autouse=True)
def _fresh_limits() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def live(editor: User, moderator: User) -> tuple[Quote, Edition]:
    return live_quote(editor, moderator)


@pytest.fixture
def made(live: tuple[Quote, Edition]) -> Challenge:
    return make(live[1])


def make(edition: Edition, **more: Any) -> Challenge:
    said = {"objection": Objection.MISQUOTED, "explanation": WORDS}
    return challenge(edition=edition, **{**said, **more})


def page(challenge: Challenge) -> str:
    return reverse("admin:quotes_challenge_change", args=[challenge.pk])


@pytest.mark.database
def test_a_reader_challenges_the_edition_that_they_see(client: Client, live: Any) -> None:
    quote, edition = live
    link = f'href="{form_of(edition)}"'
    assert link in client.get(f"/en{edition.path}").content.decode()
    shown = client.get(form_of(edition)).content.decode()
    assert quote.text in shown.replace("&#x27;", "'")
    said = {"source": "example.org/talk", "contact": "reader@example.org"}
    assert send(client, form_of(edition), **said).status_code == 302
    kept = Challenge.objects.get()
    assert (kept.edition, kept.objection, kept.state) == (edition, "misquoted", "new")
    assert (kept.source, kept.contact) == ("https://example.org/talk", "reader@example.org")
    assert kept.contact_until
    assert kept.contact_until - kept.made_at == dt.timedelta(days=90)


def test_each_language_has_its_form(
    client: Client, live: Any, editor: User, moderator: User
) -> None:
    for language in ("ja", "ko"):
        translated = live_quote(editor, moderator, original=live[0], language=language)[1]
        answer = client.get(form_of(translated, language))
        assert answer.status_code == 200
        assert f'<html lang="{language}">' in answer.content.decode()
        assert f'href="{form_of(live[1])}"' in answer.content.decode()
        assert send(client, form_of(translated, language)).status_code == 302
    assert Challenge.objects.count() == 2


def test_only_live_quotes_are_challenged(client: Client, live: Any, moderator: User) -> None:
    assert client.get("/en/quotes/nobody/challenge/").status_code == 404
    lifecycle.withdraw(content=live[0].content_ptr, reason="Never said.", by=moderator)
    for answer in (client.get(form_of(live[1])), send(client, form_of(live[1]), token="x")):
        assert answer.status_code == 410
        assert "Never said." in answer.content.decode()
    assert not Challenge.objects.exists()


def test_no_more_wait_than_anybody_reads(
    client: Client, live: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MOST_WAITING", 1)
    make(live[1])
    answer = send(client, form_of(live[1]))
    assert answer.status_code == 503
    assert "So much is waiting" in answer.content.decode()
    assert Challenge.objects.count() == 1


def test_readers_never_see_what_others_sent(client: Client, made: Challenge) -> None:
    path = made.edition.path
    for address in (f"/en{path}", form_of(made.edition), "/en/quotes/", "/en/"):
        assert WORDS not in client.get(address).content.decode()


def test_those_who_decide_on_quotes_read_them_and_others_do_not(
    writer: User, editor: User, moderator: User, admin: User, made: Challenge
) -> None:
    for who in (moderator, admin):
        desk = at_the_desk(who)
        assert WORDS in desk.get(LIST).content.decode()
        shown = desk.get(page(made)).content.decode()
        assert WORDS in shown
        assert "Neighbours who argue" in shown
        assert "Challenged by readers" in desk.get("/admin/").content.decode()
    for who in (writer, editor):
        desk = at_the_desk(who)
        assert desk.get(LIST).status_code == desk.get(page(made)).status_code == 403
        assert desk.post(page(made), {"decision": "spam"}).status_code == 403
        assert "Challenged by readers" not in desk.get("/admin/").content.decode()
    assert at_the_desk(admin).get(f"{LIST}999/change/").status_code == 404
    made.refresh_from_db()
    assert made.state == ChallengeState.NEW


def test_the_list_is_narrowed_by_the_language_of_the_quote(
    moderator: User, made: Challenge
) -> None:
    desk = at_the_desk(moderator)
    assert "日本語" in desk.get(LIST).content.decode()
    for language, is_shown in (("en", True), ("ja", False)):
        shown = desk.get(LIST, {"language": language}).content.decode()
        assert (WORDS in shown) is is_shown


def test_declining_needs_a_reason_and_is_audited(moderator: User, made: Challenge) -> None:
    desk = at_the_desk(moderator)
    refused = desk.post(page(made), {"decision": "declined", "reason": " "})
    assert "Say why the quote stays" in refused.content.decode()
    forged = desk.post(page(made), {"decision": "new"})
    assert forged.status_code == 200
    assert desk.post(page(made), {"decision": "declined", "reason": "Heard it."}).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.decided_by, made.reason) == ("declined", moderator, "Heard it.")
    entry = AuditEntry.objects.first()
    assert entry
    assert (entry.action, entry.by, entry.details["state"]) == (
        "decide_challenge",
        "mo",
        "declined",
    )
    assert WORDS not in str(entry.details)
    with pytest.raises(Impossible):
        decide(challenge=made, state=ChallengeState.SPAM, by=moderator)


def test_it_is_upheld_once_the_quote_was_corrected(
    editor: User, moderator: User, live: Any, made: Challenge
) -> None:
    with pytest.raises(Impossible, match="Correct or withdraw"):
        decide(challenge=made, state=ChallengeState.UPHELD, by=moderator)
    assert "Uphold" not in at_the_desk(moderator).get(page(made)).content.decode()
    live[0].venue = "Kyoto"
    live[0].save()
    told = {"change": Change.CORRECTION, "note": "It was in Kyoto."}
    published(live[0], by=editor, approved_by=moderator, **told)
    assert at_the_desk(moderator).post(page(made), {"decision": "upheld"}).status_code == 302
    made.refresh_from_db()
    assert made.state == ChallengeState.UPHELD


def test_it_is_upheld_once_the_quote_was_withdrawn(
    moderator: User, live: Any, made: Challenge
) -> None:
    lifecycle.withdraw(content=live[0].content_ptr, reason="Never said.", by=moderator)
    decide(challenge=made, state=ChallengeState.UPHELD, by=moderator)


def test_who_wrote_the_words_does_not_decide(
    editor: User, moderator: User, admin: User, made: Challenge
) -> None:
    made.edition.revision.author.is_superuser = True
    made.edition.revision.author.save()
    author = User.objects.get(pk=made.edition.revision.author_id)
    with pytest.raises(NotAllowed, match="somebody else"):
        decide(challenge=made, state=ChallengeState.SPAM, by=author)
    with pytest.raises(Unexplained):
        decide(challenge=made, state=ChallengeState.DECLINED, by=admin)


def test_mail_addresses_are_forgotten_on_the_day_that_was_promised(live: Any) -> None:
    now = timezone.now()
    days = (91, 89)
    old, young = (
        make(live[1], contact="reader@example.org", at=now - dt.timedelta(days=d)) for d in days
    )
    steps.forget_contacts(at=now)
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.contact, old.contact_until, old.explanation) == ("", None, WORDS)
    assert young.contact == "reader@example.org"


def test_lists_and_pages_ask_as_much_for_fifty_as_for_one(
    moderator: User, live: Any, made: Challenge
) -> None:
    desk, addresses = at_the_desk(moderator), [LIST, page(made), "/admin/"]
    few = queries_of(desk, addresses)
    for _ in range(49):
        make(live[1])
    many = queries_of(desk, addresses)
    assert {a: len(few[a]) for a in addresses} == {a: len(many[a]) for a in addresses}
