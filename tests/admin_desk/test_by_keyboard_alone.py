"""An article with every kind of block, written, looked at, scheduled and published without a mouse.

Only keys move the focus and press buttons. Locators are read, never acted upon.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from PIL import Image as Picture
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from articles.models import Article
from articles.snapshots import BLOCKS as KINDS
from newsroom.publishing.editions import Edition
from newsroom.publishing.revisions import head_of
from newsroom.publishing.topics import Topic
from tests.articles.making import live_author
from tests.factories import make_event, make_promo, make_source, published
from tests.quotes.making import live_quote
from tests.until import until

from .keys import Keys, without_a_mouse

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

BLOCKS = ".order-machine > .inline-related:not(.empty-form)"

EVERY_KIND = [
    "Section",
    "QuoteHere",
    "Picture",
    "TimelineHere",
    "QuestionsHere",
    "PromoHere",
    "Section",
]

EVENTS = ("The treaty is signed", "The bridge is opened")

READ = (
    "How two neighbours share a river",
    "What the treaty says, and what people remember.",
    "Hana Mori",
    "Half each, says the treaty. Read it",
    "So it has been since 1920",
    "A river has two banks and one bed.",
    "The river in spring",
    *EVENTS,
    "Who owns the river?",
    "Learn Korean",
    "Treaty on the river",
)


@pytest.fixture
def newsroom(transactional_db: None, editor: User, moderator: User) -> None:
    """What others have made already."""
    Topic.objects.create(name="Rivers", slug="rivers")
    make_source("Treaty on the river")
    live_author(editor, "Hana Mori")
    live_quote(editor, moderator, text="A river has two banks and one bed.")
    for title in EVENTS:
        published(make_event(title=title), by=editor)
    published(make_promo(title="Spring courses"), by=editor)


@pytest.fixture
def context(browser: Browser, live_server, newsroom: None) -> Iterator[BrowserContext]:
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 1440, "height": 900}, timezone_id="UTC"
    )
    without_a_mouse(context)
    complaints: list[str] = []
    context.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    assert complaints == []


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "river.png"
    Picture.new("RGB", (640, 400), "steelblue").save(path)
    return path


class Desk:
    """Edith at her desk: each method is something that she sets out to do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = Keys(page)

    def sign_in(self) -> None:
        self.page.goto("/admin/")
        self.keys.is_on('textbox "Name or e-mail')
        self.keys.type("edith")
        self.keys.walk_to('textbox "Password')
        self.keys.type("edith-password-for-tests")
        self.submit()
        expect(self.page.get_by_role("heading", name="The desk")).to_be_visible()

    def submit(self, key: str = "Enter") -> None:
        with self.page.expect_navigation():
            self.keys.press(key)

    def skip_to_the_content(self) -> None:
        self.keys.walk_to('link "Skip to main content"', at_most=1)
        self.keys.press("Enter")

    def begin_an_article(self) -> None:
        self.skip_to_the_content()
        self.keys.walk_to('link "New article"', at_most=2)
        self.submit()
        self.is_ready()

    def is_ready(self) -> None:
        self.page.wait_for_selector(".body-bar [data-body-length]:not(:empty)")

    def say_what_it_is(self) -> None:
        self.keys.type("How two neighbours share a river")
        self.keys.walk_to('textbox "Standfirst')
        self.keys.type("What the treaty says, and what people remember.")

    def pick(self, typed: str, wanted: str) -> None:
        """Search, and take the first that is found."""
        self.keys.type(typed)
        found = self.page.locator("#picker-results [role=option]")
        expect(found).to_contain_text([wanted])
        self.keys.press("ArrowDown", "Enter")

    def add_row(self, of: str, asks: str) -> None:
        self.keys.walk_to(f'button "Add another {of}"')
        self.keys.press("Enter")
        self.keys.is_on(f'combobox "{asks}"')

    def insert(self, letters: str, kind: str) -> None:
        self.keys.press("Alt+Shift+N")
        self.keys.is_on('menuitem "Section')
        self.keys.press(*letters)
        self.keys.is_on(f'menuitem "{kind}')
        self.keys.press("Enter")

    def write_a_section(self) -> None:
        self.keys.walk_to('button "Insert a block here"')
        self.insert("", "Section")
        self.keys.is_on('textbox "Heading')
        self.keys.type("What the treaty says")
        expect(self.page.locator(f"{BLOCKS} .prose-menubar[role=toolbar]")).to_be_visible()
        self.keys.walk_to('button "Paragraph"', at_most=2)
        self.keys.walk_to('textbox "Text', at_most=1)
        self.write()
        self.cite()

    def write(self) -> None:
        self.keys.press("Control+b")
        self.keys.type("Half each")
        self.keys.press("Control+b")
        self.keys.type(", says the treaty. ")
        self.keys.type("Read it")
        expect(self.text).to_contain_text("Read it")
        self.link("Read it", "https://example.org/treaty")
        self.keys.press("Enter", "Control+Shift+8")
        self.keys.type("Water")
        self.keys.press("Enter")
        self.keys.type("Fish")
        self.keys.press("Enter", "Enter")
        self.keys.type("So it has been since 1920")

    @property
    def text(self) -> Locator:
        return self.page.locator(f"{BLOCKS} .tiptap").first

    def link(self, words: str, address: str) -> None:
        self.keys.press(*["Shift+ArrowLeft"] * len(words))
        until(self.page, "words => String(getSelection()) === words", words)
        self.keys.rest()
        self.keys.press("Control+k")
        self.keys.is_on('textbox "URL"')
        self.keys.type(address)
        self.keys.press("Enter")
        self.keys.is_on('textbox "Text')
        expect(self.text.get_by_role("link")).to_have_text(words)
        self.keys.rest()
        self.keys.press("End")
        until(self.page, "() => getSelection().isCollapsed")
        self.keys.rest()

    def cite(self) -> None:
        self.keys.press("Control+Alt+f")
        self.keys.is_on('combobox "Title, author')
        self.keys.type("river")
        found = self.page.locator("dialog.cite [role=option]")
        expect(found).to_contain_text(["Treaty on the river"])
        self.keys.press("Enter")
        self.keys.is_on('textbox "Text')
        self.keys.type(".")

    def add_a_picture(self, path: Path) -> None:
        self.insert("p", "Picture")
        self.keys.is_on('combobox "Image"')
        self.keys.walk_to('link "New image"', at_most=1)
        with self.in_a_popup() as popup:
            popup.make_an_image(path)
        self.keys.is_on('button "Change"')
        self.keys.walk_to('textbox "Caption')
        self.keys.type("The river in spring")

    def make_an_image(self, path: Path) -> None:
        # The system's own dialog for files can be used by keyboard; here the browser answers it.
        self.page.on("filechooser", lambda chooser: chooser.set_files(path))
        self.keys.press("Enter")
        expect(self.page.locator("input[type=file]")).to_have_value(re.compile(path.name))
        self.keys.walk_to('textbox "Title')
        self.keys.type("River")
        self.keys.walk_to('combobox "Language')
        self.keys.press("e")
        self.keys.walk_to('textbox "Text instead')
        self.keys.type("A river between two fields")

    @contextmanager
    def in_a_popup(self) -> Iterator[Desk]:
        """A window of its own, in which something is made and saved."""
        with self.page.context.expect_page() as opening:
            self.keys.press("Enter")
        window = opening.value
        window.wait_for_load_state()
        popup = Desk(window)
        popup.keys.is_on('(textbox "Question|button "picture)')
        yield popup
        popup.keys.walk_to('button "Save"')
        with window.expect_event("close"):
            popup.keys.press("Enter")

    def quote_somebody(self) -> None:
        self.insert("q", "Quote")
        self.keys.is_on('combobox "Quote"')
        self.pick("two banks", "A river has two banks")
        self.keys.is_on('button "Change"')

    def place_timeline_and_questions(self) -> None:
        self.insert("t", "Timeline")
        self.keys.is_on('button "Move up"')
        self.insert("qq", "Questions and answers")
        self.keys.is_on('button "Move up"')

    def promote(self) -> None:
        self.insert("pp", "Promo")
        self.keys.is_on('combobox "Promo"')
        self.pick("spring", "Spring courses")

    def leave_a_section_empty(self) -> None:
        self.insert("", "Section")
        self.keys.is_on('textbox "Heading')

    def list_events(self) -> None:
        for typed, title in (
            ("treaty", "The treaty is signed"),
            ("bridge", "The bridge is opened"),
        ):
            self.add_row("Event of the article", "Event")
            self.pick(typed, title)
            self.keys.is_on('button "Change"')

    def ask_a_question(self) -> None:
        self.add_row("Question of the article", "Question")
        self.keys.walk_to('link "New question"', at_most=1)
        with self.in_a_popup() as popup:
            popup.answer()
        self.keys.is_on('button "Change"')

    def answer(self) -> None:
        self.keys.type("Who owns the river?")
        self.keys.walk_to('textbox "Short answer')
        self.keys.type("Both.")
        expect(self.page.locator(".prose-menubar[role=toolbar]")).to_be_visible()
        self.keys.walk_to('textbox "Answer')
        self.keys.type("Each owns its bank.")
        self.add_row("Cited source", "Source")
        self.pick("treaty on", "Treaty on the river")

    def say_who_writes_and_where(self) -> None:
        self.add_row("Author of the article", "Author")
        self.pick("hana", "Hana Mori")
        self.keys.walk_to('textbox "Address')
        expect(self.page.locator("#id_slug")).to_have_value("how-two-neighbours-share-a-river")
        self.keys.walk_to('combobox "Topics"')
        self.pick("riv", "Rivers")

    def move_and_copy_blocks(self) -> None:
        self.keys.walk_to('textbox "Caption', by="Shift+Tab")
        self.keys.press("Alt+ArrowDown")
        expect(self.page.locator("#block-news")).to_have_text("Moved to place 3 of 7.")
        self.keys.is_on('textbox "Caption')
        self.keys.walk_to('button "Move up"', by="Shift+Tab")
        self.keys.walk_to('button "Duplicate"', by="ArrowRight", at_most=2)
        self.keys.press("Enter")
        expect(self.page.locator("#block-news")).to_contain_text("The copy is at place 4 of 8.")
        self.keys.walk_to('button "(Move up|Duplicate)"', by="Shift+Tab")
        self.keys.walk_to('button "Delete"', by="ArrowRight", at_most=3)
        self.keys.press("Enter")
        self.keys.is_on('button "Undo"')
        self.keys.press("Enter")
        self.keys.is_on('button "Delete"')
        self.keys.press("Enter")
        self.keys.is_on('button "Undo"')

    def see_how_long_it_is(self) -> None:
        expect(self.page.locator("[data-body-length]")).to_have_text("Words: 19 · 1 min to read")

    def look_at_it(self) -> None:
        self.keys.press("Control+Alt+p")
        page = self.page.frame_locator("#preview-pane iframe")
        expect(page.locator("h1")).to_have_text("How two neighbours share a river")
        expect(page.locator("body")).to_contain_text("The river in spring")
        self.keys.walk_to('button "Preview"')
        self.keys.walk_to('button "Phone"')
        self.keys.press("Enter")
        self.keys.walk_to('button "Dark"')
        self.keys.press("Enter")
        expect(self.page.locator("#preview-pane")).to_have_attribute("data-scheme", "dark")
        self.keys.press("Control+Alt+p")
        expect(self.page.locator("#preview-pane")).to_be_hidden()

    def save(self) -> None:
        self.keys.walk_to('textbox "What changed"', by="Shift+Tab")
        self.keys.type("First full draft")
        self.submit()
        expect(self.page.locator(".messagelist")).to_contain_text("Saved as revision 1.")

    def go_to_publishing(self) -> None:
        self.is_ready()
        self.keys.walk_to('button "Publish …"', at_most=20)
        self.submit()

    def give_reasons(self) -> None:
        expect(self.page.locator(".findings")).to_contain_text("A section is empty.")
        self.skip_to_the_content()
        self.keys.walk_to('textbox "reason for publishing', at_most=3)
        self.keys.type("It is written tomorrow.")

    def schedule(self, month: str) -> None:
        self.keys.walk_to(".*opens at", at_most=90)
        self.keys.type(month + "1520980900AM")
        self.keys.walk_to('button "(Publish or schedule|Change the schedule)"')
        self.submit()
        expect(self.page.locator(".messagelist")).to_contain_text("Scheduled: readers see it from")

    def change_the_schedule(self) -> None:
        self.keys.walk_to('link "Change"', at_most=80)
        self.submit()
        self.schedule("11")

    def publish_now(self) -> None:
        self.keys.walk_to('link "Change"', at_most=80)
        self.submit()
        self.keys.walk_to(".*opens at", at_most=90)
        self.keys.press(*["Backspace", "ArrowRight"] * 6)
        self.keys.walk_to('button "Change the schedule"')
        self.submit()
        expect(self.page.locator(".messagelist")).to_contain_text("Published: readers see")

    def read_it(self) -> None:
        self.page.goto("/articles/how-two-neighbours-share-a-river/")
        page = self.page.locator("main")
        for words in READ:
            expect(page).to_contain_text(words)
        expect(page.get_by_role("img", name="A river between two fields")).to_be_visible()
        address = page.get_by_role("link", name="Read it")
        expect(address).to_have_attribute("href", "https://example.org/treaty")


