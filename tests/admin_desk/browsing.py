"""What staff do in a browser: open a form, save it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page

from articles.models import Article


def open_form(desk: BrowserContext, article: Article) -> Page:
    page = desk.new_page()
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.wait_for_selector(".block-tools")
    page.wait_for_selector(".ProseMirror[contenteditable]")
    return page


def saved(page: Page, press: Callable[[], None]) -> str:
    """What the page says after a press that saves."""
    with page.expect_navigation():
        press()
    page.wait_for_selector(".block-tools", state="attached")
    return page.locator(".messagelist, .errornote, .conflict").first.inner_text()
