import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from tests.staff.signing_in import (
    SECOND_FACTOR,
    SECRET,
    code_of_the_app,
    is_in,
    password,
    sign_in,
)

pytestmark = pytest.mark.django_db
NOON = "2026-11-23T12:00:00Z"


@pytest.fixture
def elsewhere(writer) -> Client:
    """The same person at another device."""
    other = Client()
    sign_in(other, writer)
    return other


def test_the_key_changes_at_sign_in(client, writer):
    client.get("/admin/login/")
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = planted = session.session_key
    sign_in(client, writer)
    assert is_in(client)
    assert client.cookies["sessionid"].value != planted
    assert not Session.objects.filter(pk=planted).exists()


def test_signing_out_ends_the_session_itself_not_only_the_cookie(client, writer):
    sign_in(client, writer)
    kept = client.cookies["sessionid"].value
    assert client.post("/admin/logout/").url == "/admin/login/"
    client.cookies["sessionid"] = kept
    assert not is_in(client)


def test_opening_an_address_signs_nobody_out(client, writer):
    sign_in(client, writer)
    client.get("/admin/logout/")
    client.get("/admin/account/everywhere/")
    assert is_in(client)


def test_a_new_password_ends_all_other_sessions(client, writer, elsewhere):
    sign_in(client, writer)
    new = "a-new-and-longer-password"
    posted = {"oldpassword": password(writer), "password1": new, "password2": new}
    client.post("/admin/password_change/", posted)
    assert is_in(client)
    assert not is_in(elsewhere)


def test_a_new_second_factor_ends_all_other_sessions(client, writer, elsewhere):
    sign_in(client, writer)
    address = f"{SECOND_FACTOR}totp/activate/"
    client.get(address)
    session = client.session
    session["mfa.totp.secret"] = SECRET
    session.save()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("django.db.transaction.on_commit", lambda work: work())
        client.post(address, {"code": code_of_the_app()})
    assert writer.authenticator_set.count() == 2
    assert is_in(client)
    assert not is_in(elsewhere)


def test_one_signs_out_everywhere_at_once(client, writer, editor, elsewhere):
    colleague = Client()
    sign_in(colleague, editor)
    sign_in(client, writer)
    client.post("/admin/account/everywhere/")
    assert not is_in(client)
    assert not is_in(elsewhere)
    assert is_in(colleague)


def test_an_hour_without_a_sign_of_life_ends_a_session(client, writer):
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client, writer)
        clock.shift(59 * 60)
        assert is_in(client)
        clock.shift(59 * 60)
        assert is_in(client)
        clock.shift(60 * 60)
        answer = client.get("/admin/articles/article/", follow=True)
    assert "You were signed out after a while" in answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/admin/login/?next=/admin/articles/article/"


def test_twelve_hours_after_signing_in_it_ends_however_busy_one_was(client, writer):
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client, writer)
        for _ in range(23):
            clock.shift(30 * 60)
            assert is_in(client)
        clock.shift(30 * 60)
        assert not is_in(client)


def test_changing_a_password_does_not_begin_the_twelve_hours_anew(client, writer):
    new = "a-new-and-longer-password"
    posted = {"oldpassword": password(writer), "password1": new, "password2": new}
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client, writer)
        for _ in range(20):
            clock.shift(30 * 60)
            assert is_in(client)
        client.post("/admin/password_change/", posted)
        for _ in range(3):
            clock.shift(30 * 60)
            assert is_in(client)
        clock.shift(30 * 60)
        assert not is_in(client)


def test_a_session_that_does_not_say_when_it_began_is_over(client, writer):
    sign_in(client, writer)
    session = client.session
    del session["signed_in_at"]
    session.save()
    assert not is_in(client)


def test_a_sign_of_life_is_written_down_once_a_minute(client, writer, django_assert_num_queries):
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client, writer)
        clock.shift(59)
        with django_assert_num_queries(2):
            client.get("/admin/jsi18n/")
        clock.shift(1)
        with django_assert_num_queries(5):  # and the session, in a savepoint
            client.get("/admin/jsi18n/")
        with django_assert_num_queries(2):
            client.get("/admin/jsi18n/")


def test_reader_pages_neither_end_nor_prolong_a_session(client, writer):
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client, writer)
        clock.shift(61 * 60)
        assert client.get("/robots.txt").status_code == 200
        assert Session.objects.count() == 1
        assert not is_in(client)
