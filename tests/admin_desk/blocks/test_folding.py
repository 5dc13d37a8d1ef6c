"""Blocks fold to a line that says what is inside; what is wrong unfolds by itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import Section
from newsroom.publishing import lifecycle
from tests.admin_desk.browsing import open_form

from .body import PLUS, Body

pytestmark = pytest.mark.django_db(transaction=True)


def header(body, heading):
    return body.block(heading).locator("> h3")


def is_folded(body, heading):
    expanded = body.tool(heading, "Contents").get_attribute("aria-expanded")
    folded = not body.text(heading).is_visible()
    assert expanded == str(not folded).lower()
    return folded


def test_a_block_is_folded_by_its_button_and_by_its_header(body):
    body.tool("One", "Contents").focus()
    body.page.keyboard.press("Enter")
    assert is_folded(body, "One")
    assert not is_folded(body, "Two")
    header(body, "One").click()
    assert not is_folded(body, "One")


def test_all_are_folded_and_unfolded_at_once(body):
    body.tool("Two", "Contents").click()
    body.page.get_by_role("button", name="Collapse all").click()
    assert [is_folded(body, heading) for heading in body.order()] == [True, True, True]
    body.page.get_by_role("button", name="Expand all").click()
    assert [is_folded(body, heading) for heading in body.order()] == [False, False, False]


def test_a_folded_block_says_what_is_in_it_as_typed_by_now(body):
    body.block("One").locator("[name$='-heading']").fill("How it began")
    body.tool("How it began", "Contents").click()
    expect(header(body, "How it began").locator(".inline_label")).to_have_text("How it began")
    body.block("Two").locator("[name$='-heading']").fill("")
    body.begin("")
    body.page.keyboard.type("First words. ")
    body.tool("", "Contents").click()
    expect(header(body, "").locator(".inline_label")).to_have_text("First words. …")


def test_what_was_folded_stays_folded_when_the_draft_is_saved(body):
    body.tool("Two", "Contents").click()
    body.block("Two").locator(PLUS).click()
    body.page.keyboard.press("Enter")
    body.page.keyboard.type("New")
    body.save()
    assert [is_folded(body, heading) for heading in body.order()] == [False, False, True, False]


def test_a_folded_block_with_an_error_opens_itself(desk, article, ada):
    Section.objects.create(parent=article, region="main", ordering=50, heading="Four")
    lifecycle.record(content=article, by=ada)
    body = Body(open_form(desk, article))
    anchor = body.block("Two").locator("[name$='-anchor']")
    anchor.evaluate("field => (field.value = 'no anchor!')")
    body.page.get_by_role("button", name="Collapse all").click()
    assert body.save() == "Please correct the error below."
    assert [is_folded(body, h) for h in body.order()] == [True, False, True, True]
    expect(body.block("Two").locator(".errorlist")).to_be_visible()
