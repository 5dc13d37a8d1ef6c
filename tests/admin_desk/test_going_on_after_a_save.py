"""Saving draws the page anew: whoever was writing goes on where they were."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import Section
from newsroom.publishing.revisions import head_of

from .browsing import saved

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_caret_stands_in_the_text_where_it_stood(opened, article):
    text = opened.locator(".ProseMirror[contenteditable]").nth(1)
    text.click()
    opened.keyboard.press("Control+a")
    opened.keyboard.type("before after")
    for _ in range(len(" after")):
        opened.keyboard.press("ArrowLeft")
    opened.wait_for_timeout(300)  # the editor reads movements of the caret late
    saved(opened, lambda: opened.keyboard.press("Control+s"))
    text = opened.locator(".ProseMirror[contenteditable]").nth(1)
    expect(text).to_be_focused()
    opened.keyboard.type(" and")
    expect(text).to_have_text("before and after")


def test_a_field_of_one_line_has_the_focus_again(opened, article):
    opened.focus("#id_title")
    opened.keyboard.press("End")
    opened.keyboard.type("!")
    saved(opened, lambda: opened.keyboard.press("Control+s"))
    expect(opened.locator("#id_title")).to_be_focused()
    opened.keyboard.type("?")
    expect(opened.locator("#id_title")).to_have_value("Bridges!?")


def test_a_long_title_is_seen_whole_and_stays_one_line(opened, article):
    opened.set_viewport_size({"width": 390, "height": 844})
    title = opened.locator("#id_title")
    title.fill("Ferries, tariffs and the quarrel over a sea between two ports")
    opened.keyboard.press("Enter")
    assert title.evaluate("t => t.scrollHeight <= t.clientHeight && t.scrollWidth <= t.clientWidth")
    opened.keyboard.insert_text(" pasted\nin two lines")
    saved(opened, lambda: opened.keyboard.press("Control+s"))
    article.refresh_from_db()
    whole = "Ferries, tariffs and the quarrel over a sea between two ports pasted in two lines"
    assert article.title == whole
    expect(title).to_have_value(whole)


def test_enter_in_a_field_of_one_line_saves_nothing(opened, article):
    heading = opened.locator("[name$='-0-heading']").first
    heading.focus()
    opened.keyboard.type("New ")
    opened.keyboard.press("Enter")
    opened.wait_for_timeout(500)
    expect(heading).to_be_focused()
    assert head_of(article).number == 1
    assert not Section.objects.filter(heading__startswith="New").exists()
