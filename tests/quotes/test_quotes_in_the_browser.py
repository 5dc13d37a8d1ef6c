"""Readers copy a quote with who said it; its pages are accessible and never wider than a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page

from quotes.models import Form
from tests.quotes.making import live_quote
from tests.until import until

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
FINDINGS = """async () => (await axe.run({preload: false})).violations.map(
    rule => `${rule.id}: ${rule.nodes.map(node => node.target).join(' ')}`)"""
WIDER = "() => document.documentElement.scrollWidth > innerWidth"
WORDS = "Neighbours [the two] argue.\n\nThey mean to stay."

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A reader's telephone, whose owner lets pages copy. What is complained of fails the test."""
    allowed = ["clipboard-read", "clipboard-write"]
    phone = {"width": 320, "height": 640}
    context = browser.new_context(
        base_url=live_server.url, permissions=allowed, viewport=phone, color_scheme="dark"
    )
    page, complaints = context.new_page(), []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def copied(page: Page) -> list[str]:
    """The lines that a press of the button leaves, once the page says that it copied them."""
    page.get_by_role("button", name="Copy with attribution").first.press("Enter")
    status = page.get_by_role("status").first
    until(page, "() => document.querySelector('[role=status]').textContent")
    assert status.inner_text() == "Copied"
    text: str = page.evaluate("() => navigator.clipboard.readText()")
    return text.split("\n")


def test_a_quote_is_copied_with_its_marks_speaker_date_and_address(
    page: Page, editor: User, moderator: User
) -> None:
    quote, edition = live_quote(
        editor, moderator, text=WORDS, honorific="Dr.", organisation="Example University"
    )
    live_quote(editor, moderator, expert=quote.expert, form=Form.PARAPHRASE, text="She stays.")
    page.goto(f"/en{edition.path}")
    said = ["“Neighbours [the two] argue.", "", "They mean to stay.”"]
    by = "— Dr. Aki Moriyama, historian, Example University, 14 May 2025"
    assert copied(page) == [*said, by, page.url]
    page.goto("/en/quotes/")
    words, by, address = copied(page)
    assert (words, by) == ("She stays.", "— Aki Moriyama, historian, 14 May 2025, paraphrased")
    assert "/en/quotes/aki-moriyama-" in address


def test_pages_of_quotes_and_experts_are_accessible_and_fit_a_small_phone(
    page: Page, editor: User, moderator: User
) -> None:
    words = {"text": WORDS, "organisation": "Example-University-of-" + "Long" * 20}
    original, edition = live_quote(editor, moderator, **words)
    _translation, japanese = live_quote(editor, moderator, original=original)
    paths = [f"/en{edition.path}", f"/ja{japanese.path}", "/en/quotes/"]
    for path in (*paths, "/en/experts/", "/en/experts/aki-moriyama/", "/ko/experts/aki-moriyama/"):
        page.goto(path)
        assert not page.evaluate(WIDER), path
        page.evaluate(AXE)
        assert page.evaluate(FINDINGS) == [], path
