"""A moderator clears the queue by keyboard alone, and nothing on its pages is in anybody's way."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from newsroom.publishing import lifecycle
from newsroom.publishing.reviews import Decision, Review
from newsroom.publishing.rights import Role
from newsroom.sources.models import Source
from quotes.models import Evidence, Expert
from quotes.queue.addresses import queue_url
from tests.admin_desk.browsing import signed_in
from tests.admin_desk.keys import Keys, without_a_mouse
from tests.cast import person
from tests.factories import make_expert, make_quote, recorded

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
FINDINGS = """async () => (await axe.run({preload: false})).violations.map(
    v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 200)).slice(0, 3).join(' | ')}`)"""
AT_REST = "*, *::before, *::after { transition: none !important; animation: none !important }"
# As unlike each other as may be, but for the last two.
WORDS = (
    "Ferries carry more than goods.",
    "A treaty is a promise.",
    "Nobody forgets a stadium.",
    "The harbour was dark that winter.",
    "Schools were the first to write.",
    "We counted letters, not ships.",
    "Rice was dearer than cloth.",
    "Trade fell by a third.",
    "Neighbours who argue in the open have something to lose.",
    "Neighbours who argue in the open have nothing to lose.",
)


@pytest.fixture
def waiting(transactional_db: None) -> list[Review]:
    """Ten quotes; the passage of the eighth holds other words."""
    wren, expert = person("wren", Role.WRITER), make_expert()
    return [_asked(wren, expert, words) for words in WORDS]


def _asked(wren: User, expert: Expert, words: str) -> Review:
    quote = make_quote(words, expert=expert, cited=False)
    source = Source.objects.create(title="A lecture", url="https://example.org/lecture")
    passage = f"She paused. “{words.replace('third', 'quarter')}” Then she left."
    Evidence.objects.create(quote=quote, source=source, locator="p. 7", passage=passage)
    return lifecycle.submit(revision=recorded(quote, wren), by=wren)


def findings(page: Page) -> list[str]:
    """Light and dark, wide and on a telephone."""
    page.add_style_tag(content=AT_REST)
    page.evaluate(AXE)
    found = []
    for scheme, width in (("light", 1280), ("dark", 1280), ("dark", 360), ("light", 360)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found += page.evaluate(FINDINGS)
    page.set_viewport_size({"width": 1280, "height": 800})
    return found


class Moderating:
    """Somebody before the queue who has a keyboard and no mouse."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, Keys(page)

    def sees(self, review: Review) -> None:
        """The quote is there, with the focus on whose words it is, and the keys are awake."""
        self.page.wait_for_url(f"**{queue_url(review)}")
        expect(self.page.locator("[data-queue][data-seen]")).to_be_visible()
        self.keys.is_on('heading "Aki Moriyama"')


def test_a_moderator_clears_ten_quotes_by_keyboard_alone(browser, live_server, waiting):
    mo = person("mo", Role.MODERATOR)
    with signed_in(browser, live_server.url, mo, viewport={"width": 1280, "height": 800}) as desk:
        without_a_mouse(desk)
        page = desk.new_page()
        page.goto(queue_url())
        at = Moderating(page)
        keys = at.keys
        at.sees(waiting[0])
        # Pressed twice, or held down: the second press never decides on the next.
        keys.press("a", "a")
        at.sees(waiting[1])
        keys.press("s")
        at.sees(waiting[2])
        keys.press("e")
        keys.is_on('radio "Name a source')
        assert findings(page) == []
        keys.press("Escape")
        keys.is_on(".*Ask for evidence")
        keys.press("r", "4", "Enter")
        at.sees(waiting[3])
        # A letter that is typed is no key.
        keys.press("r")
        keys.walk_to('textbox "in your own words')
        keys.type("a reason")
        keys.press("Control+Enter")
        at.sees(waiting[4])
        keys.press("r", "Enter")
        expect(page.get_by_role("alert").filter(has_text="Choose a reason")).to_be_visible()
        expect(page.locator("[data-seen]")).to_be_visible()
        keys.is_on('radio "The evidence does not hold')
        keys.press("Escape", "a")
        at.sees(waiting[5])
        keys.press("a")
        at.sees(waiting[6])
        keys.press("a")
        at.sees(waiting[7])
        expect(page.locator(".shown-words del")).to_contain_text("quarter")
        keys.press("a")
        keys.is_on('link "It can be approved once 1 thing is settled')
        keys.press("e", "2", "Enter")
        at.sees(waiting[8])
        assert page.locator(".passage mark").inner_text() == WORDS[8].rstrip(".")
        expect(page.get_by_role("heading", name="Much the same words")).to_be_visible()
        assert findings(page) == []
        keys.press("a")
        at.sees(waiting[9])
        keys.press("a")
        at.sees(waiting[1])
        expect(page.get_by_text("You skipped this one before")).to_be_visible()
        keys.press("a")
        expect(page.get_by_text("the queue is empty")).to_be_visible()
        assert findings(page) == []
    assert decisions() == [
        *(Decision.APPROVED, Decision.APPROVED, Decision.REJECTED, Decision.REJECTED),
        *(Decision.APPROVED, Decision.APPROVED, Decision.APPROVED, Decision.SENT_BACK),
        *(Decision.APPROVED, Decision.APPROVED),
    ]


def decisions() -> list[str]:
    return list(Review.objects.order_by("asked_at", "pk").values_list("decision", flat=True))
