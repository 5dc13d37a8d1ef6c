"""What readers are owed of a manuscript, and what of it a browser shows them."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser

from manuscripts.tree import Manuscript


def texts_of(manuscript: Manuscript) -> Iterator[str]:
    """Every text that has a place of its own, in no order that matters."""
    yield manuscript.title
    for section in (manuscript.intro, *manuscript.sections):
        yield from (section.heading, section.subheading, *map(str, section.paragraphs))
    for event in manuscript.timeline:
        yield from (event.headline, *map(str, event.paragraphs))
    for quote in manuscript.quotes:
        yield from (quote.text, quote.honorific, quote.speaker, quote.role, quote.organisation)
    for faq in manuscript.faqs:
        yield from (faq.question, *map(str, faq.paragraphs))
    if promo := manuscript.promo:
        yield from (promo.heading, *map(str, promo.paragraphs), *promo.items)
        yield from (promo.urging, promo.cta_label)
    if manuscript.follow:
        yield manuscript.follow.text


def shown_at(url: str, browser: Browser) -> str:
    """The text of a page in a browser that runs no scripts, white space collapsed."""
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        response = page.goto(url)
        assert response is not None
        assert response.status == 200
        return collapsed(page.locator("body").text_content() or "")
    finally:
        context.close()


def missing_from(shown: str, manuscript: Manuscript) -> list[str]:
    return [text for text in texts_of(manuscript) if collapsed(text) not in shown]


def collapsed(text: str) -> str:
    return " ".join(text.split())
