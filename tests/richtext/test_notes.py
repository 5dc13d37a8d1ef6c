"""Notes in formatted text: what counts as one, and what it leaves in words and on pages."""

import pytest
from django.template import Context, Engine

from newsroom.richtext.cleaning import clean_html
from newsroom.richtext.notes import NO_NOTES, Notes, cited_in, number, with_numbers
from newsroom.richtext.words import plain_text
from tests.richtext.hostile import faults


def note(source: int) -> str:
    return f'<span data-source="{source}"></span>'


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        (f"<p>a{note(12)} b</p>", f"<p>a{note(12)} b</p>"),
        ("<p>a <span data-source=12 class=note title=x>3</span></p>", f"<p>a {note(12)}3</p>"),
        (f"<p>a{note(1)}{note(1)}{note(2)}</p>", f"<p>a{note(1)}{note(2)}</p>"),
        (
            f"<p><strong>a{note(1)}b</strong></p>",
            f"<p><strong>a</strong>{note(1)}<strong>b</strong></p>",
        ),
        (
            f"<p><a href='/x/'>a{note(1)}b</a></p>",
            f'<p><a href="/x/">a</a>{note(1)}<a href="/x/">b</a></p>',
        ),
        (f"a{note(1)}<h2>b{note(2)}</h2>", f"<p>a{note(1)}</p><h3>b{note(2)}</h3>"),
        (f"<ul>{note(1)}</ul>", f"<ul><li><p>{note(1)}</p></li></ul>"),
        (f"<p>{note(1)}&#x338;b</p>", f"<p>{note(1)}\u0338b</p>"),
    ],
)
def test_a_note_is_an_empty_element_without_marks(given: str, stored: str) -> None:
    assert clean_html(given) == stored
    assert clean_html(stored) == stored


@pytest.mark.parametrize(
    "source",
    [
        *("", " ", "0", "00", "07", "-1", "+1", "1.0", "1e3", "0x1", " 1", "1 ", "1\n", "1 2"),
        *("１２", "٣", "²", "1\u200d", "1\u0301", "9" * 19, "1&quot; onmouseover=&quot;x", "12a"),
        *("javascript:x", "&lt;script&gt;", "None", "true", "[1]"),
    ],
)
def test_only_a_number_of_a_source_makes_a_note(source: str) -> None:
    html = clean_html(f'<p>a<span data-source="{source}">b</span></p>')
    assert html == "<p>ab</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p data-source=1>a</p>",
        "<sup data-source=1>a</sup>",
        "<a href='/x/' data-source=1>a</a>",
        "<span data-Source='1' onclick=x style=y id=z>a</span>",
        "<svg><span data-source=1>a</span></svg>",
        "<span data-source=1 data-source=2>a",
        "<a title='<span data-source=&quot;1&quot;></span>' href=/x/>a</a>",
        '&lt;span data-source="1"&gt;&lt;/span&gt;a',
        "<p>\x1a\x1aa</p>",
        "<p>&#26;&#x1A;a</p>",
    ],
)
def test_hostile_markers_do_no_harm_and_clean_once(html: str) -> None:
    once = clean_html(html)
    assert faults(once) == []
    assert clean_html(once) == once
    assert plain_text(once) in ("a", '<span data-source="1"></span>a')
    assert cited_in(once) in ([], [1])


def test_what_looks_like_a_note_in_words_or_in_a_title_cites_nothing() -> None:
    html = clean_html(
        '<p>&lt;span data-source="1"&gt;&lt;/span&gt;'
        "<a href=/x/ title='<span data-source=\"1\"></span>'>a</a></p>"
    )
    assert cited_in(html) == []
    assert with_numbers(html, Notes({1: 1})) == html


def test_the_words_of_a_text_do_not_hold_its_notes() -> None:
    assert plain_text(clean_html(f"<p>a{note(12)} b{note(7)}.</p>")) == "a b."


def test_the_same_source_has_the_same_number_in_all_texts_of_a_page() -> None:
    texts = [f"<p>{note(30)}{note(10)}{note(30)}</p>", "<p>a</p>", f"<p>{note(20)}{note(10)}</p>"]
    first, second, third = number(texts, [10, 20, 30])
    assert first.numbers == second.numbers == third.numbers == {30: 1, 10: 2, 20: 3}
    assert (first.begins, second.begins, third.begins) == ({30, 10}, set(), {20})


def test_a_source_that_the_page_cannot_list_has_no_number() -> None:
    [notes] = number([f"<p>a{note(5)}{note(10)}</p>"], [10])
    shown = with_numbers(f"<p>a{note(5)}{note(10)}</p>", notes)
    assert shown == (
        '<p>a<sup class="note"><a href="#source-1" id="note-1" aria-label="Source 1">1</a>'
        "</sup></p>"
    )


def test_the_list_leads_back_to_the_first_note_alone() -> None:
    text = f"<p>{note(9)}a{note(9)}</p>"
    shown = with_numbers(text, Notes({9: 4}, frozenset({9})))
    assert shown.count('href="#source-4"') == 2
    assert shown.count('id="note-4"') == 1
    assert "id=" not in with_numbers(text, Notes({9: 4}))


@pytest.mark.parametrize(
    ("argument", "shown"),
    [("", "<p>a b</p>"), (":notes", '<p>a<sup class="note"><a href="#source-1"')],
)
def test_a_page_without_a_numbered_list_shows_nothing(argument: str, shown: str) -> None:
    template = Engine(libraries={"r": "newsroom.richtext.templatetags.richtext"}).from_string(
        "{% load r %}{{ text|richtext" + argument + " }}"
    )
    context = Context({"text": f"<p>a{note(9)} b</p>", "notes": Notes({9: 1})})
    assert template.render(context).startswith(shown)


def test_no_notes_is_what_it_says() -> None:
    assert with_numbers(f"<p>a{note(9)}</p>", NO_NOTES) == "<p>a</p>"
