"""What only a browser shows: typing is kept, offered, brought back, whatever happens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, Page, expect

from articles.models import Article, Section
from newsroom.publishing import lifecycle
from newsroom.publishing.revisions import head_of
from newsroom.unsaved.models import Buffer
from newsroom.unsaved.pairs import posted_again
from tests.admin_desk.desk import at_the_desk
from tests.cast import person

pytestmark = pytest.mark.django_db(transaction=True)

SHELF = "Object.keys(localStorage).filter(name => name.startsWith('unsaved:'))"


@pytest.fixture
def ada(transactional_db: None) -> User:
    return person("ada", is_superuser=True, first_name="Ada", last_name="Byron")


@pytest.fixture
def article(ada: User) -> Article:
    article = Article.objects.create(title="Bridges", slug="bridges")
    for number, heading in enumerate(("One", "Two"), start=1):
        Section.objects.create(
            parent=article, region="main", ordering=10 * number, heading=heading, text="<p>…</p>"
        )
    lifecycle.record(content=article, by=ada)
    return article


def sign_in(context: BrowserContext, user: User, address: str) -> None:
    session = at_the_desk(user).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": address}])


@pytest.fixture
def desks(browser: Browser, live_server) -> Iterator[list[BrowserContext]]:
    """Browsers, each with its own storage."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


@pytest.fixture
def desk(browser, live_server, desks, ada) -> BrowserContext:
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    desks.append(context)
    sign_in(context, ada, live_server.url)
    return context


def open_form(context: BrowserContext, article: Article) -> Page:
    page = context.new_page()
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    ready(page)
    return page


def ready(page: Page) -> None:
    page.wait_for_selector(".block-tools")
    page.wait_for_selector(".ProseMirror[contenteditable]")
    page.wait_for_load_state("networkidle")


def write(page: Page, words: str) -> None:
    page.locator(".ProseMirror[contenteditable]").first.click()
    page.keyboard.type(words)


def shelf(page: Page) -> str:
    return page.evaluate(f"{SHELF}.map(name => localStorage[name]).join()")


def test_typing_is_kept_in_the_browser_at_once_and_offered_after_it_was_left(desk, article):
    page = open_form(desk, article)
    write(page, "Never saved.")
    page.wait_for_timeout(400)
    assert "Never saved." in shelf(page)
    assert "csrfmiddlewaretoken" not in shelf(page)
    page.close(run_before_unload=False)

    page = open_form(desk, article)
    assert "Never saved." not in page.content()
    expect(page.locator(".kept-item")).to_contain_text("kept in this browser")
    with page.expect_navigation():
        page.get_by_role("button", name="Bring it back").click()
    ready(page)
    expect(page.locator(".ProseMirror[contenteditable]").first).to_contain_text("Never saved.")
    expect(page.locator(".brought-back")).to_contain_text("It is not saved yet")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    ready(page)
    expect(page.locator(".messagelist")).to_contain_text("Saved as revision 2.")
    assert "Never saved." in str(head_of(article).snapshot)
    assert shelf(page) == ""
    assert page.locator(".kept-item").count() == 0
    assert not Buffer.objects.exists()


def test_a_save_takes_it_off_the_shelf_only_on_the_next_page(desk, article):
    page = open_form(desk, article)
    write(page, "Saved words.")
    page.route("**/change/**", lambda route: route.abort())
    page.keyboard.press("Control+s")
    page.wait_for_timeout(800)
    page.unroute("**/change/**")
    page = open_form(desk, article)
    assert "Saved words." in shelf(page)
    expect(page.get_by_role("button", name="Bring it back")).to_be_visible()


def test_the_server_keeps_it_every_five_seconds(desk, article):
    page = desk.new_page()
    page.clock.install()
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    ready(page)
    write(page, "For the server.")
    page.clock.run_for(6000)
    expect(page.locator("#unsaved-kept")).to_contain_text("here and on the server")
    assert (
        "For the server." in posted_again(Buffer.objects.get().body)["articles_section_set-0-text"]
    )


def test_discarding_takes_two_clicks_and_forgets_it_everywhere(desk, article):
    page = open_form(desk, article)
    write(page, "Unwanted.")
    page.wait_for_timeout(6000)
    assert Buffer.objects.exists()
    page.close(run_before_unload=False)
    page = open_form(desk, article)
    page.get_by_role("button", name="Discard").click()
    assert "Unwanted." in shelf(page)
    page.get_by_role("button", name="Discard it for good").click()
    expect(page.locator(".kept-item")).to_have_count(0)
    assert shelf(page) == ""
    page.wait_for_load_state("networkidle")
    assert not Buffer.objects.exists()
