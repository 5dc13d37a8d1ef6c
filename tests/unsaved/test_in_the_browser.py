"""What only a browser shows: typing is kept, offered, brought back, whatever happens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, Page, expect

from articles.models import Article, ArticleQuestion, Section
from newsroom.publishing import lifecycle
from newsroom.publishing.revisions import head_of
from newsroom.unsaved.models import Buffer
from newsroom.unsaved.pairs import posted_again
from tests.admin_desk.browsing import add_session
from tests.articles.making import place
from tests.cast import person
from tests.factories import make_question

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

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
    add_session(context, live_server.url, ada)
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
    expect(page.locator(".kept-title")).to_have_text(article.title)
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


def test_what_is_too_long_for_the_server_is_not_said_to_be_there(desk, article):
    page = desk.new_page()
    page.clock.install()
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    ready(page)
    sent = []
    page.on("request", lambda asked: sent.append(asked.post_data or ""))
    page.route(
        "**/unsaved/",
        lambda route: (
            route.fulfill(status=413, content_type="application/json", body="{}")
            if "Far too long." in (route.request.post_data or "")
            else route.continue_()
        ),
    )
    write(page, "Far too long.")
    page.clock.run_for(6000)
    expect(page.locator("#unsaved-problem")).to_contain_text("too long for the server")
    page.clock.run_for(20_000)
    expect(page.locator("#unsaved-problem")).to_be_hidden()
    expect(page.locator("#unsaved-kept")).to_have_text("Not saved yet, kept in this browser")
    assert len([body for body in sent if "Far too long." in body]) == 1


def test_discarding_takes_two_clicks_and_forgets_it_everywhere(desk, article):
    page = open_form(desk, article)
    write(page, "Unwanted.")
    page.wait_for_timeout(6000)
    assert Buffer.objects.exists()
    page.close(run_before_unload=False)
    page = open_form(desk, article)
    page.get_by_role("button", name="Discard").click()
    assert "Unwanted." in shelf(page)
    with page.expect_response(lambda response: response.request.method == "DELETE"):
        page.get_by_role("button", name="Discard it for good").click()
    expect(page.locator(".kept-item")).to_have_count(0)
    assert shelf(page) == ""
    assert not Buffer.objects.exists()


@pytest.fixture
def mikas_desk(browser, live_server, desks, transactional_db) -> BrowserContext:
    mika = person("mika", is_superuser=True, first_name="Mika", last_name="Tanaka")
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    desks.append(context)
    add_session(context, live_server.url, mika)
    return context


def save(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    ready(page)


def test_two_at_one_article_see_each_other_and_in_the_end_both_texts(desk, mikas_desk, article):
    mine, mikas = open_form(desk, article), open_form(mikas_desk, article)
    expect(mikas.locator(".here")).to_have_text("Ada Byron has this open, too.")
    write(mikas, "Written by Mika.")
    save(mikas)
    write(mine, "Written by Ada.")
    expect(mine.locator("#unsaved-moved")).to_contain_text("Mika Tanaka saved this", timeout=15_000)
    expect(mine.locator(".here")).to_have_text("Mika Tanaka has this open, too.")
    save(mine)

    both = mine.locator("#both")
    expect(both).to_be_in_viewport()
    expect(both).to_be_focused()
    expect(both.locator("ins").first).to_contain_text("Written by Mika.")
    expect(both.locator("ins").last).to_contain_text("Ada")
    expect(mine.locator(".ProseMirror[contenteditable]").first).to_contain_text("Written by Ada.")

    with mine.expect_navigation():
        mine.get_by_role("link", name="Reopen theirs").click()
    ready(mine)
    expect(mine.locator(".ProseMirror[contenteditable]").first).to_contain_text("Written by Mika.")
    with mine.expect_navigation():
        mine.get_by_role("button", name="Bring it back").click()
    ready(mine)
    with mine.expect_navigation():
        mine.get_by_role("button", name="Save mine over it").click()
    ready(mine)
    assert "Written by Ada." in str(head_of(article).snapshot)
    texts = [str(revision.snapshot) for revision in article.revisions.all()]
    assert any("Written by Mika." in text for text in texts)
    assert shelf(mine) == ""


def test_far_below_one_sees_who_else_is_here_and_soon_that_they_saved(desk, mikas_desk, article):
    for number in range(12):
        place(article, Section, heading=f"Section {number}", text="<p>Words.</p>")
    mikas, mine = open_form(mikas_desk, article), open_form(desk, article)
    mine.locator(".ProseMirror[contenteditable]").last.click()
    expect(mine.locator(".here")).to_be_in_viewport()
    expect(mine.locator(".here")).to_have_text("Mika Tanaka has this open, too.")
    write(mikas, "Written by Mika.")
    save(mikas)
    # Nothing is typed here meanwhile.
    moved = mine.locator("#unsaved-moved")
    expect(moved).to_contain_text("Mika Tanaka saved this", timeout=6_000)
    expect(moved).to_be_in_viewport()


def test_a_sign_in_that_ends_is_told_and_after_the_next_one_it_is_saved(
    desk, article, ada, live_server
):
    page = open_form(desk, article)
    write(page, "Before the end.")
    desk.clear_cookies()
    page.keyboard.press("Control+s")
    expect(page.locator("#unsaved-problem")).to_contain_text("You are signed out")
    expect(page.locator("#unsaved-problem a")).to_have_attribute("target", "_blank")
    assert "Before the end." in shelf(page)
    add_session(desk, live_server.url, ada)
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("Saved as revision 2.")
    assert shelf(page) == ""


def test_a_form_sent_while_signed_out_is_offered_after_signing_in(desk, article, ada, live_server):
    page = open_form(desk, article)
    write(page, "Before the end.")
    page.wait_for_timeout(400)
    desk.clear_cookies()
    with page.expect_navigation():
        page.evaluate("document.getElementById('article_form').submit()")
    add_session(desk, live_server.url, ada)
    page = open_form(desk, article)
    expect(page.get_by_role("button", name="Bring it back")).to_be_visible()
    assert "Before the end." in shelf(page)


def test_a_page_of_somebody_else_saves_nothing_in_their_name(desk, article, live_server):
    page = open_form(desk, article)
    write(page, "Typed by Ada.")
    add_session(desk, live_server.url, person("mika", is_superuser=True))
    page.keyboard.press("Control+s")
    expect(page.locator("#unsaved-problem")).to_contain_text("Somebody else has signed in")
    assert head_of(article).number == 1


def test_several_new_articles_at_once_are_kept_apart(desk, article):
    for words in ("First of two", "Second of two"):
        page = desk.new_page()
        page.goto("/admin/articles/article/add/")
        page.wait_for_selector("#unsaved", state="attached")
        page.wait_for_load_state("networkidle")
        page.locator("#id_title").click()
        page.keyboard.type(words)
        page.wait_for_timeout(400)
    kept = shelf(page)
    assert "First of two" in kept
    assert "Second of two" in kept
    # Both are still open: nothing to bring back.
    assert page.locator(".kept-item").count() == 0


FILL = """(isFull) => {
    const keep = Storage.prototype.setItem
    for (const [tab, stamp] of [["newer", 2], ["older", 1]]) {
        const entry = { user: "9", form: "x:add", tab, stamp, pairs: [] }
        localStorage.setItem(`unsaved:9:x:add:${tab}`, JSON.stringify(entry))
    }
    Storage.prototype.setItem = function (name, text) {
        if (isFull === "for good" || this.getItem("unsaved:9:x:add:older"))
            throw new DOMException("full", "QuotaExceededError")
        keep.call(this, name, text)
    }
}"""


def test_in_a_full_browser_the_oldest_entries_make_room(desk, article):
    page = open_form(desk, article)
    page.evaluate(FILL, "at first")
    write(page, "Still kept.")
    page.wait_for_timeout(400)
    assert "Still kept." in shelf(page)
    names = page.evaluate(SHELF)
    assert [name for name in names if name.endswith(("older", "newer"))] == [
        "unsaved:9:x:add:newer"
    ]


def test_a_browser_without_any_room_says_so(desk, article):
    page = open_form(desk, article)
    page.evaluate(FILL, "for good")
    write(page, "Nowhere here.")
    expect(page.locator("#unsaved-kept")).to_have_text(
        "Not saved, and this browser has no room to keep it"
    )
    expect(page.locator("#unsaved-kept")).to_have_text(
        "Not saved yet, kept on the server", timeout=10_000
    )


def test_the_longest_articles_fit_many_times_and_are_kept_without_a_hitch(desk, article):
    words = "<p>Neighbours who argue in the open have something to lose.</p>" * 50
    for number in range(60):
        place(article, Section, heading=f"Section {number}", text=words)
    for number in range(120):
        question = make_question(title=f"Question {number}?", sources=())
        ArticleQuestion.objects.create(article=article, question=question, position=number)
    page = desk.new_page()
    page.goto(f"/admin/articles/article/{article.pk}/change/", timeout=120_000)
    page.wait_for_selector(".ProseMirror[contenteditable]", timeout=120_000)
    page.wait_for_load_state("networkidle")
    write(page, "Kept all the same.")
    page.wait_for_timeout(1500)
    kept = shelf(page)
    assert "Kept all the same." in kept
    # Browsers give an origin five million characters.
    assert 200_000 < len(kept) < 500_000
    milliseconds = page.evaluate(
        """() => {
            const start = performance.now()
            const form = document.getElementById("article_form")
            localStorage.setItem("try", JSON.stringify([...new FormData(form)]))
            return performance.now() - start
        }"""
    )
    assert milliseconds < 200
