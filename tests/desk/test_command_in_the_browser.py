"""The desk and Ctrl+K in a browser: by keyboard, over an unsaved form, with slow answers."""

from __future__ import annotations

import re
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from tests.admin_desk.browsing import open_form, signed_in
from tests.articles.making import make_article
from tests.cast import person
from tests.factories import make_event, recorded
from tests.until import until

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
FINDINGS = """async () => (await axe.run({preload: false})).violations.map(
    v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 200)).slice(0, 3).join(' | ')}`)"""


@pytest.fixture
def ada(transactional_db):
    return person("ada", is_superuser=True)


@pytest.fixture
def desk(browser, live_server, ada):
    with signed_in(browser, live_server.url, ada, viewport={"width": 1280, "height": 900}) as desk:
        yield desk


def findings(page: Page) -> list[str]:
    page.evaluate(AXE)
    return page.evaluate(FINDINGS)


def box(page: Page):
    return page.locator("dialog.command [role=combobox]")


def active(page: Page) -> str:
    return page.locator("dialog.command [aria-selected=true]").inner_text()


def test_a_day_at_the_desk_by_keyboard(desk, ada):
    straits = make_event(title="The straits", slug="straits")
    for event in (straits, make_event(title="The bridge", slug="bridge")):
        recorded(event, ada)
    page = desk.new_page()
    page.goto("/admin/")
    expect(page.get_by_role("heading", name="Your drafts 2")).to_be_visible()
    assert findings(page) == []
    page.locator(".command-open").focus()
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()
    assert active(page) == "New article"
    page.keyboard.type("the str")
    expect(page.locator(".command-found [role=option]")).to_have_count(1)
    assert re.split(r"\n+", active(page)) == ["The straits", "Event · English", "Draft"]
    assert box(page).get_attribute("aria-activedescendant") == "command-found-0"
    assert findings(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog.command")).to_be_hidden()
    expect(page.locator(".command-open")).to_be_focused()
    page.keyboard.press("Control+k")
    page.keyboard.type("calen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/calendar/")
    page.keyboard.press("Control+k")
    page.keyboard.press("ArrowUp")
    assert active(page) == "Log out"
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/login/**")


def test_enter_never_opens_the_answer_to_other_words(desk):
    make_event(title="Alpha", slug="alpha")
    wanted = make_event(title="Beta", slug="beta")
    page = desk.new_page()
    page.goto("/admin/calendar/")
    page.keyboard.press("Control+k")
    box(page).fill("Alph")
    expect(page.locator(".command-found [role=option]")).to_have_count(1)
    box(page).fill("Beta")
    assert page.locator("dialog.command [aria-selected=true]").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/admin/timeline/event/{wanted.pk}/change/")


def test_leaving_an_unsaved_form_this_way_asks_first_and_its_editor_keeps_its_key(desk, ada):
    article = make_article(title="Bridges")
    recorded(article, ada)
    page = open_form(desk, article)
    page.locator(".ProseMirror[contenteditable]").first.click()
    page.keyboard.type("Not saved yet.")
    page.locator("#id_title").focus()
    page.keyboard.press("Control+k")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    box(page).fill("calendar")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    expect(page.locator("#id_title")).to_be_focused()
    assert "Not saved yet." in page.locator(".ProseMirror[contenteditable]").first.inner_text()


def test_without_script_the_field_leads_to_a_page(browser, live_server, ada):
    make_event(title="The straits", slug="straits")
    options = {"java_script_enabled": False, "viewport": {"width": 390, "height": 800}}
    with signed_in(browser, live_server.url, ada, **options) as desk:
        page = desk.new_page()
        page.goto("/admin/calendar/")
        page.locator("#header [name=q]").fill("straits")
        page.keyboard.press("Enter")
        page.wait_for_url("**/admin/find/?q=straits")
        expect(page.locator(".found a")).to_have_count(1)


def test_nothing_stands_out_on_a_telephone(browser, live_server, ada):
    recorded(make_event(title="海峡" * 40, slug="long", language="ja"), ada)
    options = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}
    with signed_in(browser, live_server.url, ada, **options) as desk:
        page = desk.new_page()
        page.goto("/admin/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert findings(page) == []
        page.locator(".command-open").click()
        box(page).fill("海峡")
        expect(page.locator(".command-found [role=option]")).to_have_count(1)
        until(page, "() => document.querySelector('dialog.command').offsetWidth <= 360")
        assert findings(page) == []
