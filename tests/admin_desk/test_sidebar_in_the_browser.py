"""The sidebar stands where it was left before anything is painted: nothing jumps."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.django_db(transaction=True)

PATH = "/admin/articles/article/"
WATCH = """
window.shifts = []
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(e => e.value)))
  .observe({ type: "layout-shift", buffered: true })
"""


@pytest.fixture
def page(desk) -> Page:
    """Where Django's script for the sidebar comes long after the first paint."""
    page = desk.new_page()
    page.add_init_script(WATCH)

    def late(route) -> None:
        time.sleep(0.5)
        route.continue_()

    page.route("**/nav_sidebar*.js", late)
    return page


def shifted(page: Page) -> float:
    """How much of what was painted jumped, until the page is at rest."""
    page.goto(PATH)
    expect(page.locator("#nav-sidebar[aria-expanded]")).to_have_count(1)
    page.wait_for_timeout(200)
    return sum(page.evaluate("shifts"))


def test_nothing_jumps_as_a_page_opens(page):
    assert shifted(page) == 0
    assert page.locator("#nav-sidebar").is_visible()


def test_a_sidebar_that_was_closed_stays_closed_without_a_jump(page):
    page.goto(PATH)
    page.locator("#nav-sidebar[aria-expanded]").wait_for()
    page.locator("#toggle-nav-sidebar").click()
    expect(page.locator("#nav-sidebar")).to_be_hidden()
    assert shifted(page) == 0
    assert page.locator("#nav-sidebar").is_hidden()
    page.locator("#toggle-nav-sidebar").click()
    expect(page.locator("#nav-sidebar")).to_be_visible()
