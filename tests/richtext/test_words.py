from hypothesis import given
from hypothesis import strategies as st

from newsroom.richtext.cleaning import clean_html, clean_text
from newsroom.richtext.words import paragraphs_to_html, plain_text


def test_a_blank_line_stands_between_the_blocks() -> None:
    html = clean_html(
        "<h3>Heading</h3><p>One &lt;b&gt; &amp; <a href='/x/'>two</a><br>three</p>"
        "<ul><li>item</li><li>item<ul><li>inner</li></ul></li></ul>"
    )
    assert plain_text(html) == ("Heading\n\nOne <b> & two\nthree\n\nitem\n\nitem\n\ninner")


def test_nothing_gives_nothing() -> None:
    assert plain_text("") == ""
    assert paragraphs_to_html([]) == ""


def test_paragraphs_are_words_not_markup() -> None:
    html = paragraphs_to_html(["a <b>bold</b> & b", "first\nsecond", " "])
    assert html == "<p>a &lt;b&gt;bold&lt;/b&gt; &amp; b</p><p>first<br>second</p>"


@given(st.lists(st.from_regex(r"[\w<>&;'\"]+( [\w<>&;]+)*", fullmatch=True), max_size=5))
def test_the_words_come_back(paragraphs: list[str]) -> None:
    assert plain_text(paragraphs_to_html(paragraphs)) == "\n\n".join(map(clean_text, paragraphs))
