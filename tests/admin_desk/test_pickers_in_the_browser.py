"""Pickers and rows as people use them: typing, arrows, popups, dragging; no mouse needed."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Article, ArticleQuestion, QuoteHere
from newsroom.publishing import lifecycle
from newsroom.publishing.topics import Topic
from quotes.models import Quote
from tests.factories import make_question, make_quote

from .browsing import open_form, saved

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

QUOTES_OF_LANGUAGES = {
    "en": "Neighbours argue in the open.",
    "ja": "隣国は公の場で議論する。",
    "ko": "이웃은 공개적으로 논쟁한다.",
}


AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
FINDINGS = """async () => (await axe.run(".picker, #questions-group", {preload: false}))
    .violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160))}`)"""


@pytest.fixture
def quotes(ada) -> dict[str, Quote]:
    quotes = {
        language: make_quote(words, language=language, speaker="Aki Moriyama")
        for language, words in QUOTES_OF_LANGUAGES.items()
    }
    for quote in quotes.values():
        lifecycle.record(content=quote, by=ada)
    return quotes


@pytest.fixture
def questions(ada, article) -> list[str]:
    titles = ["First?", "Second?", "Third?"]
    for position, title in enumerate(titles):
        question = make_question(title=title)
        ArticleQuestion.objects.create(article=article, question=question, position=position)
    return titles


@pytest.fixture
def with_quote(desk, article, quotes) -> Page:
    QuoteHere.objects.create(parent=article, region="main", ordering=40, quote=quotes["en"])
    return open_form(desk, article)


def picker(page: Page, name: str) -> Locator:
    return page.locator(f".picker:has(input[type=hidden][name='{name}'])")


def box(within: Locator) -> Locator:
    return within.get_by_role("combobox")


def results(page: Page) -> list[str]:
    page.wait_for_selector(".picker-said:has-text('result')")
    return page.locator("#picker-results .choice-label").all_inner_texts()


def add_row(page: Page, group: str) -> Locator:
    page.locator(f"#{group}-group .add-row a").click()
    return page.locator(f"#{group}-group tr.form-row:not(.empty-form)").last.locator(".picker")


def test_a_search_follows_what_is_typed_and_the_keyboard_picks(with_quote, quotes, article):
    page, chosen = with_quote, picker(with_quote, "articles_quotehere_set-0-quote")
    expect(chosen.locator(".choice-label")).to_have_text(QUOTES_OF_LANGUAGES["en"])
    other = make_quote("Another one, said in the open.", speaker="Minato Seok")
    chosen.get_by_role("button", name="Change").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("open seok")
    assert results(page) == ["Another one, said in the open."]
    page.keyboard.press("ArrowDown")
    expect(page.locator("#picker-results [aria-selected=true]")).to_contain_text("Minato Seok")
    expect(box(chosen)).to_have_attribute("aria-activedescendant", "picker-result-0")
    page.keyboard.press("Enter")
    expect(chosen.get_by_role("button", name="Change")).to_be_focused()
    expect(chosen.locator(".choice-detail")).to_contain_text("Minato Seok")
    assert saved(page, lambda: page.keyboard.press("Control+s")) == "Saved as revision 2."
    assert QuoteHere.objects.get(parent=article).quote_id == other.pk


def test_escape_leaves_what_was_chosen(with_quote, quotes):
    page, chosen = with_quote, picker(with_quote, "articles_quotehere_set-0-quote")
    chosen.get_by_role("button", name="Change").click()
    page.keyboard.type("argue")
    results(page)
    page.keyboard.press("Escape")
    expect(page.locator(".picker-popup")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(box(chosen)).to_be_hidden()
    expect(chosen.get_by_role("button", name="Change")).to_be_focused()
    assert chosen.locator("input[type=hidden]").input_value() == str(quotes["en"].pk)


@pytest.mark.parametrize(("language", "typed"), [("en", "argue"), ("ja", "隣"), ("ko", "논쟁")])
def test_the_search_follows_the_language_of_the_form(with_quote, language, typed):
    page, chosen = with_quote, picker(with_quote, "articles_quotehere_set-0-quote")
    page.select_option("#id_language", language)
    chosen.get_by_role("button", name="Change").click()
    page.keyboard.press("ArrowDown")
    assert results(page) == [QUOTES_OF_LANGUAGES[language]]
    page.keyboard.type(typed)
    page.wait_for_timeout(400)
    assert results(page) == [QUOTES_OF_LANGUAGES[language]]


def test_what_is_made_in_place_is_picked_and_in_the_language_of_the_form(desk, opened, article):
    opened.select_option("#id_language", "ko")
    row = add_row(opened, "questions")
    expect(box(row)).to_be_focused()
    with desk.expect_page() as opening:
        row.get_by_role("link", name="New question").click()
    popup = opening.value
    assert popup.locator("#id_language").input_value() == "ko"
    popup.fill("#id_title", "왜?")
    popup.fill("#id_short_answer", "1965년.")
    popup.click("input[name=_save]")
    expect(row.locator(".choice-label")).to_have_text("왜?")
    expect(row.locator(".choice-detail")).to_have_text("1965년.")
    expect(row.locator(".badge")).to_have_text("Draft")
    assert opened.locator("[name=questions-0-question]").input_value() != ""


def test_a_duplicated_block_shows_what_it_holds(with_quote, article, quotes):
    page = with_quote
    block = page.locator(".order-machine .inline-related:has(.picker):not(.empty-form)").first
    block.get_by_role("button", name="Duplicate").click()
    copy = picker(page, "articles_quotehere_set-1-quote")
    expect(copy.locator(".choice-label")).to_have_text(QUOTES_OF_LANGUAGES["en"])
    expect(box(copy)).to_be_hidden()
    saved(page, lambda: page.keyboard.press("Control+s"))
    assert QuoteHere.objects.filter(parent=article, quote=quotes["en"]).count() == 2


def test_a_form_that_came_back_shows_what_was_chosen_and_what_is_gone(with_quote, quotes):
    page = with_quote
    row = add_row(page, "questions")
    page.locator("[name=questions-0-question]").evaluate("input => (input.value = 99999)")
    page.fill("#id_title", "")
    saved(page, lambda: page.keyboard.press("Control+s"))
    assert row.locator(".choice-gone").inner_text() == "No longer there."
    chosen = picker(page, "articles_quotehere_set-0-quote")
    expect(chosen.locator(".choice-label")).to_have_text(QUOTES_OF_LANGUAGES["en"])


def test_what_nothing_fits_is_told_of_and_enter_sends_nothing(with_quote):
    page, chosen = with_quote, picker(with_quote, "articles_quotehere_set-0-quote")
    chosen.get_by_role("button", name="Change").click()
    page.keyboard.type("no such words")
    expect(page.get_by_role("status").filter(has_text="Nothing found.")).to_be_visible()
    page.keyboard.press("Enter")
    expect(box(chosen)).to_be_focused()
    expect(page.locator(".messagelist")).to_have_count(0)


def order(page: Page) -> list[str]:
    return page.locator("#questions-group .has_original .choice-label").all_inner_texts()


def test_rows_are_moved_by_keyboard_and_their_order_is_saved(desk, article, questions):
    page = open_form(desk, article)
    rows = page.locator("#questions-group tr.has_original")
    rows.nth(2).get_by_role("button", name="Move up").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert order(page) == ["Third?", "First?", "Second?"]
    expect(page.get_by_text("Moved to place 1 of 3.")).to_be_attached()
    assert saved(page, lambda: page.keyboard.press("Control+s")) == "Saved as revision 2."
    assert order(page) == ["Third?", "First?", "Second?"]
    rows = ArticleQuestion.objects.filter(article=article)
    assert [row.question.title for row in rows] == ["Third?", "First?", "Second?"]


def test_rows_are_dragged(desk, article, questions):
    page = open_form(desk, article)
    rows = page.locator("#questions-group tr.has_original")
    rows.nth(1).evaluate("row => row.scrollIntoView({ block: 'center' })")
    grip = rows.nth(0).locator(".row-handle")
    grip.hover()
    page.mouse.down()
    end = rows.nth(2).bounding_box()
    page.mouse.move(end["x"] + 40, end["y"] + end["height"] - 4, steps=6)
    page.mouse.up()
    assert order(page) == ["Second?", "Third?", "First?"]
    saved(page, lambda: page.keyboard.press("Control+s"))
    assert order(page) == ["Second?", "Third?", "First?"]


def test_a_new_row_that_was_moved_to_the_top_and_one_taken_away_again(desk, article, questions):
    make_question(title="Newest?")
    page = open_form(desk, article)
    add_row(page, "questions")
    page.keyboard.type("newest")
    assert results(page) == ["Newest?"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    for _ in range(3):
        page.locator("#questions-3").get_by_role("button", name="Move up").click()
    add_row(page, "questions")
    page.locator("#questions-4 .inline-deletelink").click()
    assert saved(page, lambda: page.keyboard.press("Control+s")) == "Saved as revision 2."
    rows = ArticleQuestion.objects.filter(article=article)
    assert [row.question.title for row in rows] == ["Newest?", *questions]


def test_topics_are_picked_by_keyboard_and_taken_out(opened: Page, article: Article):
    for name in ("Trade", "History"):
        Topic.objects.create(name=name, slug=name.lower())
    topics = opened.locator(".picker[data-many]")
    for name in ("trade", "history"):
        box(topics).focus()
        opened.keyboard.type(name)
        assert len(results(opened)) == 1
        opened.keyboard.press("ArrowDown")
        opened.keyboard.press("Enter")
        expect(topics.locator(".choice-label").last).to_have_text(name.capitalize())
    topics.get_by_role("button", name="Take out").first.click()
    assert saved(opened, lambda: opened.keyboard.press("Control+s")) == "Saved as revision 2."
    assert [topic.name for topic in article.topics.all()] == ["History"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_of_an_open_picker_and_of_rows_is_in_anybodys_way(
    desk, article, questions, scheme, width
):
    page = open_form(desk, article)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    row = page.locator("#questions-group tr.has_original").first
    row.get_by_role("button", name="Change").click()
    page.keyboard.press("ArrowDown")
    assert len(results(page)) == 3
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE)
    assert page.evaluate(FINDINGS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
