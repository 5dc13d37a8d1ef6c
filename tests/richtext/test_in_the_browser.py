"""What a browser and the real editor make of cleaned text."""

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from newsroom.richtext.cleaning import clean_html
from tests.richtext.editor import open_editor
from tests.richtext.payloads import XSS
from tests.richtext.soup import PASTED

TEXTS = (
    "",
    "bare words",
    "<p>two  spaces and\na line end</p><p>a&nbsp;b — “c” &amp; &lt;d&gt;</p>",
    "<p>one<br>two<br><br>four</p>",
    "<p><strong>bold <em>both</em></strong><em> italic</em> x<sub>1</sub><sup>2</sup></p>",
    '<p><strong>a <a href="/x/?a=1&amp;b=2" title="&quot;T&quot; &lt;b&gt;">b</a></strong></p>',
    '<p><a href="https://a.example/">a</a><a href="mailto:b@b.example">b</a></p>',
    "<h2>Heading</h2><p>words</p><blockquote><p>said</p><ul><li>x</li></ul></blockquote>",
    "<ul><li>a<ol><li>b</li><li>c<blockquote>d</blockquote></li></ol>e</li></ul>",
    "<ul><li><h3>a</h3><h3>b</h3></li><li><blockquote>c</blockquote></li></ul>",
    "<ul><li><ul><li>a</li><li>b</li></ul></li></ul><ul><ul><li>c</li><li>d</li></ul></ul>",
    "<p>　石破　茂は「関係」</p><p>한국어 <strong>굵게</strong></p>",
    "<p>said <span data-source=12></span> <strong>so<span data-source=7></span></strong></p>",
    "<p><span data-source=7></span><a href='/x/'>a<span data-source=8></span>b</a> c</p>",
    "<ul><li><span data-source=7></span></li><li>a<br><span data-source=9></span></li></ul>",
    "<p>👨\u200d👩\u200d👧 می\u200cخواهم</p>",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("text", TEXTS)
def test_the_editor_changes_nothing(page: Page, text: str) -> None:
    stored = clean_html(text)
    open_editor(page, stored)
    assert clean_html(page.evaluate("ready.getHTML()")) == stored


def test_the_editor_changes_nothing_in_texts_of_any_make(page: Page) -> None:
    chance = random.Random(1)
    texts = (clean_html("".join(chance.choices(PASTED, k=20))) for _ in range(200))
    stored = [text for text in texts if text]
    open_editor(page, "")
    written = page.evaluate(
        """texts => texts.map(text => {
            ready.commands.setContent(text)
            return ready.getHTML()
        })""",
        stored,
    )
    assert list(map(clean_html, written)) == stored


def test_the_editor_offers_what_is_allowed(page: Page) -> None:
    open_editor(page, "<p>words</p>")
    made = page.evaluate(
        """() => {
            ready.chain().selectAll().toggleBold().toggleItalic().toggleSuperscript().run()
            ready.chain().selectAll().setMark('link', {href: '/faqs/'}).toggleBulletList().run()
            return document.querySelector('textarea').value
        }"""
    )
    assert clean_html(made) == (
        '<ul><li><p><a href="/faqs/"><strong><em><sup>words</sup></em></strong></a></p></li></ul>'
    )


def test_no_payload_runs(page: Page) -> None:
    asked_for: list[str] = []
    page.route("**/*", lambda route: (asked_for.append(route.request.url), route.abort()))
    page.set_content("".join(map(clean_html, XSS)))
    page.evaluate(
        "document.querySelectorAll('a').forEach(a => a.dispatchEvent(new Event('mouseover')))"
    )
    assert page.evaluate("window.__xss") is None
    assert asked_for == []
