"""Nothing that cleaning lets through can run, restyle the page or lead where it should not."""

import random
import re
import time
from html import escape
from itertools import accumulate

import nh3
import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from newsroom.richtext.cleaning import MAX_DEPTH, MAX_LENGTH, clean_html
from newsroom.richtext.depth import nests_deeper_than
from newsroom.richtext.links import completed
from tests.richtext.hostile import faults
from tests.richtext.payloads import UNSAFE_URLS, XSS
from tests.richtext.soup import ATTRIBUTES, TAGS, TANGLE, WORDS

_every_tag = nh3.Cleaner(tags=set(TAGS) - {"script", "style"}, attributes={}, link_rel=None)
pieces = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(WORDS),
    st.text(max_size=3),
)
markup = st.lists(pieces, max_size=40).map("".join)


@pytest.mark.parametrize("payload", XSS)
@pytest.mark.parametrize("frame", ["{}", "<p>{}</p>", "<ul><li><a href='/'>{}", "<a title='{}'>x"])
def test_no_payload_leaves_anything_that_could_run(payload: str, frame: str) -> None:
    assert faults(clean_html(frame.format(payload))) == []


@pytest.mark.parametrize("url", [url for url in UNSAFE_URLS if completed(url) == url])
def test_a_link_to_an_unsafe_address_is_plain_words(url: str) -> None:
    written = escape(url).encode("ascii", "xmlcharrefreplace").decode()
    assert clean_html(f'<p><a href="{written}">words</a></p>') == "<p>words</p>"


@given(markup)
def test_any_markup_cleans_to_allowed_elements_alone(html: str) -> None:
    try:
        assert faults(clean_html(html)) == []
    except ValidationError as refusal:
        assert refusal.code in {"surrogate", "too_deep"}  # noqa: PT017


@given(markup)
def test_cleaning_twice_changes_nothing(html: str) -> None:
    try:
        once = clean_html(html)
    except ValidationError:
        return
    assert clean_html(once) == once


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 2_000,
        "<div></b>" * 2_000,
        "<div title='</div>'>" * 2_000,
        "<div title='></div>'>" * 2_000,
        '<p =">' + "<div>" * 2_000 + '">',
        '<p a=x=">' + "<div>" * 2_000 + '">',
        '<p a=""=">' + "<div>" * 2_000 + '">',
        "<!-->" + "<div>" * 2_000 + "-->",
        "<div><!--</div>-->" * 2_000,
        "<div><!x </div>" * 2_000,
        "<div></ </div>" * 2_000,
        "<div><textarea></div></textarea>" * 2_000,
        "<textarea><!--</textarea>" + "<div>" * 2_000 + "-->",
        '<textarea><p a="</textarea>' + "<div>" * 2_000 + '">',
        "<svg><![CDATA[></svg>]]>" * 2_000,
        "<svg>" + "<td>" * 2_000,
        "<!x><p-x>" * 2_000,
        "<li><dd>" * 2_000,
        "<p>" + "".join(f"<em a={n}>" for n in range(100)) + "</p>" + "<p>x</p>" * 2_000,
    ],
)
def test_markup_that_nests_too_deeply_is_refused_however_it_hides(html: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        clean_html(html)
    assert refusal.value.code == "too_deep"


def test_depth_is_never_taken_for_less_than_half_of_what_the_parser_makes_of_it() -> None:
    chance = random.Random(1)
    for _ in range(5_000):
        html = "".join(chance.choices(TANGLE, k=14))
        half = _depth_as_parsed(html) // 2
        assert half == 0 or nests_deeper_than(half - 1, html), html


def _depth_as_parsed(html: str) -> int:
    tags = re.findall(r"<(/?)([a-z0-9]+)>", _every_tag.clean(html))
    counted = [-1 if end else 1 for end, tag in tags if tag not in {"p", "li", "br"}]
    return max(accumulate(counted), default=0)


def test_a_text_of_many_paragraphs_without_end_tags_is_not_deep() -> None:
    assert clean_html("<p>a" * 500) == "<p>a</p>" * 500
    assert not nests_deeper_than(MAX_DEPTH, "<ul><li>a<br><li>b<img></ul>" * 500)


def test_a_text_that_is_too_long_is_refused() -> None:
    clean_html("x" * MAX_LENGTH)
    with pytest.raises(ValidationError) as refusal:
        clean_html("x" * (MAX_LENGTH + 1))
    assert refusal.value.code == "too_long"


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        '<a b="',
        "<a b='\"",
        "<!--",
        "</",
        "<a =",
        "  \n",
        "<p>x",
        "<a>x</a>",
        "<em> </em><br>",
        "&amp;",
        "&#769;",
        "<ul><li>x</ul>",
        "<b></i>",
        "e\u0301",
    ],
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    # Four times the text may take eight times as long here, to bear a busy machine; sixteen times
    # is what a quadratic step would take.
    short, long = (_seconds(piece * (length // len(piece))) for length in (20_000, 80_000))
    assert long < 8 * short + 0.02


def _seconds(html: str) -> float:
    def once() -> float:
        start = time.process_time()
        try:
            clean_html(html)
        except ValidationError:
            nests_deeper_than(len(html), html)
        return time.process_time() - start

    return min(once() for _ in range(3))
