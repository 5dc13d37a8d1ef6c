"""The desk in a browser: somebody signed in, and the form of an article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, Page

from articles.models import Article, Section
from newsroom.publishing import lifecycle
from tests.cast import person

from .browsing import open_form, signed_in

WIDE = {"width": 1280, "height": 900}


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
    """A browser in which Ada is signed in."""
    with signed_in(browser, live_server.url, ada, viewport=WIDE) as desk:
        yield desk


@pytest.fixture
def opened(desk: BrowserContext, article: Article) -> Page:
    """The article's form, its blocks and editors ready."""
    return open_form(desk, article)
