"""A refused save says so where one is writing, and leads to what is wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from newsroom.publishing.revisions import head_of

from .browsing import saved

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def refused(opened, article):
    """Sent with two errors, from the last section, which lies far below."""
    opened.fill("#id_title", "")
    opened.fill("#id_slug", "Bad Slug!")
    opened.locator(".ProseMirror[contenteditable]").last.click()
    opened.keyboard.type("Last words.")
    saved(opened, lambda: opened.get_by_role("button", name="Save draft").click())
    return opened


def test_the_bar_counts_the_errors_and_leads_from_one_to_the_next(refused, article):
    bar = refused.locator("#refused")
    expect(bar).to_contain_text("Not saved: 2 errors")
    expect(bar).to_be_in_viewport()
    expect(refused.locator("#id_title")).to_be_focused()
    expect(refused.locator("#id_title")).to_be_in_viewport()
    expect(refused.locator(".field-title .errorlist")).to_be_in_viewport()
    for field in ("#id_slug", "#id_title", "#id_slug"):
        bar.get_by_role("button", name="Go to the next").click()
        expect(refused.locator(field)).to_be_focused()
        expect(refused.locator(field)).to_be_in_viewport()
    refused.fill("#id_slug", "good-slug")
    refused.fill("#id_title", "A title")
    saved(refused, lambda: refused.keyboard.press("Control+s"))
    assert refused.locator("#refused").count() == 0
    assert "Last words." in str(head_of(article).snapshot)


def test_the_first_error_stays_in_sight_when_the_editors_have_started(refused):
    refused.wait_for_timeout(1000)
    expect(refused.locator("#id_title")).to_be_focused()
    expect(refused.locator("#id_title")).to_be_in_viewport()


def test_what_lacks_in_a_picker_has_the_focus(opened, article):
    opened.locator("#events-group .add-row a").click()
    opened.fill("#id_events-0-headline", "A headline of no event")
    saved(opened, lambda: opened.keyboard.press("Control+s"))
    expect(opened.locator("#refused")).to_contain_text("Not saved: 1 error")
    expect(opened.locator("#events-0 .picker-search input:visible")).to_be_focused()


@pytest.mark.parametrize("button", ["Save draft", "Publish …"])
def test_the_address_says_nothing_of_where_one_was(opened, button):
    opened.locator(".ProseMirror[contenteditable]").last.click()
    with opened.expect_navigation():
        opened.get_by_role("button", name=button).click()
    assert "#" not in opened.url


def test_a_press_of_the_mouse_leaves_one_where_one_was(opened, article):
    last = opened.locator(".ProseMirror[contenteditable]").last
    last.click()
    opened.keyboard.press("End")
    opened.keyboard.type("Last words")
    before = last.bounding_box()["y"]
    # Playwright's own click would scroll to the bar first.
    box = opened.get_by_role("button", name="Save draft").bounding_box()
    saved(opened, lambda: opened.mouse.click(box["x"] + 9, box["y"] + 9))
    last = opened.locator(".ProseMirror[contenteditable]").last
    expect(last).to_be_focused()
    opened.wait_for_timeout(500)
    assert abs(last.bounding_box()["y"] - before) < 3
    opened.keyboard.type(", and more.")
    expect(last).to_contain_text("Last words, and more.")


def test_after_the_first_save_of_a_new_article_one_goes_on_where_one_was(desk):
    page = desk.new_page()
    page.goto("/admin/articles/article/add/")
    page.wait_for_load_state("networkidle")
    page.fill("#id_title", "Straits")
    page.fill("#id_slug", "straits")
    page.locator("#id_standfirst").click()
    page.keyboard.type("In short")
    with page.expect_navigation(url="**/change/"):
        page.keyboard.press("Control+s")
    expect(page.locator("#id_standfirst")).to_be_focused()
