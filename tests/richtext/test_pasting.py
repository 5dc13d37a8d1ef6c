"""What a word processor puts on the clipboard becomes what a text may hold, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from newsroom.richtext.cleaning import clean_html
from tests.richtext.editor import open_editor
from tests.richtext.hostile import faults
from tests.richtext.payloads import XSS

CLIPBOARDS = {path.stem: path for path in (Path(__file__).parent / "clipboards").iterdir()}

ITEM = "class=MsoListParagraph"
MARKER = "style='mso-list:Ignore'"

# The one document that all of them were copied from.
DOCUMENT = (
    "<h3>How it began</h3>"
    "<p>A <strong>bold</strong> word, an <em>italic</em> one, <strong><em>both</em></strong>, "
    'H<sub>2</sub>O, and <a href="https://example.org/report?year=2023">a link</a>.</p>'
    "<ul><li><p>First</p><ul><li><p>Inner</p></li></ul></li><li><p>Second</p></li></ul>"
    "<ol><li><p>One</p></li><li><p>Two</p></li></ol>"
    "<p>The end.</p>"
)


PIECES = (
    "How it began",
    "A <strong>bold</strong> word, an <em>italic</em> one, <strong><em>both</em></strong>, ",
    'H<sub>2</sub>O, and <a href="https://example.org/report?year=2023">a link</a>',
)


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    open_editor(page, "")
    yield page
    page.close()


@pytest.fixture
def editor(opened: Page) -> Page:
    """With nothing in it."""
    opened.evaluate("ready.commands.clearContent()")
    return opened


def pasted(page: Page, kind: str, data: str) -> str:
    """What the editor holds after a paste, as it would be stored."""
    paste(page, {kind: data})
    return clean_html(page.evaluate("ready.getHTML()"))


def paste(page: Page, data: dict[str, str]) -> None:
    page.evaluate(
        """data => {
            const clipboardData = new DataTransfer()
            for (const [kind, value] of Object.entries(data)) clipboardData.setData(kind, value)
            ready.commands.focus()
            ready.view.dom.dispatchEvent(
                new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true})
            )
        }""",
        data,
    )


@pytest.mark.parametrize("program", CLIPBOARDS)
def test_a_document_comes_in_clean_whatever_wrote_it(editor: Page, program: str) -> None:
    assert pasted(editor, "text/html", CLIPBOARDS[program].read_text()) == DOCUMENT


@pytest.mark.parametrize("program", sorted(CLIPBOARDS.keys() - {"word"}))
def test_the_server_alone_keeps_emphasis_links_and_headings(program: str) -> None:
    """What Word hides in comments, the server refuses, with the advice to paste plain text."""
    html = clean_html(CLIPBOARDS[program].read_text())
    assert [piece for piece in PIECES if piece not in html] == []
    assert faults(html) == []


@pytest.mark.parametrize("program", CLIPBOARDS)
def test_it_comes_in_without_a_script_asking_for_anything(editor: Page, program: str) -> None:
    asked: list[str] = []
    editor.on("request", lambda request: asked.append(request.url))
    pasted(editor, "text/html", CLIPBOARDS[program].read_text())
    editor.wait_for_timeout(100)
    assert [url for url in asked if not url.endswith(".woff2")] == []  # the editor's own icons


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("<b>bold</b> and <b style='font-weight:400'>not</b>", "<strong>bold</strong> and not"),
        (
            "<span style='font-weight:600;font-style:oblique'>a</span>",
            "<strong><em>a</em></strong>",
        ),
        ("<i style='font-style:normal'>a</i> <cite>b</cite>", "a <em>b</em>"),
        ("x<span style='vertical-align:super'>2</span>", "x<sup>2</sup>"),
        ("<a href='file:///C:/a.docx'>a</a> <a href='#top'>b</a> <a name=c>c</a>", "a b c"),
        (
            "<a href='https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F'>a</a>",
            '<a href="https://a.example/">a</a>',
        ),
        ("<a href='https://www.google.com/url?q=javascript:x&sa=D'>a</a>", "a"),
        ("<a href='https://www.google.com/search?q=a'>a</a>", None),
        ("a<sup class='note'><a href='/en/articles/x/#source-3'>3</a></sup> b", "a b"),
        ("a<sup class='reference'><a href='#cite_note-1'>[1]</a></sup> b", "a b"),
    ],
)
def test_words_keep_what_their_formatting_means(
    editor: Page, html: str, stored: str | None
) -> None:
    stored = clean_html(html) if stored is None else f"<p>{stored}</p>"
    assert pasted(editor, "text/html", f"<p>{html}</p>") == stored


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("<h5><b>A <i>b</i></b></h5>", "<h3>A <em>b</em></h3>"),
        ("<p class=MsoTitle>A</p><p>b</p>", "<h3>A</h3><p>b</p>"),
        (
            "<p>· a</p><p>•\u00a0b</p><p>c</p>",
            "<ul><li><p>a</p></li><li><p>b</p></li></ul><p>c</p>",
        ),
        ("<p>§ 5 of the law</p><p>1. Mai</p>", "<p>§ 5 of the law</p><p>1. Mai</p>"),
        (
            f"<p {ITEM}>a)\u00a0\u00a0 one</p><p {ITEM}>two</p>",
            "<ol><li><p>one</p></li></ol><p>two</p>",
        ),
        (
            f"<p {ITEM}><i {MARKER}>Ø </i>bullet</p><p {ITEM}><i {MARKER}>i. </i>number</p>",
            "<ul><li><p>bullet</p></li></ul><ol><li><p>number</p></li></ol>",
        ),
        ("<table><tr><td>a</td><th>b</th></tr></table>", "<p>a</p><p>b</p>"),
        ("<div>a<br>b</div><br><div><br></div><div>c</div>", "<p>a<br>b</p><p>c</p>"),
        ("<p>a</p><figure><img src=x><figcaption>b</figcaption></figure>", "<p>a</p><p>b</p>"),
    ],
)
def test_blocks_become_what_they_mean(editor: Page, html: str, stored: str) -> None:
    assert pasted(editor, "text/html", html) == stored


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("one", "<p>one</p>"),
        ("one\ntwo\n\nthree\r\n \r\n\r\nfour", "<p>one<br>two</p><p>three</p><p>four</p>"),
        ("<b>1</b> & 2", "<p>&lt;b&gt;1&lt;/b&gt; &amp; 2</p>"),
    ],
)
def test_plain_text_keeps_its_paragraphs_and_its_lines(
    editor: Page, text: str, stored: str
) -> None:
    assert pasted(editor, "text/plain", text) == stored


def test_what_is_copied_in_the_editor_is_pasted_with_its_notes(editor: Page) -> None:
    text = clean_html("<p>a<span data-source=7></span> <strong>b</strong></p><ul><li>c</ul>")
    copied = editor.evaluate(
        """text => {
            ready.commands.setContent(text)
            ready.commands.selectAll()
            const {dom} = ready.view.serializeForClipboard(ready.state.selection.content())
            ready.commands.clearContent()
            return dom.innerHTML
        }""",
        text,
    )
    assert pasted(editor, "text/html", copied) == text


def test_no_payload_runs_when_it_is_pasted(editor: Page) -> None:
    for payload in XSS:
        assert faults(pasted(editor, "text/html", payload)) == []
    assert editor.evaluate("window.__xss") is None
