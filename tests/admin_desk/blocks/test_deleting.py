"""A deleted block leaves a line that takes it back, until the draft is saved."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import Section, TimelineHere
from newsroom.publishing.revisions import Revision
from tests.admin_desk.browsing import open_form

from .body import PLUS, Body, stored

pytestmark = pytest.mark.django_db(transaction=True)


def undo(body, heading):
    return body.block(heading).get_by_role("button", name="Undo", exact=True)


def test_a_deleted_block_is_gone_when_the_draft_is_saved(body, article):
    body.tool("Two", "Delete").click()
    line = body.block("Two").locator(".block-deleted > span")
    expect(line).to_have_text("Deleted when you save: Section “Two”")
    expect(undo(body, "Two")).to_be_focused()
    body.save()
    assert stored(article) == body.order() == ["One", "Three"]


def test_a_block_without_words_of_its_own_is_called_what_it_is(desk, article):
    TimelineHere.objects.create(parent=article, region="main", ordering=40)
    body = Body(open_form(desk, article))
    body.tool("Timeline", "Delete").click()
    line = body.block("Timeline").locator(".block-deleted > span")
    assert line.text_content() == "Deleted when you save: Timeline"


def test_undo_brings_all_of_it_back(body, article):
    body.begin("Two")
    body.page.keyboard.type("Typed. ")
    body.tool("Two", "Delete").focus()
    body.page.keyboard.press("Enter")
    body.page.keyboard.press("Enter")
    assert body.focused() == {"block": 1, "on": "Delete"}
    assert body.text("Two").inner_text() == "Typed. …"
    body.save()
    assert stored(article) == body.order() == ["One", "Two", "Three"]
    assert Section.objects.get(parent=article, heading="Two").text == "<p>Typed. …</p>"


def test_a_new_block_is_deleted_and_undone_like_any_other(body, article):
    for heading in ("First", "Second"):
        body.block("Two").locator(PLUS).click()
        body.page.keyboard.press("Enter")
        body.page.keyboard.type(heading)
    body.tool("First", "Delete").click()
    body.tool("Second", "Delete").click()
    undo(body, "Second").click()
    body.tool("One", "Move down").click()
    assert body.order() == ["Second", "One", "First", "Two", "Three"]
    body.save()
    assert stored(article) == body.order() == ["Second", "One", "Two", "Three"]


def test_others_move_past_a_deleted_block(body, article):
    body.tool("Two", "Delete").click()
    body.tool("Three", "Move up").click()
    assert body.heard() == "Moved to place 1 of 2."
    body.save()
    assert stored(article) == ["Three", "One"]


def test_a_form_that_comes_back_with_errors_still_shows_what_is_deleted(body, article):
    body.tool("One", "Delete").click()
    body.block("Three").locator(PLUS).click()
    body.page.keyboard.press("Enter")
    body.page.keyboard.type("New")
    body.tool("New", "Delete").click()
    body.page.fill("#id_title", "")
    assert body.save() == "Please correct the error below."
    assert body.order() == ["One", "Two", "Three"]
    undo(body, "One").click()
    body.tool("Two", "Delete").click()
    body.page.fill("#id_title", "Bridges")
    body.save()
    assert stored(article) == body.order() == ["One", "Three"]


def test_nothing_is_saved_where_all_was_undone(body, article):
    body.tool("Two", "Delete").click()
    undo(body, "Two").click()
    body.block("Two").locator(PLUS).click()
    body.page.keyboard.press("Enter")
    body.page.keyboard.press("Tab")
    body.blocks.nth(1).get_by_role("button", name="Delete").click()
    assert body.save() == "Nothing has changed since revision 1: there is no new one."
    assert Revision.objects.filter(content=article.pk).count() == 1
