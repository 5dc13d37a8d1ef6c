"""What staff do in a browser: sign in, open a form, save it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, Page

from articles.models import Article

from .desk import at_the_desk


@contextmanager
def signed_in(browser: Browser, site: str, user: User, **options: Any) -> Iterator[BrowserContext]:
    """A browser in which this person is signed in. Whatever a page complains of to the console, and
    what its policy forbids, fails the test."""
    context = browser.new_context(base_url=site, **options)
    add_session(context, site, user)
    complaints: list[str] = []
    context.on(
        "console", lambda said: complaints.append(said.text) if said.type == "error" else None
    )
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    assert complaints == []


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
