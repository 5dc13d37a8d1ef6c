"""The tools of the text editor: its menu of paragraphs by keyboard, names in one's language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from newsroom.staff.models import Preferences

from .browsing import open_form, signed_in
from .conftest import WIDE

pytestmark = pytest.mark.django_db(transaction=True)

# Signs stand for sub- and superscript, and letters for keys.
FOREIGN_WORDS = re.compile(r"[a-z]{2,}")
KEYS = re.compile(r"[(（]Ctrl\+[^)）]+[)）]")


@pytest.fixture
def picker(opened: Page) -> Locator:
    """Kinds of paragraphs, opened by key from the text."""
    opened.locator(".ProseMirror[contenteditable]").first.click()
    opened.keyboard.press("Alt+F10")
    opened.keyboard.press("Enter")
    picker = opened.locator(".prose-menubar__picker:popover-open")
    expect(picker.get_by_role("menuitem").first).to_be_focused()
    return picker


def test_escape_closes_the_menu_of_paragraphs_and_then_leads_to_the_text(picker, opened):
    opened.keyboard.press("Escape")
    expect(picker).to_have_count(0)
    opened.keyboard.press("Escape")
    expect(opened.locator(".ProseMirror[contenteditable]").first).to_be_focused()


def test_it_does_not_stay_open_over_the_words_where_one_goes_on_writing(picker, opened):
    opened.keyboard.press("Tab")
    expect(picker).to_have_count(0)
    expect(opened.locator(".ProseMirror[contenteditable]").first).to_be_focused()


def test_its_entries_are_reached_by_arrows_and_not_by_tab(picker):
    entries = picker.get_by_role("menuitem")
    assert set(entries.evaluate_all("all => all.map(one => one.tabIndex)")) == {-1}


def test_choosing_by_key_makes_a_heading(picker, opened):
    picker.get_by_role("menuitem", name="Heading").focus()
    opened.keyboard.press("Enter")
    expect(picker).to_have_count(0)
    expect(opened.locator(".ProseMirror[contenteditable] h3").first).to_be_visible()


def names(page: Page) -> set[str]:
    tools = page.locator(".prose-menubar").first.locator("button[title]")
    return set(tools.evaluate_all("all => all.map(one => one.title)"))


def test_tools_say_their_keys(opened):
    assert {"Bold (Ctrl+B)", "Link (Ctrl+K)", "Undo (Ctrl+Z)", "Remove the link"} <= names(opened)


@pytest.fixture(params=["ja", "ko"])
def translated(request, browser: Browser, live_server, ada, article) -> Iterator[Page]:
    Preferences.objects.create(user=ada, language=request.param)
    with signed_in(browser, live_server.url, ada, viewport=WIDE) as desk:
        yield open_form(desk, article)


def test_tools_and_their_menu_speak_the_persons_language(translated):
    entries = translated.locator(".prose-menubar").first.locator(".prose-menubar__option")
    said = names(translated) | set(entries.all_text_contents())
    assert len(said) > 12
    assert not [words for words in said if FOREIGN_WORDS.search(KEYS.sub("", words))]
