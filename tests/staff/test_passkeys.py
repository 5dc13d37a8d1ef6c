"""Passkeys in a real browser with a virtual device, at localhost: browsers refuse IP addresses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.cast import person
from tests.staff.signing_in import SECOND_FACTOR, SIGN_IN, password

pytestmark = pytest.mark.django_db(transaction=True)

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def writer(transactional_db: None) -> User:
    return person("wren")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """With a console that stays empty: no error, no breach of the policy."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert complaints == []


@pytest.fixture
def device(page: Page) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    added = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    session.id = added["authenticatorId"]  # type: ignore[attr-defined]
    return session


def by_password(page: Page, site: str, user: User) -> None:
    page.goto(f"{site}{SIGN_IN}")
    page.get_by_label("Name or e-mail address").fill(user.username)
    page.get_by_label("Password", exact=True).fill(password(user))
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(f"**{SIGN_IN}")


def add_a_passkey(page: Page, site: str, *, alone: bool = True) -> None:
    page.goto(f"{site}{SECOND_FACTOR}webauthn/add/")
    page.get_by_label("Name of the device").fill("Telephone")
    page.get_by_label("Sign in with it alone").set_checked(alone)
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_label("Unused codes")).to_be_visible()


def test_the_tests_ask_at_a_name(live_server):
    assert live_server.url.startswith("http://localhost:")


def test_a_passkey_alone_opens_the_desk(page, device, live_server, writer):
    by_password(page, live_server.url, writer)
    add_a_passkey(page, live_server.url)
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{live_server.url}/admin/")
    assert Authenticator.objects.get(user=writer, type="webauthn").last_used_at


def test_it_leads_on_to_where_one_wanted_to_go(page, device, live_server, writer):
    by_password(page, live_server.url, writer)
    add_a_passkey(page, live_server.url)
    sign_out(page)
    page.goto(f"{live_server.url}/admin/account/preferences/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/admin/account/preferences/")


def test_as_a_second_factor_it_is_asked_for_after_the_password(page, device, live_server, writer):
    by_password(page, live_server.url, writer)
    add_a_passkey(page, live_server.url, alone=False)
    sign_out(page)
    by_password(page, live_server.url, writer)
    page.wait_for_url("**/authenticate/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{live_server.url}/admin/")


def test_without_the_device_the_page_says_so_and_the_door_stays_shut(
    page, device, live_server, writer
):
    by_password(page, live_server.url, writer)
    add_a_passkey(page, live_server.url)
    sign_out(page)
    options = {"authenticatorId": device.id, "isUserVerified": False}
    device.send("WebAuthn.setUserVerified", options)
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("did not work")
    page.goto(f"{live_server.url}/admin/")
    assert SIGN_IN in page.url


def test_where_it_is_compulsory_a_passkey_opens_the_desk(
    page, device, live_server, writer, settings
):
    settings.REQUIRE_SECOND_FACTOR = True
    by_password(page, live_server.url, writer)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_label("Unused codes")).to_be_visible(timeout=15_000)
    page.goto(f"{live_server.url}/admin/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url == f"{live_server.url}/admin/"


def test_at_a_number_the_page_offers_no_passkey_and_says_where(page, live_server, writer):
    site = live_server.url.replace("localhost", "127.0.0.1")
    by_password(page, site, writer)
    page.wait_for_url(f"{site}/admin/")
    page.goto(f"{site}{SECOND_FACTOR}")
    expect(page.get_by_text("Browsers keep passkeys for names")).to_be_visible()
    expect(page.get_by_role("link", name="Add a passkey")).to_have_count(0)


def test_a_passkey_is_renamed_and_removed(page, device, live_server, writer):
    by_password(page, live_server.url, writer)
    add_a_passkey(page, live_server.url)
    page.goto(f"{live_server.url}{SECOND_FACTOR}webauthn/")
    page.get_by_role("link", name="Rename").click()
    page.get_by_label("Name").fill("Red key")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Red key")).to_be_visible()
    page.get_by_role("link", name="Remove").click()
    expect(page.get_by_text("Red key will sign you in no longer.")).to_be_visible()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert not Authenticator.objects.filter(user=writer, type="webauthn").exists()
