import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.urls import resolve

from newsroom.staff.views import SignIn
from tests.staff.signing_in import (
    ASKED_FOR_A_CODE,
    SECRET,
    SIGN_IN,
    code_of_the_app,
    give_an_app,
    give_codes,
    is_in,
    password,
    sign_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_name_and_a_password_open_the_desk(client, writer):
    assert sign_in(client, writer).url == "/admin/"
    assert is_in(client)


def test_so_does_an_e_mail_address_in_any_case(client, writer):
    User.objects.filter(pk=writer.pk).update(email="wren@desk.example")
    posted = {"login": "Wren@Desk.example", "password": password(writer)}
    client.post(SIGN_IN, posted)
    assert is_in(client)


@pytest.mark.parametrize(
    ("login", "word"),
    [
        ("wren", "wrong"),
        ("nobody", "wrong"),
        ("wren", ""),
        ("wren\0", "wrong"),
        ("", ""),
        ("ｗｒｅｎ", "wren-password-for-tests"),
        ("w" * 5000, "x" * 5000),
    ],
)
def test_anything_else_does_not_and_says_no_more_than_that(client, writer, login, word):
    answer = client.post(SIGN_IN, {"login": login, "password": word})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not is_in(client)


def test_a_wrong_name_and_a_wrong_password_read_the_same(client, writer):
    wrong = [
        client.post(SIGN_IN, {"login": name, "password": "wrong"}).context["form"].errors
        for name in ("wren", "nobody")
    ]
    assert wrong[0] == wrong[1]


def test_whoever_is_no_longer_active_stays_out(client, writer):
    User.objects.filter(pk=writer.pk).update(is_active=False)
    assert sign_in(client, writer).url == "/admin/account/inactive/"
    assert not is_in(client)


def test_one_comes_back_to_where_one_wanted_to_go(client, writer):
    asked = client.get("/admin/articles/article/?p=2").url
    assert parse_qs(urlsplit(asked).query)["next"] == ["/admin/articles/article/?p=2"]
    posted = {"login": "wren", "password": password(writer), "next": "/admin/articles/article/?p=2"}
    assert client.post(asked, posted).url == "/admin/articles/article/?p=2"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        "http://localhost:9999/admin/",
        "http://127.0.0.1/admin/",
        "https://testserver@evil.example/",
        "\thttps://evil.example",
    ],
)
def test_nobody_is_led_elsewhere(client, writer, elsewhere):
    posted = {"login": "wren", "password": password(writer), "next": elsewhere}
    assert client.post(SIGN_IN, posted).url == "/admin/"
    assert client.get(SIGN_IN, {"next": elsewhere}).url == "/admin/"


def test_the_admins_own_sign_in_is_not_there(client):
    """It knows no second factor and no limits."""
    assert resolve("/admin/login/").func.view_class is SignIn
    assert "mfa_login" in client.get(SIGN_IN, headers={"host": "localhost"}).content.decode()


def test_nobody_makes_an_account_for_themselves(client):
    for address in ("signup/", "account/signup/", "account/second-factor/webauthn/signup/"):
        assert (
            client.get(f"/admin/{address}", follow=True).redirect_chain[-1][0].startswith(SIGN_IN)
        )


def test_a_code_of_the_app_is_asked_for_after_the_password(client, writer):
    give_an_app(writer)
    assert sign_in(client, writer).url == ASKED_FOR_A_CODE
    assert not is_in(client)
    assert client.post(ASKED_FOR_A_CODE, {"code": code_of_the_app()}).url == "/admin/"
    assert is_in(client)


def test_a_code_works_once(client, writer):
    give_an_app(writer)
    code = code_of_the_app()
    for person, comes_in in ((client, True), (type(client)(), False)):
        sign_in(person, writer)
        person.post(ASKED_FOR_A_CODE, {"code": code})
        assert is_in(person) is comes_in


@pytest.mark.parametrize("code", ["000000", "", "१२३४५६", "0" * 5000])
def test_a_wrong_code_does_not_open(client, writer, code):
    give_an_app(writer)
    sign_in(client, writer)
    assert client.post(ASKED_FOR_A_CODE, {"code": code}).status_code == 200
    assert not is_in(client)


def test_the_page_for_the_code_opens_nothing_without_the_password(client, writer):
    give_an_app(writer)
    assert client.post(ASKED_FOR_A_CODE, {"code": code_of_the_app()}).url == SIGN_IN
    assert not is_in(client)


def test_a_recovery_code_opens_once_when_the_device_is_lost(client, writer):
    give_an_app(writer)
    code = give_codes(writer)[3]
    for person, comes_in in ((client, True), (type(client)(), False)):
        sign_in(person, writer)
        person.post(ASKED_FOR_A_CODE, {"code": code})
        assert is_in(person) is comes_in


def test_the_secret_of_an_app_lies_in_the_database_under_the_sites_key(writer, settings):
    given = give_an_app(writer)
    given.refresh_from_db()
    assert SECRET not in str(given.data)
    assert given.wrap().validate_code(code_of_the_app())


def test_it_survives_a_new_key_while_the_old_one_is_still_named(writer, settings):
    given = give_an_app(writer)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 6
    assert given.wrap().validate_code(code_of_the_app())


def page_that_asks_for_a_code(client, user) -> str:
    sign_in(client, user)
    return client.get(ASKED_FOR_A_CODE, headers={"host": "localhost"}).content.decode()


def test_the_code_can_be_typed_at_once(client, writer):
    give_an_app(writer)
    page = page_that_asks_for_a_code(client, writer)
    assert re.search(r'<input[^>]* name="code"[^>]* autofocus', page)


def test_a_passkey_is_offered_to_nobody_who_has_none(client, writer):
    give_an_app(writer)
    assert "Use a passkey" not in page_that_asks_for_a_code(client, writer)
