"""What is exported as plain text and imported again gives the drafts that it was written of."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from articles.models import Article, Picture, PromoHere, Section
from manuscripts.apply import apply
from manuscripts.export.as_text import PlainText, as_text
from manuscripts.export.files import Seen, tell
from manuscripts.export.told import Told
from manuscripts.lines import lines_of
from manuscripts.parse import parse
from newsroom.publishing.content import Content
from tests.articles.making import make_article, make_image, place
from tests.factories import make_promo, recorded
from tests.machine import FULL_SIZE

from .bridge import BRIDGE
from .random_articles import SPACED, RandomArticle
from .test_the_real_manuscript import NAME

pytestmark = [pytest.mark.django_db, pytest.mark.database]


OWN = {"slug", "expert", "source"}


def imported(text: str) -> Article:
    return apply(parse(lines_of(text)), data=text.encode(), name="x.txt").manuscript.article


def told(article: Article) -> Told:
    return tell(article, Seen.DRAFT, timezone.now())


def without_their_own(value: object) -> object:
    """Two drafts share no address, like sources are one; experts are pieces of their own."""
    if isinstance(value, list):
        return [without_their_own(item) for item in value]
    if isinstance(value, dict):
        return {name: without_their_own(it) for name, it in value.items() if name not in OWN}
    return value


def differences(one: object, other: object, path: str = "") -> Iterator[str]:
    """Where two values differ, in few words."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for name in one:
            yield from differences(one[name], other[name], f"{path}.{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, f"{path}[{number}]")
    elif one != other:
        yield f"{path}: {one!r} != {other!r}"


def assert_comes_back(article: Article) -> PlainText:
    before = told(article)
    first = as_text(before)
    again = told(imported(first.text))
    assert as_text(again).text == first.text
    assert list(differences(without_their_own(again), without_their_own(before))) == []
    return first


def test_a_manuscript_comes_back() -> None:
    written = assert_comes_back(imported(BRIDGE))
    assert not written.left_out


def test_the_real_manuscript_comes_back(manuscripts_dir: Path) -> None:
    text = (manuscripts_dir / NAME).read_text("utf-8")
    assert not assert_comes_back(imported(text)).left_out


@pytest.mark.scaled
@pytest.mark.parametrize("seed", range(200 if FULL_SIZE else 12))
def test_any_article_comes_back(seed: int, writer: User) -> None:
    article = RandomArticle(seed).make()
    record_all(writer)
    written = assert_comes_back(article)
    assert not written.left_out


def record_all(by: User) -> None:
    for content in Content.objects.order_by("pk"):
        recorded(content, by)


def test_the_settled_sample_comes_back() -> None:
    call_command("sample_accounts", stdout=StringIO())
    call_command("load_sample", stdout=StringIO())
    article = Article.objects.get(title="How Japan and South Korea Learned to Talk Again")
    written = assert_comes_back(article)
    assert "[Relationship: own]" in written.text
    assert not written.left_out


FORMATTED = (
    '<h3>Below</h3><p>One <strong>bold</strong> word<br>and <a href="/x/">a link</a></p>'
    "<ol><li><p>first</p></li></ol><blockquote><p>said</p></blockquote>"
)


def test_what_plain_text_cannot_hold_is_named_in_it(writer: User) -> None:
    article = make_article()
    place(article, Section, heading="More", anchor="else", text=FORMATTED)
    place(article, Picture, image=make_image())
    recorded(article, writer)
    written = as_text(told(article))
    assert set(written.left_out) == {
        "formats within texts, and notes",
        "anchors of sections",
        "pictures",
    }
    last = written.text.splitlines()[-1]
    assert last.startswith("[Left out: ")
    assert all(what in last for what in written.left_out)
    assert "One bold word and a link" in written.text


def test_what_was_named_as_left_out_is_the_same_ever_after(writer: User) -> None:
    article = make_article()
    place(article, Section, heading="More", text=FORMATTED)
    place(article, PromoHere, promo=make_promo(pitch="one\ntwo"))
    recorded(article, writer)
    for content in Content.objects.all():
        recorded(content, writer)
    first = as_text(told(article)).text
    second = as_text(told(imported(first))).text
    assert second == as_text(told(imported(second))).text
    assert second == first[: first.index("\n\n[Left out")]


@pytest.mark.parametrize("text", SPACED)
def test_spaces_and_what_nobody_sees_are_kept_or_named(text: str, writer: User) -> None:
    article = make_article(standfirst=text)
    place(article, Section, heading=text, text=f"<p>{text}</p>")
    recorded(article, writer)
    written = as_text(told(article))
    again = told(imported(written.text))
    same = again["standfirst"] == article.standfirst
    assert same or written.left_out
    assert as_text(again).left_out == ()


def test_a_wrong_label_is_refused_in_words() -> None:
    wrong = {
        "[Topic: Nowhere]": "There is no topic named “Nowhere”.",
        "[Review every: often]": "review every",
        "[Language: xx]": "language",
    }
    for line, message in wrong.items():
        with pytest.raises(ValidationError, match=message):
            imported(f"A Title\n{line}\n\nSome text of it, and then some more.")


def test_labels_that_fit_nothing_stay_text() -> None:
    lines = ("[Place: the harbour of the town, where it began.]", "[Nonsense: of no kind at all.]")
    article = imported("\n\n".join(("A Title", "Some text of it.", *lines)))
    (section,) = told(article)["blocks"]
    assert section["text"].endswith("".join(f"<p>{line}</p>" for line in lines))
