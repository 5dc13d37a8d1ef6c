"""The pane beside the form, as somebody sees it who writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, Page, expect

from articles.models import Article, Section
from newsroom.publishing.revisions import Revision
from tests.articles.making import make_article, make_author, place
from tests.cast import person
from tests.factories import recorded
from tests.until import until

from .browsing import signed_in

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def ada(transactional_db: None) -> User:
    return person("ada", is_superuser=True)


@pytest.fixture
def article(ada: User) -> Article:
    author = make_author()
    recorded(author, ada)
    article = make_article(authors=[author])
    for number in range(12):
        text = f"<p>Text {number}. {'Many words. ' * 60}</p>"
        place(article, Section, heading=f"Section {number}", text=text)
    recorded(article, ada)
    return article


@pytest.fixture
def desk(browser: Browser, live_server: Any, ada: User) -> Iterator[BrowserContext]:
    """A browser in which Ada is signed in; a complaint in the console fails the test."""
    with signed_in(browser, live_server.url, ada, viewport=WIDE, color_scheme="light") as desk:
        desk.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
        yield desk


@pytest.fixture
def form(desk: BrowserContext, article: Article) -> Page:
    """The article's form, with the pane open beside it."""
    page = opened(desk, article)
    page.click("#preview-toggle")
    expect(shown(page).locator("h1")).to_have_text("How neighbours talk")
    return page


def opened(desk: BrowserContext, article: Article) -> Page:
    page = desk.new_page()
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.wait_for_selector(".ProseMirror[contenteditable]")
    return page


def shown(page: Page) -> Any:
    return page.frame_locator("#preview-pane iframe")


def in_frame(page: Page, script: str) -> Any:
    return page.locator("#preview-pane iframe").evaluate(f"frame => {{ {script} }}")


# The page is there before its style is.
STYLED = """() => {
    const frame = document.querySelector("#preview-pane iframe")
    return getComputedStyle(frame.contentDocument.body).backgroundColor.startsWith("rgb(")
}"""


def paper(page: Page) -> str:
    return in_frame(page, "return getComputedStyle(frame.contentDocument.body).backgroundColor")


def test_what_is_typed_shows_within_a_second_and_is_not_saved(form: Page, article: Article) -> None:
    form.fill("#id_title", "Typed just now")
    expect(shown(form).locator("h1")).to_have_text("Typed just now", timeout=2000)
    form.locator(".ProseMirror[contenteditable]").first.click()
    form.keyboard.type("Into rich text. ")
    expect(shown(form).locator("main")).to_contain_text("Into rich text.", timeout=2000)
    assert Revision.objects.filter(content=article.pk).count() == 1
    assert Article.objects.get().title == "How neighbours talk"


def test_a_form_with_a_gap_keeps_the_page_and_says_what_is_missing(form: Page) -> None:
    form.fill("#id_title", "")
    said = form.locator(".preview-said")
    expect(said).to_contain_text("Title: This field is required.")
    expect(shown(form).locator("h1")).to_have_text("How neighbours talk")
    said.locator("a").click()
    assert form.evaluate("document.activeElement.id") == "id_title"
    form.fill("#id_title", "Filled in")
    expect(said).to_be_empty()


def test_the_place_stays_where_it_was_and_follows_what_is_out_of_sight(form: Page) -> None:
    in_frame(form, "frame.contentWindow.scrollTo(0, 1000)")
    form.fill("#id_slug", "another-address")
    form.wait_for_timeout(1200)
    assert in_frame(form, "return frame.contentWindow.scrollY") == 1000
    form.locator("[name$=heading]").nth(12).fill("Far below")
    expect(shown(form).locator("h2", has_text="Far below")).to_be_in_viewport(timeout=2000)


def test_the_page_is_exchanged_in_place(form: Page) -> None:
    """A mark on what did not change is still there: nothing was loaded again."""
    in_frame(form, "frame.contentDocument.querySelector('.masthead').mark = 'here'")
    form.fill("#id_title", "Typed just now")
    expect(shown(form).locator("h1")).to_have_text("Typed just now")
    mark = in_frame(form, "return frame.contentDocument.querySelector('.masthead').mark")
    assert mark == "here"


def test_it_is_light_and_dark_at_will_and_stays_so(form: Page, desk: BrowserContext) -> None:
    until(form, STYLED)
    light = paper(form)
    form.click("#preview-pane [data-value=dark]")
    dark = paper(form)
    assert light != dark
    again = opened(desk, Article.objects.get())
    expect(shown(again).locator("h1")).to_have_text("How neighbours talk")
    until(again, STYLED)
    assert paper(again) == dark
    again.click("#preview-pane [data-value=light]")
    assert paper(again) == light


