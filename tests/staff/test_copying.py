"""What is given out once is copied by a press: a link for a password, codes for a lost device."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.admin_desk.browsing import signed_in
from tests.staff.signing_in import SECOND_FACTOR, give_codes

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 390, "height": 844}
PERMISSIONS = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def page(browser: Browser, live_server, admin) -> Iterator[Page]:
    with signed_in(browser, live_server.url, admin, viewport=PHONE) as desk:
        desk.grant_permissions(PERMISSIONS)
        yield desk.new_page()


def copied(page: Page) -> str:
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def prove_who_one_is(page: Page, username: str) -> None:
    page.locator("[name=password]").fill(f"{username}-password-for-tests")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_link_for_a_password_is_as_wide_as_the_page_and_is_copied(page, admin, writer):
    page.goto(f"/admin/auth/user/{writer.pk}/password-link/")
    prove_who_one_is(page, admin.username)
    page.get_by_role("button", name="Make a link").click()
    field = page.get_by_label("Link")
    assert field.bounding_box()["width"] > 300
    assert copied(page) == field.input_value()


def test_recovery_codes_are_copied_one_a_line(page, admin):
    codes = give_codes(admin)
    page.goto(f"{SECOND_FACTOR}recovery-codes/")
    prove_who_one_is(page, admin.username)
    expect(page.get_by_role("listitem").filter(has_text=codes[0])).to_be_visible()
    assert copied(page) == "\n".join(codes)
