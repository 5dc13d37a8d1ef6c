"""A block comes from the menu of types, at the place where the menu was opened."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import Article, Section, TimelineHere
from newsroom.publishing import lifecycle
from tests.admin_desk.browsing import open_form, signed_in

from .body import PLUS, Body, stored

pytestmark = pytest.mark.django_db(transaction=True)


def plus_above(body: Body, heading: str):
    return body.block(heading).locator(PLUS)


def test_the_menu_names_each_type_and_says_in_a_line_what_it_is(body):
    plus_above(body, "Two").click()
    items = body.menu.get_by_role("menuitem")
    assert [name.inner_text() for name in items.locator(".name").all()] == [
        "Section",
        "Quote",
        "Picture",
        "Timeline",
        "Questions and answers",
        "Promo",
    ]
    for item in items.all():
        assert len(item.locator(".summary").inner_text()) > 10
        assert item.locator(".material-icons").bounding_box()["width"] < 40  # a picture, no word


def test_a_block_is_inserted_and_filled_by_keyboard_alone(body, article):
    plus_above(body, "Three").focus()
    body.page.keyboard.press("Enter")
    expect(body.menu.get_by_role("menuitem").first).to_be_focused()
    body.page.keyboard.press("Enter")
    assert body.focused() == {"block": 2, "on": "heading"}
    body.page.keyboard.type("New")
    assert body.order() == ["One", "Two", "New", "Three"]
    assert body.save() == "Saved as revision 2."
    assert stored(article) == body.order() == ["One", "Two", "New", "Three"]


def test_a_block_is_inserted_by_mouse_above_all_others(body, article):
    plus_above(body, "One").click()
    body.menu.get_by_role("menuitem", name="Section").click()
    body.page.keyboard.type("New")
    assert body.order() == ["New", "One", "Two", "Three"]
    body.save()
    assert stored(article) == body.order()


def test_a_block_is_inserted_below_all_others(body, article):
    body.page.locator(f".order-machine > {PLUS}").click()
    body.page.keyboard.press("Enter")
    body.page.keyboard.type("New")
    assert body.order() == ["One", "Two", "Three", "New"]
    body.save()
    assert stored(article) == body.order()


def test_arrows_go_round_the_menu_and_letters_jump_in_it(body):
    plus_above(body, "Two").click()
    on = []
    for key in ("ArrowUp", "ArrowDown", "ArrowDown", "End", "Home", "p", "p", "p", "t", "x"):
        body.page.keyboard.press(key)
        on.append(body.page.evaluate("document.activeElement.querySelector('.name').textContent"))
    assert on == [
        *("Promo", "Section", "Quote", "Promo", "Section"),
        *("Picture", "Promo", "Picture", "Timeline", "Timeline"),
    ]


def test_escape_closes_the_menu_and_gives_the_focus_back(body):
    plus_above(body, "Two").focus()
    body.page.keyboard.press("Enter")
    body.page.keyboard.press("ArrowDown")
    body.page.keyboard.press("Escape")
    expect(plus_above(body, "Two")).to_be_focused()
    expect(body.menu).to_have_count(0)


def test_the_menu_opens_below_the_block_in_which_one_writes_and_escape_leads_back_to_the_word(body):
    body.begin("Two")
    body.page.keyboard.type("before ")
    body.page.keyboard.press("Alt+Shift+N")
    expect(body.menu).to_be_visible()
    body.page.keyboard.press("Escape")
    body.page.keyboard.type("and after ")
    assert body.text("Two").inner_text() == "before and after …"
    body.page.keyboard.press("Alt+Shift+N")
    body.page.keyboard.press("Enter")
    body.page.keyboard.type("New")
    assert body.order() == ["One", "Two", "New", "Three"]


def test_the_menu_opens_below_the_last_block_too(body):
    body.begin("Three")
    body.page.keyboard.press("Alt+Shift+N")
    body.page.keyboard.press("Enter")
    body.page.keyboard.type("New")
    assert body.order() == ["One", "Two", "Three", "New"]


def test_the_menu_goes_when_something_else_is_clicked_or_its_plus_again(body):
    plus_above(body, "Two").click()
    body.page.locator("#id_title").click()
    expect(body.menu).to_have_count(0)
    plus_above(body, "Two").click()
    plus_above(body, "Two").click()
    expect(body.menu).to_have_count(0)


def test_a_block_without_fields_is_inserted_and_focused_by_its_tools(body, article):
    plus_above(body, "Two").click()
    body.menu.get_by_role("menuitem", name="Timeline").click()
    assert body.focused() == {"block": 1, "on": "Move up"}
    body.save()
    assert body.order() == ["One", "Timeline", "Two", "Three"]
    assert TimelineHere.objects.get(parent=article).ordering == 20


def test_a_new_article_gets_its_first_block(desk, ada):
    page = desk.new_page()
    page.goto("/admin/articles/article/add/")
    page.fill("#id_title", "Straits")
    page.locator(f".order-machine > {PLUS}").click()
    page.keyboard.press("Enter")
    page.keyboard.type("First")
    body = Body(page)
    body.save()
    assert stored(Article.objects.get(title="Straits")) == body.order() == ["First"]


def test_blocks_of_all_types_are_in_the_order_of_the_document_when_the_form_opens(
    desk, article, ada
):
    TimelineHere.objects.create(parent=article, region="main", ordering=15)
    Section.objects.create(parent=article, region="main", ordering=5, heading="Zero")
    lifecycle.record(content=article, by=ada)
    body = Body(open_form(desk, article))
    assert body.order() == ["Zero", "One", "Timeline", "Two", "Three"]


def test_who_may_only_read_a_draft_reads_its_text_and_is_offered_nothing(
    browser, live_server, article, writer
):
    with signed_in(browser, live_server.url, writer) as desk:
        page = desk.new_page()
        page.goto(f"/admin/articles/article/{article.pk}/change/")
        expect(page.get_by_text("Three", exact=True).last).to_be_visible()
        assert page.locator(".block-tools, .block-gap, .order-machine").count() == 0
