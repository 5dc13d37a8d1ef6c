"""What guards forms of readers, tried on the one about a quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.signing import Signer
from django.test import Client, RequestFactory
from django.urls import URLPattern, get_resolver

from newsroom.reader_forms.limits import sender_of
from quotes.models import Challenge
from tests.quotes.challenging import form_of, opened, send, token_in
from tests.quotes.making import live_quote

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _fresh_limits() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def client() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def address(editor: User, moderator: User) -> str:
    return form_of(live_quote(editor, moderator)[1])


def assert_refused(answer: Any, status: int, words: str) -> None:
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert not Challenge.objects.exists()


def test_a_form_sent_from_our_page_is_kept_and_answered_without_a_cookie(
    client: Client, address: str
) -> None:
    answer = send(client, address, HTTP_SEC_FETCH_SITE="same-origin")
    assert (answer.status_code, answer["Location"]) == (302, f"{address}?sent")
    assert Challenge.objects.count() == 1
    assert not answer.cookies
    thanks = client.get(f"{address}?sent")
    assert "Thank you" in thanks.content.decode()
    assert "<form" not in thanks.content.decode()
    assert thanks["Cache-Control"] == "no-store"
    assert "Cookie" not in thanks.get("Vary", "")


def test_what_other_sites_send_is_refused_in_words(client: Client, address: str) -> None:
    foreign: list[dict[str, Any]] = [
        {"HTTP_ORIGIN": "https://elsewhere.example"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_ORIGIN": "https://testserver"},
        {"HTTP_ORIGIN": "http://testserver.elsewhere.example"},
        {"HTTP_ORIGIN": ""},
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
    ]
    for headers in foreign:
        answer = send(client, address, **headers)
        assert_refused(answer, 403, "did not say that this was sent from a page of ours")
    without = client.post(address, {"token": opened(address)})
    assert_refused(without, 403, "Not sent")


def test_a_token_is_good_for_one_form_one_time_and_for_hours(client: Client, address: str) -> None:
    elsewhere = Signer(salt="another").sign_object([address, "n", 0])
    of_another_page = opened(address).replace(":", "x:", 1)
    for token in ("", "forged", "é:\ufffd", elsewhere, of_another_page):
        answer = send(client, address, token=token)
        assert_refused(answer, 422, "open for too long")
        assert "She said “win”" in answer.content.decode()
    assert_refused(send(client, address, token=opened(address, 7 * 3600)), 422, "too long")
    assert_refused(send(client, address, token=opened(address, 1)), 422, "very quick")
    token = opened(address)
    other_language = address.replace("/en/", "/ja/")
    assert send(client, other_language, token=token).status_code == 404
    assert send(client, address, token=token).status_code == 302
    again = send(client, address, token=token)
    assert again.status_code == 409
    assert "We have this already" in again.content.decode()
    assert token_in(again) != token
    assert Challenge.objects.count() == 1


def test_a_token_of_another_form_is_none_for_this_one(
    client: Client, address: str, editor: User, moderator: User
) -> None:
    other = form_of(live_quote(editor, moderator, text="Other words altogether.", slug="other")[1])
    assert_refused(send(client, address, token=opened(other)), 422, "too long")


def test_who_fills_in_what_stays_empty_is_asked_to_send_it_again(
    client: Client, address: str
) -> None:
    answer = send(client, address, website="https://buy.example")
    assert_refused(answer, 422, "has to stay empty")
    assert "buy.example" not in answer.content.decode()
    assert "She said “win”" in answer.content.decode()


def test_what_is_wrong_is_said_and_all_that_was_typed_is_kept(client: Client, address: str) -> None:
    typed = {"source": "javascript:alert(1)", "contact": "no address", "objection": "forged"}
    answer = send(client, address, explanation="x" * 2001, **typed)
    assert_refused(answer, 422, "Everything you typed is still here")
    assert set(answer.context["form"].errors) == {*typed, "explanation"}
    assert "no address" in answer.content.decode()


def test_nothing_that_is_sent_breaks_it(client: Client, address: str) -> None:
    for hostile in ("\x00", "\ufffd", "\u202e", "<script>alert(1)</script>", "%zz", "{{7*7}}"):
        answer = send(
            client, address, explanation=f"Why {hostile}", source=hostile, contact=hostile
        )
        assert answer.status_code in (302, 422), hostile
        assert "<script>alert" not in answer.content.decode()
    big = send(client, address, explanation="x" * 70_000)
    assert_refused(big, 413, "more than the form takes")
    meta = {"HTTP_ORIGIN": "http://testserver"}
    assert client.post(address, b"\xff", content_type="application/json", **meta).status_code == 422
    assert client.put(address).status_code == 405


def test_one_address_sends_five_within_the_hour_however_often_it_tries(
    client: Client, address: str
) -> None:
    """A thousand posts: those beyond the limit are refused in words."""
    tokens = [opened(address) for _ in range(8)]
    statuses = [send(client, address, token=token).status_code for token in tokens]
    assert statuses == [302] * 5 + [429] * 3
    flood = [send(client, address, token=tokens[n % 8]).status_code for n in range(992)]
    assert set(flood) == {409}
    assert Challenge.objects.count() == 5
    answer = send(client, address)
    assert "A lot was sent from your address" in answer.content.decode()
    assert "She said “win”" in answer.content.decode()
    assert send(client, address, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_a_sender_is_an_address_or_a_network_of_ipv6() -> None:
    def of(address: str) -> str:
        return sender_of(RequestFactory().get("/", REMOTE_ADDR=address))

    assert of("2001:db8:1:2::3") == of("2001:db8:1:2:ffff::9") != of("2001:db8:1:3::3")
    assert of("::ffff:192.0.2.1") == of("192.0.2.1") != of("192.0.2.2")
    assert of("") == ""


def test_nothing_else_is_exempt_from_the_check_against_forgery() -> None:
    def views(patterns: list[Any]) -> Iterator[Any]:
        for entry in patterns:
            if isinstance(entry, URLPattern):
                yield entry.callback
            else:
                yield from views(entry.url_patterns)

    exempt = [v for v in views(get_resolver().url_patterns) if getattr(v, "csrf_exempt", False)]
    assert [view for view in exempt if not hasattr(view, "reader_form")] == []
    assert exempt
