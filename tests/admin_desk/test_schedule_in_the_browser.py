"""Scheduling as one does it: by keyboard, in one's own zone, on any screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Edition
from newsroom.staff.models import Preferences
from tests.cast import person
from tests.factories import recorded
from tests.pieces.models import Piece

from .browsing import signed_in
from .desk import url

pytestmark = pytest.mark.django_db(transaction=True)

DECEMBER = dt.datetime(2098, 12, 15, 12, tzinfo=dt.UTC)
SPILLS_OVER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def ada(transactional_db: None) -> User:
    ada = person("ada", is_superuser=True)
    Preferences.objects.create(user=ada, time_zone="Europe/Berlin")
    return ada


@pytest.fixture
def piece(ada: User) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="Words.")
    recorded(piece, ada)
    return piece


@pytest.fixture
def desk(browser: Browser, live_server, ada: User) -> Iterator[BrowserContext]:
    """A browser elsewhere than Ada: what counts is the zone that she chose."""
    with signed_in(browser, live_server.url, ada, timezone_id="Asia/Tokyo") as desk:
        yield desk


def test_a_time_that_comes_twice_is_settled_by_keyboard(desk: BrowserContext, piece: Piece) -> None:
    page = desk.new_page()
    page.goto(url(piece, "publish"))
    page.focus("[name=opens]")
    page.keyboard.type("102620980230AM")
    assert page.input_value("[name=opens]") == "2098-10-26T02:30"
    with page.expect_navigation():
        page.locator("button.default").press("Enter")
    which = page.get_by_role("group", name="02:30 comes twice. Which one?")
    assert which.get_by_role("radio").count() == 2
    assert page.input_value("[name=opens]") == "2098-10-26T02:30"
    page.focus("[name=opens-which]")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.locator("button.default").press("Enter")
    assert Edition.objects.get().live_from == dt.datetime(2098, 10, 26, 1, 30, tzinfo=dt.UTC)
    page.wait_for_selector("text=02:30 (UTC+01:00) Europe/Berlin")


def test_what_is_in_the_calendar_is_changed_from_there(
    desk: BrowserContext, piece: Piece, ada: User
) -> None:
    lifecycle.publish(revision=piece.revisions.get(), by=ada, opens=DECEMBER)
    page = desk.new_page()
    page.goto("/admin/")
    page.locator("#user-tools").get_by_role("link", name="Calendar").click()
    page.goto("/admin/calendar/?month=2098-12")
    page.get_by_role("cell").filter(has_text="13:00").get_by_role("link", name="Change").click()
    assert page.input_value("[name=opens]") == "2098-12-15T13:00"
    page.fill("[name=opens]", "2098-12-24T18:00")
    with page.expect_navigation():
        page.locator("button.default").press("Enter")
    page.wait_for_selector("text=Wed 24 Dec 2098, 18:00 Europe/Berlin")
    assert Edition.objects.get().live_from == dt.datetime(2098, 12, 24, 17, tzinfo=dt.UTC)


@pytest.mark.parametrize("width", [360, 1440])
def test_the_calendar_fits_the_screen(
    width: int, desk: BrowserContext, piece: Piece, ada: User
) -> None:
    lifecycle.publish(revision=piece.revisions.get(), by=ada, opens=DECEMBER)
    page = desk.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/admin/calendar/?month=2098-12")
    assert not page.evaluate(SPILLS_OVER)
    heads = page.locator(".calendar thead")
    assert heads.is_visible() == (width > 900)
    days = page.locator(".calendar td").filter(visible=True)
    assert (days.count() == 1) == (width < 900)
    if width < 900:
        assert "Monday, 15 December 2098" in days.first.inner_text()
    for link in page.locator(".calendar .row-actions a").all():
        assert link.bounding_box()["height"] >= 24