def opens() -> dt.datetime:
    """When readers see the article; of what was rescheduled nothing is left."""
    return Edition.objects.get(content__kind="article").live_from


def body() -> list[Any]:
    rows = [row for model, _fields in KINDS.values() for row in model._default_manager.all()]
    return sorted(rows, key=attrgetter("ordering"))


@pytest.fixture
def desk(context: BrowserContext) -> Desk:
    return Desk(context.new_page())


def test_an_article_goes_from_nothing_to_its_readers_by_keyboard_alone(desk: Desk, picture: Path):
    desk.sign_in()
    desk.begin_an_article()
    desk.say_what_it_is()
    desk.write_a_section()
    desk.add_a_picture(picture)
    desk.quote_somebody()
    desk.place_timeline_and_questions()
    desk.promote()
    desk.leave_a_section_empty()
    desk.list_events()
    desk.ask_a_question()
    desk.say_who_writes_and_where()
    desk.move_and_copy_blocks()
    desk.see_how_long_it_is()
    desk.look_at_it()
    desk.save()
    desk.go_to_publishing()
    desk.give_reasons()
    desk.schedule("10")
    assert opens() == dt.datetime(2098, 10, 15, 9, tzinfo=dt.UTC)
    desk.change_the_schedule()
    assert opens() == dt.datetime(2098, 11, 15, 9, tzinfo=dt.UTC)
    desk.publish_now()
    assert opens() <= timezone.now()
    assert [type(block).__name__ for block in body()] == EVERY_KIND
    assert head_of(Article.objects.get()).comment == "First full draft"
    desk.read_it()
