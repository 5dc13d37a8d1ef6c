"""Every page of the desk, in a browser, light and dark: axe-core finds nothing, and no page
complains to the console or breaks our policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page

from articles.models import Article
from newsroom.publishing import lifecycle
from newsroom.publishing.revisions import head_of
from tests import machine
from tests.admin_desk.browsing import add_session
from tests.admin_desk.desk import at_the_desk
from tests.cast import person
from tests.journey import sample
from tests.until import until

from .addresses import pages

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True), pytest.mark.scaled]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# Colours on their way from light to dark are nobody's.
AT_REST = "*, *::before, *::after { transition: none !important; animation: none !important }"
EDITORS_ARE_READY = """() => [...document.querySelectorAll(".prose-editor")].every(
    editor => editor.closest(".empty-form") || editor.querySelector("[contenteditable]"))"""
FINDINGS = """async () => (await axe.run({preload: false})).violations.map(
    v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' | ')}`)"""


@pytest.fixture
def ada(transactional_db: None) -> User:
    """An admin on the sample, in which one of each thing is under way."""
    sample.load()
    ada = person("ada", is_superuser=True)
    article = Article.objects.order_by("pk").last()
    head = head_of(article)
    lifecycle.comment(revision=head, text="Which summit?", by=ada)
    lifecycle.submit(revision=head, by=head.author)
    tomorrow = timezone.now() + dt.timedelta(days=1)
    for edition in Article.objects.order_by("pk").first().editions.all():
        lifecycle.set_end(edition=edition, ends=tomorrow, by=ada)
    return ada


@pytest.fixture
def desk(browser: Browser, live_server: Any, ada: User) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    add_session(context, live_server.url, ada)
    yield context
    context.close()


# Pages that are not much like those of articles.
OTHERS = ("/admin/", "/admin/calendar/", "/admin/publishing/topic/add/", "/admin/images/image/add/")


def looked_at(client: Client) -> list[str]:
    """All pages in the drill; else those of articles, and a few of every other sort."""
    every = pages(client)
    if machine.FULL_SIZE:
        return every
    return [page for page in every if "/articles/article/" in page or page in OTHERS]


def test_no_page_of_the_desk_is_in_anybody_s_way(desk: BrowserContext, ada: User):
    page, found = desk.new_page(), {}
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for address in looked_at(at_the_desk(ada)):
        complaints.clear()
        page.goto(address, wait_until="load")
        until(page, EDITORS_ARE_READY)
        page.add_style_tag(content=AT_REST)
        violations = [*complaints, *findings(page, "light"), *findings(page, "dark")]
        if violations:
            found[address] = violations
    assert not found, told(found)


def findings(page: Page, scheme: str) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    page.evaluate(AXE)
    return [f"{scheme}: {violation}" for violation in page.evaluate(FINDINGS)]


def told(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{address}\n  " + "\n  ".join(said) for address, said in found.items())
