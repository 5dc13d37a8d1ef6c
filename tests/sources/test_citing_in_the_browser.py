"""Citing a source where it belongs, from the keyboard, as the person at the desk sees it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from articles.models import Article, Section
from newsroom.publishing import lifecycle
from newsroom.publishing.previews import preview_url
from newsroom.publishing.revisions import head_of
from newsroom.sources.models import Source
from tests.admin_desk.browsing import signed_in
from tests.cast import person
from tests.factories import make_source
from tests.sources.noting import note

pytestmark = pytest.mark.django_db(transaction=True)

WIDE = {"width": 1280, "height": 900}
SHORTCUT = "Control+Alt+f"


@pytest.fixture
def ada(transactional_db: None) -> User:
    return person("ada", is_superuser=True)


@pytest.fixture
def treaty(transactional_db: None) -> Source:
    return make_source("The treaty", author="Two ministries", published_on="1965")


@pytest.fixture
def speech(transactional_db: None) -> Source:
    return make_source("The speech")


@pytest.fixture
def article(ada: User, treaty: Source, speech: Source) -> Article:
    article = Article.objects.create(title="Bridges", slug="bridges")
    texts = ("<p>Signed.</p>", f"<p>Spoken.{note(speech)}</p>")
    for number, text in enumerate(texts, start=1):
        Section.objects.create(parent=article, region="main", ordering=10 * number, text=text)
    lifecycle.record(content=article, by=ada)
    return article


@pytest.fixture
def desk(browser: Browser, live_server, ada: User) -> Iterator[BrowserContext]:
    """A browser in which Ada is signed in."""
    with signed_in(browser, live_server.url, ada, viewport=WIDE) as desk:
        yield desk


@pytest.fixture
def opened(desk: BrowserContext, article: Article) -> Page:
    page = desk.new_page()
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.wait_for_selector(".ProseMirror .note")
    return page


def at_the_end_of(page: Page, text: int) -> None:
    page.locator(".ProseMirror[contenteditable]").nth(text).focus()
    go(page, "Control+End")


def go(page: Page, key: str) -> None:
    """Move the caret at the pace of a person: the editor puts it in its place after a focus."""
    page.wait_for_timeout(200)
    page.keyboard.press(key)
    page.wait_for_timeout(200)


def options(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_role("option")


def numbers(page: Page) -> list[str]:
    return page.locator(".ProseMirror .note").all_inner_texts()


def test_a_source_is_cited_from_the_keyboard_saved_and_shown(
    opened: Page, article: Article, treaty: Source, speech: Source
) -> None:
    at_the_end_of(opened, 0)
    opened.keyboard.press(SHORTCUT)
    expect(opened.get_by_role("combobox", name="Title, author, publisher")).to_be_focused()
    opened.keyboard.type("ministries")
    expect(options(opened)).to_have_count(1)
    opened.keyboard.press("Enter")
    expect(opened.locator(".ProseMirror .note")).to_have_count(2)
    opened.keyboard.type(" And more.")
    expect(opened.locator(".ProseMirror .note").nth(1)).to_have_text("2")
    assert numbers(opened) == ["1", "2"]
    with opened.expect_navigation():
        opened.keyboard.press("Control+s")
    first, second = (block["text"] for block in head_of(article).snapshot["blocks"])
    assert first == f"<p>Signed.{note(treaty)} And more.</p>"
    assert second == f"<p>Spoken.{note(speech)}</p>"
    opened.goto(preview_url(head_of(article)))
    opened.get_by_role("link", name="Source 2", exact=True).click()
    expect(opened.locator("#source-2")).to_contain_text("The speech")
    opened.get_by_role("link", name="Back to note 2").click()
    assert opened.url.endswith("#note-2")


def test_a_note_tells_on_hover_what_it_stands_for(opened: Page) -> None:
    shown = opened.locator(".ProseMirror .note")
    expect(shown).to_have_attribute("title", "The speech")


def test_the_same_source_has_one_number_and_numbers_follow_the_order_of_the_texts(
    opened: Page, speech: Source
) -> None:
    at_the_end_of(opened, 0)
    opened.keyboard.press(SHORTCUT)
    # What the article cites already comes first.
    expect(options(opened).first).to_contain_text("The speech")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowUp")
    opened.keyboard.press("Enter")
    expect(opened.locator(".ProseMirror .note")).to_have_text(["1", "1"])
    opened.keyboard.press(SHORTCUT)
    opened.keyboard.type("treaty")
    expect(options(opened)).to_have_count(1)
    opened.keyboard.press("Enter")
    expect(opened.locator(".ProseMirror .note")).to_have_text(["1", "2", "1"])
    go(opened, "Control+Home")
    opened.keyboard.press(SHORTCUT)
    opened.keyboard.type("treaty")
    opened.keyboard.press("Enter")  # faster than the search
    expect(opened.locator(".ProseMirror .note")).to_have_text(["1", "2", "1", "2"])


def test_escape_leaves_the_text_as_it_was_and_the_caret_in_it(opened: Page) -> None:
    at_the_end_of(opened, 0)
    opened.keyboard.press(SHORTCUT)
    expect(opened.get_by_role("dialog", name="Cite a source")).to_be_visible()
    opened.keyboard.press("Escape")
    opened.keyboard.type(" Still here.")
    assert (
        opened.locator(".ProseMirror[contenteditable]").first.inner_text() == "Signed. Still here."
    )


def test_the_button_cites_too_and_nothing_found_is_said(opened: Page) -> None:
    at_the_end_of(opened, 0)
    opened.get_by_role("button", name="Cite a source").first.click()
    opened.keyboard.type("no such thing")
    expect(opened.get_by_role("status").filter(has_text="No source fits.")).to_be_visible()
    opened.get_by_role("button", name="Cancel", exact=True).click()
    expect(opened.get_by_role("dialog")).to_have_count(0)


def test_a_new_source_is_made_in_place_and_cited(desk: BrowserContext, opened: Page) -> None:
    at_the_end_of(opened, 0)
    opened.keyboard.press(SHORTCUT)
    opened.keyboard.type("A fresh report")
    with desk.expect_page() as opening:
        opened.get_by_role("dialog").get_by_text("New source").click()
    popup = opening.value
    expect(popup.locator("#id_title")).to_have_value("A fresh report")
    popup.locator("input[name=_save]").click()
    expect(opened.locator(".ProseMirror .note")).to_have_text(["1", "2"])
    made = Source.objects.get(title="A fresh report")
    assert opened.locator(".ProseMirror .note").first.get_attribute("data-source") == str(made.pk)


def test_undo_takes_a_note_back_and_its_number_with_it(opened: Page) -> None:
    at_the_end_of(opened, 0)
    opened.keyboard.press(SHORTCUT)
    opened.keyboard.type("treaty")
    expect(options(opened)).to_have_count(1)
    opened.keyboard.press("Enter")
    expect(opened.locator(".ProseMirror .note")).to_have_text(["1", "2"])
    opened.keyboard.press("Control+z")
    expect(opened.locator(".ProseMirror .note")).to_have_text(["1"])


def test_a_note_whose_source_never_was_says_so_in_the_text(
    desk: BrowserContext, article: Article
) -> None:
    Section.objects.filter(parent=article, ordering=10).update(text=f"<p>a{note(4_000_000)}</p>")
    page = desk.new_page()
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(page.locator(".ProseMirror .note")).to_have_text(["?", "1"])
    assert "does not exist" in page.locator(".ProseMirror .note.gone").get_attribute("title")


def test_the_answer_to_what_was_searched_before_chooses_nothing(opened: Page) -> None:
    late: list[Route] = []
    opened.route("**/*term=", lambda route: late.append(route))
    opened.route("**/*term=&*", lambda route: late.append(route))
    at_the_end_of(opened, 0)
    with opened.expect_request("**/*term=*"):
        opened.keyboard.press(SHORTCUT)
    opened.keyboard.type("treaty")
    opened.keyboard.press("Enter")
    for route in late:
        route.continue_()
    expect(opened.locator(".ProseMirror .note")).to_have_text(["1", "2"])
    assert late
