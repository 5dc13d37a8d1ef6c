"""A copy of a block has everything typed into it, saved or not, and is a block of its own."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from articles.models import QuoteHere, Section
from newsroom.publishing import lifecycle
from tests.admin_desk.browsing import open_form
from tests.articles.making import add_parts

from .body import Body, stored

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_typed_and_not_saved_is_in_the_copy(body, article):
    body.block("Two").locator("[name$='-subheading']").fill("Under it")
    body.begin("Two")
    body.page.keyboard.press("Control+b")
    body.page.keyboard.type("Bold. ")
    body.tool("Two", "Duplicate").click()
    assert body.order() == ["One", "Two", "Two", "Three"]
    assert body.focused() == {"block": 2, "on": "heading"}
    assert body.heard() == "Duplicated. The copy is at place 3 of 4."
    copy = body.blocks.nth(2)
    expect(copy.locator(".ProseMirror[contenteditable]")).to_have_text("Bold. …")
    body.page.keyboard.press("Control+a")
    body.page.keyboard.type("Copy")
    body.save()
    assert stored(article) == body.order() == ["One", "Two", "Copy", "Three"]
    rows = Section.objects.filter(parent=article, subheading="Under it")
    assert {row.text for row in rows} == {"<p><strong>Bold. </strong>…</p>"}
    assert rows.count() == 2


def test_a_copy_is_written_on_without_touching_what_it_was_copied_from(body, article):
    body.tool("Two", "Duplicate").click()
    body.blocks.nth(2).locator(".ProseMirror[contenteditable]").click()
    body.page.keyboard.press("Home")
    body.page.keyboard.type("Only here. ")
    body.save()
    texts = Section.objects.filter(parent=article).order_by("ordering").values_list("text", flat=1)
    assert list(texts) == ["<p>…</p>", "<p>…</p>", "<p>Only here. …</p>", "<p>…</p>"]


def test_a_copy_of_a_copy_is_made_by_keyboard_and_the_last_block_can_be_copied(body, article):
    body.tool("Three", "Duplicate").focus()
    body.page.keyboard.press("Enter")
    body.page.keyboard.type(" too")
    body.tool("Three too", "Duplicate").focus()
    body.page.keyboard.press("Enter")
    assert body.order() == ["One", "Two", "Three", "Three too", "Three too"]
    body.save()
    assert stored(article) == body.order()


def test_links_to_the_first_section_do_not_lead_to_its_copy(body, article):
    before = Section.objects.get(parent=article, heading="Two")
    body.tool("Two", "Duplicate").click()
    body.page.keyboard.type(" too")
    body.save()
    anchors = Section.objects.filter(parent=article).order_by("ordering").values_list("anchor")
    assert list(anchors)[1:3] == [(before.anchor,), ("two-too",)]


def test_what_was_picked_is_picked_in_the_copy(desk, article, ada, editor: User, moderator: User):
    add_parts(article, editor, moderator, number=2)
    lifecycle.record(content=article, by=ada)
    _one, other = QuoteHere.objects.filter(parent=article).order_by("ordering")
    body = Body(open_form(desk, article))
    quote = body.block("Quote")
    pick = "(input, id) => { input.value = id; django.jQuery(input).trigger('change') }"
    quote.locator("[name$='-quote']").evaluate(pick, str(other.quote_id))
    expect(quote.locator(".picker-choice")).to_contain_text(other.quote.text)
    body.tool("Quote", "Duplicate").click()
    copy = body.blocks.nth(body.order().index("Quote") + 1)
    expect(copy.locator(".picker-choice")).to_contain_text(other.quote.text)
    body.save()
    rows = QuoteHere.objects.filter(parent=article)
    assert [row.quote_id for row in rows] == [other.quote_id] * 3
