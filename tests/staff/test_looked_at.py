"""The pages of signing in and of one's own account: in nobody's way, and quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.cast import person
from tests.staff.signing_in import (
    ASKED_FOR_A_CODE,
    SECOND_FACTOR,
    SIGN_IN,
    give_an_app,
    give_codes,
    sign_in,
)

pytestmark = pytest.mark.django_db(transaction=True)

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
FINDINGS = """async () => (await axe.run({preload: false})).violations.map(
    v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' | ')}`)"""
SMALL = {"width": 360, "height": 740}

WITHOUT_SIGNING_IN = [SIGN_IN, "/admin/account/password/reset/", "/admin/account/inactive/"]
OWN = [
    "/admin/account/preferences/",
    "/admin/password_change/",
    "/admin/account/everywhere/",
    SECOND_FACTOR,
    f"{SECOND_FACTOR}totp/activate/",
    f"{SECOND_FACTOR}webauthn/",
    f"{SECOND_FACTOR}webauthn/add/",
    "/admin/auth/user/",
    "/admin/auth/user/add/",
]
WITH_A_FACTOR = [
    SECOND_FACTOR,
    f"{SECOND_FACTOR}totp/deactivate/",
    f"{SECOND_FACTOR}recovery-codes/",
    f"{SECOND_FACTOR}recovery-codes/generate/",
    f"{SECOND_FACTOR}reauthenticate/",
    "/admin/account/reauthenticate/",
]


@pytest.fixture
def ada(transactional_db: None) -> User:
    return person("ada", is_superuser=True)


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url, viewport=SMALL)
    yield context.new_page()
    context.close()


def come_in(page: Page, client: Client, live_server) -> None:
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    page.context.add_cookies([{**cookie, "url": live_server.url}])


def in_the_way(page: Page, addresses: list[str], language: str = "en") -> dict[str, list[str]]:
    """What axe finds, what the console says, and what is wider than a telephone."""
    found: dict[str, list[str]] = {}
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in addresses:
        said.clear()
        answer = page.goto(address)
        assert answer is not None
        assert (answer.status, page.url.partition("?")[0][-len(address) :]) == (200, address)
        if page.evaluate("document.documentElement.scrollWidth") > SMALL["width"]:
            said.append("wider than the screen")
        # Colours in transition are nobody's.
        page.add_style_tag(content="* { transition: none !important }")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(AXE)
            said.extend(page.evaluate(FINDINGS))
        found[address] = [*said]
    return {address: problems for address, problems in found.items() if problems}


def test_the_pages_before_signing_in(page):
    assert in_the_way(page, WITHOUT_SIGNING_IN) == {}


def test_the_pages_of_ones_own_account(page, client, ada, live_server):
    sign_in(client, ada)
    come_in(page, client, live_server)
    user = f"/admin/auth/user/{ada.pk}/"
    steps = [f"{user}change/", f"{user}password-link/", f"{user}second-factor/"]
    assert in_the_way(page, [*OWN, *steps]) == {}


def test_the_pages_of_who_has_a_second_factor(page, client, ada, live_server):
    sign_in(client, ada)
    give_an_app(ada)
    give_codes(ada)
    come_in(page, client, live_server)
    assert in_the_way(page, WITH_A_FACTOR) == {}


def test_the_page_that_asks_for_the_second_factor(page, client, ada, live_server):
    give_an_app(ada)
    sign_in(client, ada)
    come_in(page, client, live_server)
    assert in_the_way(page, [ASKED_FOR_A_CODE]) == {}
