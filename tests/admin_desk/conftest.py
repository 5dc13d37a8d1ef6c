"""The desk in a browser: somebody signed in, and the form of an article."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, Page

from articles.models import Article, Section
from newsroom.publishing import lifecycle
from tests.cast import person

from .browsing import open_form
from .desk import at_the_desk


@pytest.fixture
def ada(transactional_db: None) -> User:
    return person("ada", is_superuser=True)


@pytest.fixture
def article(ada: User) -> Article:
    article = Article.objects.create(title="Bridges", slug="bridges")
    for number, heading in enumerate(("One", "Two", "Three"), start=1):
        Section.objects.create(
            parent=article, region="main", ordering=10 * number, heading=heading, text="<p>…</p>"
        )
    lifecycle.record(content=article, by=ada)
    return article


@pytest.fixture
def desk(browser: Browser, live_server, ada: User) -> Iterator[BrowserContext]:
    """A browser in which Ada is signed in; whatever the page's policy forbids fails the test."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    session = at_the_desk(ada).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    complaints: list[str] = []
    context.on(
        "console",
        lambda said: complaints.append(said.text) if said.type == "error" else None,
    )
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    wait_for_requests_under_way()
    assert complaints == []


def wait_for_requests_under_way() -> None:
    """What pages sent while they closed is answered before the database is emptied."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


@pytest.fixture
def opened(desk: BrowserContext, article: Article) -> Page:
    """The article's form, its blocks and editors ready."""
    return open_form(desk, article)
