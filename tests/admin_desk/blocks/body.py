"""The body of an article in a browser, as somebody who writes sees and handles it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

from articles.models import Article, Section
from tests.admin_desk.browsing import saved
from tests.admin_desk.keys import Keys

BLOCK = ".order-machine > .inline-related:not(.empty-form)"
PLUS = ".block-gap > button"


class Body:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.blocks = page.locator(BLOCK)
        self.menu = page.get_by_role("menu")

    def block(self, heading: str) -> Locator:
        return self.blocks.nth(self.order().index(heading))

    def order(self) -> list[str]:
        """The headings in the order of the document; blocks without one by their type.

        In every test that asks, it is the order on the screen and of what would be saved too.
        """
        found = self.page.evaluate(
            """selector => [...document.querySelectorAll(selector)].map(block => ({
                name: block.querySelector('[name$=-heading]')?.value
                    ?? block.querySelector('h3 b').textContent,
                top: block.getBoundingClientRect().top,
                number: Number(block.querySelector('[name$=-ordering]').value),
            }))""",
            BLOCK,
        )
        assert found == sorted(found, key=lambda block: block["top"])
        assert found == sorted(found, key=lambda block: block["number"])
        return [block["name"] for block in found]

    def focused(self) -> dict[str, Any]:
        """Where the focus is: the heading of the block, the field or the name of the button."""
        found: dict[str, Any] = self.page.evaluate(
            """selector => {
                const element = document.activeElement
                const field = element.closest('.prose-editor')?.querySelector('textarea') ?? element
                const block = element.closest(selector)
                return {
                    block: block && [...document.querySelectorAll(selector)].indexOf(block),
                    on: field.name?.replace(/^.*-\\d+-/, '') || element.ariaLabel
                        || element.textContent.trim(),
                }
            }""",
            BLOCK,
        )
        return found

    def tool(self, heading: str, name: str) -> Locator:
        return self.block(heading).get_by_role("button", name=name)

    def text(self, heading: str) -> Locator:
        return self.block(heading).locator(".ProseMirror[contenteditable]")

    def begin(self, heading: str) -> None:
        """To write before the first word of its text."""
        self.text(heading).click()
        self.page.keyboard.press("Home")
        Keys(self.page).rest()

    def heard(self) -> str:
        return self.page.locator("#block-news").inner_text()

    def save(self) -> str:
        return saved(self.page, lambda: self.page.keyboard.press("Control+s"))


def stored(article: Article) -> list[str]:
    """Headings of the article's sections, as they stand in the draft."""
    rows = Section.objects.filter(parent=article).order_by("ordering")
    return [row.heading for row in rows]
