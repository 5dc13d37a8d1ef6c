"""Where a second factor is compulsory, nothing of the desk opens without one."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from newsroom.staff.second_factor import OPEN_WITHOUT
from tests.staff.signing_in import (
    SECOND_FACTOR,
    code_of_the_app,
    give_an_app,
    give_codes,
    is_in,
    password,
    sign_in,
)

pytestmark = pytest.mark.django_db
SETUP = f"{SECOND_FACTOR}totp/activate/"


@pytest.fixture(autouse=True)
def _compulsory(settings) -> None:
    settings.REQUIRE_SECOND_FACTOR = True


def walk(resolver: URLResolver, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Every pattern below a resolver, with a one in each place where it takes something."""
    for entry in resolver.url_patterns:
        route = before + as_path(entry)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from walk(entry, route, inner)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", f"/{route}"


def as_path(entry: URLPattern | URLResolver) -> str:
    route = str(entry.pattern)
    route = re.sub(r"<uuid:\w+>", "6f1b7b4e-0d4b-4f4b-9a4e-111111111111", route)
    route = re.sub(r"\(\?P<app_label>(\w+).*?\)", r"\1", route)
    route = re.sub(r"\(\?P<uidb36>.*?\)|\(\?P<key>.*?\)", "1", route)
    route = re.sub(r"\(\?P<\w+>.*?\)|<[^>]+>", "1", route)
    return route.strip("^$").replace("\\", "")


# Where two patterns stand for one address, the first answers.
DESK = dict(
    reversed([(path, name) for name, path in walk(get_resolver()) if path[:7] == "/admin/"])
)
PRIVATE = ("/admin/autocomplete/", "/admin/quotes/evidence/1/file/", "/admin/auth/user/")


def test_the_walk_finds_the_desk():
    assert len(DESK) > 100
    assert set(PRIVATE) <= set(DESK)
    assert DESK["/admin/login/"] == "account_login"


@pytest.mark.parametrize("method", ["get", "post", "put", "head"])
def test_no_address_of_the_desk_opens_without_one(client, admin, method):
    sign_in(client, admin)
    reached = [
        path
        for path, name in DESK.items()
        if name not in OPEN_WITHOUT and not leads_to_setup(getattr(client, method)(path))
    ]
    assert reached == []


def leads_to_setup(answer) -> bool:
    return answer.status_code == 302 and answer.url == SECOND_FACTOR


def test_the_page_it_leads_to_says_why_and_offers_both(client, writer):
    sign_in(client, writer)
    page = client.get("/admin/", follow=True, headers={"host": "localhost"}).content.decode()
    assert "asks everybody for a second factor" in page
    assert SETUP in page
    assert f"{SECOND_FACTOR}webauthn/add/" in page


def test_with_one_set_up_the_desk_opens(client, writer):
    sign_in(client, writer)
    secret = client.get(SETUP).context["form"].secret
    answer = client.post(SETUP, {"code": code_of_the_app(secret)}, follow=True)
    assert len(answer.context["unused_codes"]) == 10
    assert is_in(client)


def test_a_wrong_code_sets_nothing_up(client, writer):
    sign_in(client, writer)
    client.get(SETUP)
    client.post(SETUP, {"code": "000000"})
    assert not is_in(client)


def test_recovery_codes_alone_are_no_second_factor(client, writer):
    give_codes(writer)
    sign_in(client, writer)
    assert not is_in(client)


def test_taking_the_last_one_away_closes_the_desk_again(client, writer):
    sign_in(client, writer)
    secret = client.get(SETUP).context["form"].secret
    client.post(SETUP, {"code": code_of_the_app(secret)})
    client.post(f"{SECOND_FACTOR}totp/deactivate/")
    assert not is_in(client)


def test_a_password_alone_stays_without_the_desk_where_the_person_has_one(client, writer):
    give_an_app(writer)
    sign_in(client, writer)
    assert {client.get(path).status_code for path in PRIVATE} == {302, 404}


def test_setting_one_up_long_after_signing_in_asks_for_the_password_again(client, writer):
    client.force_login(writer)
    asked = client.get(SETUP).url
    assert asked.startswith("/admin/account/reauthenticate/")
    assert client.post(asked, {"password": password(writer)}).url == SETUP
    assert client.get(SETUP).status_code == 200


def test_where_it_is_not_compulsory_nobody_is_asked(settings, writer):
    settings.REQUIRE_SECOND_FACTOR = False
    client = Client()
    sign_in(client, writer)
    assert is_in(client)


OWN_PAGES = [
    "/admin/password_change/",
    SETUP,
    f"{SECOND_FACTOR}totp/deactivate/",
    f"{SECOND_FACTOR}recovery-codes/",
    f"{SECOND_FACTOR}recovery-codes/generate/",
]


def test_headings_are_written_as_everywhere_at_the_desk(client, writer, settings):
    """allauth Capitalizes Every Word."""
    settings.REQUIRE_SECOND_FACTOR = False
    sign_in(client, writer)
    pages = [client.get(SETUP).content.decode()]
    give_an_app(writer)
    give_codes(writer)
    pages += [client.get(path).content.decode() for path in OWN_PAGES if path != SETUP]
    headings = [re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", page, re.DOTALL)[1] for page in pages]
    assert len(set(headings)) == len(OWN_PAGES)
    assert [heading for heading in headings if heading != heading.capitalize()] == []