def test_it_is_as_wide_as_a_phone_or_a_desk_and_fits_the_pane(form: Page) -> None:
    stage = form.locator(".preview-stage").bounding_box()
    for width in ("390", "820", "1280"):
        form.click(f"#preview-pane [data-value='{width}']")
        assert in_frame(form, "return frame.contentWindow.innerWidth") == int(width)
        frame = form.locator("#preview-pane iframe").bounding_box()
        assert frame["width"] <= stage["width"] + 1
        assert abs(frame["height"] - stage["height"]) <= 1


def test_links_do_not_lead_the_pane_away(form: Page, desk: BrowserContext) -> None:
    with desk.expect_page() as opening:
        shown(form).locator(".masthead-name a").click()
    opening.value.close()
    shown(form).get_by_role("link", name="Section 9", exact=True).first.click()
    expect(shown(form).locator("h2", has_text="Section 9")).to_be_in_viewport()
    expect(shown(form).locator("h1")).to_have_text("How neighbours talk")


def test_the_full_page_shows_what_is_typed_in_a_tab_of_its_own(
    form: Page, desk: BrowserContext
) -> None:
    form.fill("#id_title", "Typed just now")
    with desk.expect_page() as opening:
        form.click(".preview-whole")
    tab = opening.value
    expect(tab.locator("h1")).to_have_text("Typed just now")
    expect(tab.locator(".strip-preview")).to_contain_text("Preview: not public.")
    form.fill("#id_title", "Typed again")
    form.click(".preview-whole")
    expect(tab.locator("h1")).to_have_text("Typed again")
    assert len(desk.pages) == 2
    assert form.input_value("#id_title") == "Typed again"


def test_the_link_is_copied_and_says_what_it_shows(form: Page) -> None:
    form.click(".preview-copy")
    link = form.locator(".preview-link")
    expect(link).to_contain_text("Copied.")
    expect(link).to_contain_text("It shows Revision 1 as it was saved")
    copied = form.evaluate("navigator.clipboard.readText()")
    assert copied == link.locator("input").input_value()
    assert "/preview/" in copied


def test_where_nothing_can_be_copied_the_address_stands_ready(form: Page) -> None:
    form.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    form.click(".preview-copy")
    expect(form.locator(".preview-link")).to_contain_text("Copy this address:")
    selected = "getSelection().toString() || document.activeElement.value"
    assert "/preview/" in form.evaluate(selected)


def test_the_keyboard_opens_closes_and_widens_it(desk: BrowserContext, article: Article) -> None:
    page = opened(desk, article)
    pane = page.locator("#preview-pane")
    page.keyboard.press("Control+Alt+p")
    expect(pane).to_be_visible()
    expect(page.locator("#preview-toggle")).to_have_attribute("aria-expanded", "true")
    wide = pane.bounding_box()["width"]
    page.locator(".preview-edge").focus()
    page.keyboard.press("ArrowLeft")
    assert pane.bounding_box()["width"] == wide + 24
    page.keyboard.press("Control+Alt+p")
    expect(pane).to_be_hidden()
    page.keyboard.press("Control+Alt+p")
    assert pane.bounding_box()["width"] == wide + 24


def test_on_a_phone_it_covers_the_form_until_it_is_closed(
    desk: BrowserContext, article: Article
) -> None:
    page = opened(desk, article)
    page.set_viewport_size(PHONE)
    page.click("#preview-toggle")
    expect(shown(page).locator("h1")).to_have_text("How neighbours talk")
    assert page.locator("#preview-pane").bounding_box()["width"] == PHONE["width"]
    assert page.locator("#content-start").evaluate("form => form.inert")
    page.keyboard.press("Escape")
    expect(page.locator("#preview-pane")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "preview-toggle"
    assert not page.locator("#content-start").evaluate("form => form.inert")


def test_a_server_that_does_not_answer_is_told_of_and_asked_again(
    form: Page, desk: BrowserContext
) -> None:
    form.route("**/live-preview/", lambda route: route.fulfill(status=204, body=""))
    form.fill("#id_title", "Typed meanwhile")
    expect(form.locator(".preview-said")).to_contain_text("The preview does not answer.")
    form.unroute("**/live-preview/")
    form.locator("#id_title").press("End")
    expect(shown(form).locator("h1")).to_have_text("Typed meanwhile")
    expect(form.locator(".preview-said")).to_be_empty()
