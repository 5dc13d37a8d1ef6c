"""Markdown keeps what plain text cannot: formats, links, notes; and shows words as they are."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Section
from manuscripts.export import Format, Seen, export
from manuscripts.export.markdown_text import escaped, markdown_of
from tests.articles.making import make_article, place
from tests.factories import recorded


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>a <strong>bold <em>word</em></strong></p>", "a **bold *word***"),
        ("<p>one<br>two</p>", "one\\\ntwo"),
        ('<p><a href="/x/(y)" title="a &quot;b&quot;">w</a></p>', '[w](</x/(y)> "a \\"b\\"")'),
        ("<h3>Below</h3>", "### Below"),
        ('<p>x<span data-source="7"></span></p>', "x[^7]"),
        ("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O"),
        ("<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>", "- a\n\n  b\n\n- c"),
        ("<ol><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>", "1. a\n\n   - b"),
        ("<blockquote><p>a<br>b</p></blockquote>", "> a\\\n> b"),
        ("<p>*no* _list_ &lt;b&gt; [x](y)</p>", "\\*no\\* \\_list\\_ \\<b\\> \\[x\\](y)"),
        ("<p>- no item</p>", "\\- no item"),
        ("<p>1. no item</p>", "1\\. no item"),
        ("<p># no heading</p>", "\\# no heading"),
    ],
)
def test_formatted_text_in_markdown(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown


def test_plain_text_keeps_its_lines() -> None:
    assert escaped("one\n- two") == "one\\\n\\- two"


@pytest.mark.django_db
def test_a_note_leads_to_its_source(writer: User) -> None:
    article = make_article()
    cited = article.cited_sources.get().source_id
    note = f'<span data-source="{cited}"></span>'
    place(article, Section, heading="More", text=f"<p>As told{note}.</p>")
    recorded(article, writer)
    text = export(article, Format.MARKDOWN, Seen.DRAFT, timezone.now()).data.decode()
    assert f"As told[^{cited}]." in text
    assert f"[^{cited}]: Treaty series" in text
