"""What staff do in a browser: sign in, open a form, save it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, Page

from articles.models import Article

from .desk import at_the_desk

_made_with: dict[BrowserContext, dict[str, Any]] = {}


@contextmanager
def signed_in(browser: Browser, site: str, user: User, **options: Any) -> Iterator[BrowserContext]:
    """A browser in which this person is signed in. Whatever a page complains of to the console, and
    what its policy forbids, fails the test."""
    context = kept_context(browser, site, **options)
    add_session(context, site, user)
    complaints: list[str] = []

    def complain(said: Any) -> None:
        if said.type == "error":
            complaints.append(said.text)

    def fail(error: Any) -> None:
        complaints.append(str(error.error))

    context.on("console", complain)
    context.on("weberror", fail)
    yield context
    forget(context, site)
    context.remove_listener("console", complain)
    context.remove_listener("weberror", fail)
    assert complaints == []


def kept_context(browser: Browser, site: str, **options: Any) -> BrowserContext:
    """Scripts and styles are fetched and compiled once: whoever uses it next finds only those."""
    for context in browser.contexts:
        if _made_with.get(context) == options:
            return context
    context = browser.new_context(base_url=site, **options)
    _made_with[context] = options
    return context


def forget(context: BrowserContext, site: str) -> None:
    for page in context.pages:
        page.close()
    page = context.new_page()
    stored = {"origin": site, "storageTypes": "local_storage,session_storage,indexeddb"}
    context.new_cdp_session(page).send("Storage.clearDataForOrigin", stored)
    page.close()
    context.clear_cookies()
    context.clear_permissions()


def add_session(context: BrowserContext, site: str, user: User) -> None:
    session = at_the_desk(user).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": site}])


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
