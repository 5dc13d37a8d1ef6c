"""`clean_html`: equal texts are equal strings, whoever marked them up."""

import pytest

from newsroom.richtext.allowed import ELEMENTS, editor_extensions
from newsroom.richtext.cleaning import clean_html
from newsroom.richtext.tidying import MAX_NESTING
from tests.richtext.hostile import TAGS


def test_all_that_is_allowed_stays_as_it_is() -> None:
    html = (
        '<h3>Heading</h3><p>Words, <a href="https://a.example/?b=1&amp;c=2" title="&quot;T&quot;">'
        "a <strong>link</strong></a>, <strong>bold <em>and italic</em></strong>,<br>"
        "x<sub>1</sub><sup>2</sup> &lt;not a tag&gt;</p>"
        "<blockquote><p>Said</p></blockquote>"
        "<ul><li><p>One</p><ol><li><p>Inner</p></li></ol></li><li><p>Two</p></li></ul>"
    )
    assert clean_html(html) == html


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("bare words", "<p>bare words</p>"),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("one<div>two</div>three", "<p>one</p><p>two</p><p>three</p>"),
        ("<h1>A</h1><h2>B</h2><h6>C</h6>", "<h3>A</h3><h3>B</h3><h3>C</h3>"),
        ("<b>bold</b> <i>italic</i>", "<p><strong>bold</strong> <em>italic</em></p>"),
        (
            "<table><tr><td>one</td><td>two</td></tr></table>",
            "<p>one</p><p>two</p>",
        ),
        ("<em>a<p>b</p>c</em>", "<p><em>a</em></p><p><em>b</em></p><p><em>c</em></p>"),
    ],
)
def test_words_of_other_elements_keep_their_paragraphs(given: str, stored: str) -> None:
    assert clean_html(given) == stored


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("<p>  a \n b\t</p>", "<p>a b</p>"),
        ("<p>a <strong> b </strong> c</p>", "<p>a <strong>b </strong>c</p>"),
        ("<p>a <br> b</p>", "<p>a<br>b</p>"),
        ("<p><em>a </em><br>b</p>", "<p><em>a</em><br>b</p>"),
        ("<p><br>a<br><br>b<br></p>", "<p>a<br><br>b</p>"),
        ("<p>a\u00a0b</p>", "<p>a&nbsp;b</p>"),
        ("<p>　字下げ</p>", "<p>　字下げ</p>"),
    ],
)
def test_white_space_counts_once(given: str, stored: str) -> None:
    assert clean_html(given) == stored


@pytest.mark.parametrize(
    "html",
    ["", " ", "<p></p>", "<p>&nbsp;</p>", "<p><br></p>", "<ul><li></li></ul>", "<p><em> </em></p>"],
)
def test_what_holds_no_words_is_empty(html: str) -> None:
    assert clean_html(html) == ""


def test_marks_nest_in_one_order_and_join() -> None:
    one = clean_html('<em><strong>a</strong></em><b>b</b><b><a href="/x/">c</a></b>')
    other = clean_html('<strong><em>a</em>b<a href="/x/">c</a></strong>')
    assert one == '<p><strong><em>a</em>b</strong><a href="/x/"><strong>c</strong></a></p>'
    assert other == one


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("<li>stray", "<p>stray</p>"),
        ("<ul>words</ul>", "<ul><li><p>words</p></li></ul>"),
        (
            "<ul><li>a</li><ul><li>b</li></ul></ul>",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
        ),
        (
            "<ul><ul><li>a</li><li>b</li></ul></ul>",
            "<ul><li><p>a</p></li><li><p>b</p></li></ul>",
        ),
    ],
)
def test_a_list_holds_items_alone(given: str, stored: str) -> None:
    assert clean_html(given) == stored


@pytest.mark.parametrize(
    "first", ["<h3>a</h3>", "<blockquote>a</blockquote>", "<ul><li>a</li></ul>", "<br>a"]
)
def test_an_item_begins_with_a_paragraph(first: str) -> None:
    html = clean_html(f"<ul><li>{first}<h3>b</h3></li></ul>")
    assert html == "<ul><li><p>a</p><h3>b</h3></li></ul>"


def test_lists_stop_nesting_but_keep_their_words() -> None:
    html = clean_html("<ul><li>x" * 12 + "</li></ul>" * 12)
    assert html.count("<ul>") == MAX_NESTING
    assert html.count("<p>x</p>") == 12


@pytest.mark.parametrize(
    "href", ["https://a.example/", "http://a.example:8080/?q=1#x", "mailto:a@b.example", "/faqs/"]
)
def test_links_lead_to_the_web_to_mail_and_to_this_site(href: str) -> None:
    assert clean_html(f"<p><a href='{href}'>x</a></p>") == f'<p><a href="{href}">x</a></p>'


def test_links_open_where_the_reader_is() -> None:
    html = "<p><a href='/x/' target=_blank rel='noopener sponsored' class=y id=z>x</a></p>"
    assert clean_html(html) == '<p><a href="/x/">x</a></p>'


def test_the_title_of_a_link_is_one_clean_line() -> None:
    html = "<a href='/x/' title=' cafe\u0301\n&#8238;bar '>x</a>"
    assert clean_html(html) == '<p><a href="/x/" title="café bar">x</a></p>'


def test_no_other_element_has_attributes() -> None:
    html = "<p title=a lang=ja class=b><em title=a lang=ja style=color:red>x</em></p>"
    assert clean_html(html) == "<p><em>x</em></p>"


def test_letters_are_composed_in_words_but_never_with_tags() -> None:
    assert clean_html("<p>cafe<span>&#769;</span></p>") == "<p>café</p>"
    assert clean_html("<p><em>cafe</em><em>&#769;</em></p>") == "<p><em>café</em></p>"
    assert clean_html("<p>\u0338a</p>") == "<p>\u0338a</p>"
    assert clean_html("<p>a&#8238;b\u202ec</p>") == "<p>abc</p>"


def test_the_editor_makes_just_what_cleaning_lets_through() -> None:
    assert {element.tag for element in ELEMENTS} == TAGS
    assert set(editor_extensions(notes=True)) == {e.extension for e in ELEMENTS} | {
        "CleanPaste",
        "NoSpellCheck",
    }
    assert set(editor_extensions(notes=True)) - set(editor_extensions(notes=False)) == {"Note"}
