from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_network

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, RequestFactory

from newsroom.client import client_ip
from tests.cast import person
from tests.staff.signing_in import (
    ASKED_FOR_A_CODE,
    SIGN_IN,
    code_of_the_app,
    give_an_app,
    is_in,
    sign_in,
)

pytestmark = pytest.mark.django_db
HERE, THERE = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "198.51.100.7"}


def fail(user: User, times: int = 5, **where: str) -> list[int]:
    return [sign_in(Client(), user, "wrong", **where).status_code for _ in range(times)]


def test_after_five_failures_even_the_right_password_is_refused_and_says_so(writer):
    assert fail(writer, **HERE) == [200] * 5
    answer = sign_in(Client(), writer, **HERE)
    assert answer.status_code == 429
    assert "Too many failed login attempts" in answer.content.decode()


def test_that_holds_for_whoever_asks_from_there_with_a_fresh_browser(client, writer):
    fail(writer, **HERE)
    sign_in(client, writer, **HERE)
    assert not is_in(client)


def test_but_nobody_locks_a_person_out_from_elsewhere(client, writer):
    fail(writer, **THERE)
    sign_in(client, writer, **HERE)
    assert is_in(client)


def test_a_quarter_of_an_hour_later_the_door_opens_again(client, writer):
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False) as clock:
        fail(writer, **HERE)
        clock.shift(14 * 60)
        assert sign_in(client, writer, **HERE).status_code == 429
        clock.shift(61)
        assert sign_in(client, writer, **HERE).status_code == 302


def test_refusals_do_not_prolong_the_lock(client, writer):
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False) as clock:
        fail(writer, **HERE)
        for _ in range(14):
            clock.shift(60)
            sign_in(client, writer, **HERE)
        clock.shift(61)
        assert sign_in(client, writer, **HERE).status_code == 302


def test_one_address_guesses_twenty_times_whatever_the_names(writer):
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False) as clock:
        for number in range(20):
            clock.shift(3)
            Client().post(SIGN_IN, {"login": f"name-{number}", "password": "wrong"}, **HERE)
        assert sign_in(Client(), writer, **HERE).status_code == 429


def test_signing_in_uses_nothing_up(writer):
    for _ in range(8):
        assert sign_in(Client(), writer, **HERE).status_code == 302


def test_codes_are_guessed_five_times_for_an_account_from_wherever(writer):
    give_an_app(writer)
    for number in range(5):
        guesser = Client(REMOTE_ADDR=f"198.51.100.{number}")
        sign_in(guesser, writer)
        guesser.post(ASKED_FOR_A_CODE, {"code": "000000"})
    late = Client(**HERE)
    sign_in(late, writer)
    answer = late.post(ASKED_FOR_A_CODE, {"code": code_of_the_app()})
    assert "Too many failed" in answer.content.decode()
    assert not is_in(late)


def test_a_password_is_asked_for_again_within_the_same_limits(client, writer):
    client.force_login(writer)
    again = "/admin/account/reauthenticate/"
    answers = [client.post(again, {"password": "wrong"}) for _ in range(6)]
    assert "Incorrect password" in answers[4].content.decode()
    assert "Too many failed" in answers[5].content.decode()


def test_a_flood_is_answered_without_looking_at_it(writer):
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False):
        for _ in range(30):
            sign_in(Client(), writer, **HERE)
        answer = sign_in(Client(), writer, **HERE)
    assert answer.status_code == 429
    assert "試行回数が多すぎます" in answer.content.decode()


def test_limits_lie_in_the_database_where_all_processes_find_them(writer):
    fail(writer, **HERE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_cache WHERE cache_key LIKE '%login_failed%'")
        assert cursor.fetchone()[0] == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgresql
def test_two_who_guess_at_once_have_five_guesses_together():
    writer = person("wren")

    def guess(_: int) -> int:
        try:
            return sign_in(Client(), writer, "wrong", **HERE).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(guess, range(12)))
    assert answers.count(200) <= 5
    assert set(answers) == {200, 429}


@pytest.mark.parametrize(
    ("told", "proxies", "meant"),
    [
        ("203.0.113.9", [], "192.0.2.1"),
        ("203.0.113.9", ["10.0.0.0/8"], "192.0.2.1"),
        ("203.0.113.9", ["192.0.2.1/32"], "203.0.113.9"),
        ("203.0.113.9, 203.0.113.10", ["192.0.2.1/32"], "203.0.113.10"),
        ("203.0.113.9, 192.0.2.8", ["192.0.2.0/24"], "203.0.113.9"),
        ("", ["192.0.2.1/32"], "192.0.2.1"),
        ("rubbish", ["192.0.2.1/32"], "192.0.2.1"),
    ],
)
def test_an_address_is_believed_from_named_proxies_alone(settings, told, proxies, meant):
    settings.TRUSTED_PROXIES = [ip_network(proxy) for proxy in proxies]
    request = RequestFactory().get("/", headers={"x-forwarded-for": told}, **HERE)
    assert client_ip(request) == meant
