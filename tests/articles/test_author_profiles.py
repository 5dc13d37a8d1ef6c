"""What readers learn of an author in their language, and who signed what."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from articles.models import Author, AuthorLink
from newsroom.images.models import ImageText
from newsroom.publishing import lifecycle
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.findings import Case
from newsroom.publishing.guard import lifecycle_step
from newsroom.publishing.inspection import inspect
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.revisions import Revision, digest
from tests.articles.making import live_author, make_article, make_author, make_image
from tests.factories import published, recorded

pytestmark = pytest.mark.django_db

HANA = "authors/hana-mori/"
NAMES = (("Ann Lee", "アン・リー", "앤 리"), ("Bo Kim", "", "김보"), ("Cy Ito", "伊藤サイ", ""))


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def codes(content: Any) -> list[str]:
    kind = kind_of(content)
    case = Case(content=content, opens=timezone.now())
    return [finding.code for finding in kind.findings(kind.take(read_draft(content)), case)]


def live_authors(editor: User) -> list[Author]:
    return [live_author(editor, en, name_ja=ja, name_ko=ko) for en, ja, ko in NAMES]


@pytest.mark.parametrize(
    ("language", "signed"),
    [
        ("en", "Ann Lee, Bo Kim and Cy Ito"),
        ("ja", 'アン・リー、<span lang="en">Bo Kim</span>、伊藤サイ'),
        ("ko", '앤 리, 김보, <span lang="en">Cy Ito</span>'),
    ],
)
def test_cards_join_the_names_in_their_order_as_the_language_does(
    client: Client, editor: User, language: str, signed: str
) -> None:
    article = make_article(language=language, authors=live_authors(editor))
    published(article, by=editor)
    names = re.sub("<span>(.*?)</span>", r"\1", page(client, f"/{language}/articles/"))
    assert f'<span class="signed">{signed}</span>' in names
    for address in ("", "authors/ann-lee/"):
        assert 'class="signed"' in page(client, f"/{language}/{address}")


def test_the_byline_of_an_article_leads_to_the_authors(client: Client, editor: User) -> None:
    ann, bo, _cy = live_authors(editor)
    edition = published(make_article(language="ja", authors=[bo, ann]), by=editor)
    assert (
        '<a href="/ja/authors/bo-kim/" rel="author" lang="en">Bo Kim</a>、'
        '<a href="/ja/authors/ann-lee/" rel="author">アン・リー</a>'
    ) in page(client, f"/ja{edition.path}")


def test_a_withdrawn_author_leaves_the_byline(client: Client, editor: User) -> None:
    ann, bo, cy = live_authors(editor)
    published(make_article(authors=[ann, bo, cy]), by=editor)
    lifecycle.withdraw(content=cy, reason="Asked to be left out.", by=editor)
    cards = page(client, "/en/articles/")
    assert "Cy Ito" not in cards
    assert "<span>Ann Lee</span> and <span>Bo Kim</span>" in cards


def test_what_is_missing_in_a_language_is_said_and_marked(client: Client, editor: User) -> None:
    live_author(
        editor, role="Trade editor", role_ja="貿易担当", biography="Writes.", biography_ko="쓴다."
    )
    japanese, korean = page(client, f"/ja/{HANA}"), page(client, f"/ko/{HANA}")
    assert "貿易担当" in japanese
    assert '<h1> <span lang="en">Hana Mori</span>' in japanese
    assert '<div class="prose" lang="en"><p>Writes.</p></div>' in japanese
    assert '<span lang="en">Trade editor</span>' in korean
    assert "쓴다." in korean
    assert "untranslated" not in korean
    assert '<span lang="en">' not in page(client, f"/en/{HANA}")


def test_a_name_in_no_latin_letters_is_not_called_english(client: Client, editor: User) -> None:
    live_author(editor, "森はな", slug="hana-mori")
    assert "lang=" not in page(client, f"/ja/{HANA}").partition("<h1>")[2].partition("</h1>")[0]


def test_the_picture_is_frozen_and_told_in_words(client: Client, editor: User) -> None:
    image = make_image("Hana at her desk", credit="Photo: Kai")
    live_author(editor, picture=image)
    ImageText.objects.update(alt="Somebody else")
    english, japanese = page(client, f"/en/{HANA}"), page(client, f"/ja/{HANA}")
    assert ".square.160.webp" in english
    assert 'alt="Hana at her desk"> <figcaption' in english
    assert "Photo: Kai" in english
    assert 'alt="Hana at her desk" lang="en"' in japanese
    # In the list the name stands beside it.
    assert 'class="portrait"' in page(client, "/en/authors/")
    assert "Hana at her desk" not in page(client, "/en/authors/")


def test_only_links_of_the_authors_own_are_theirs(client: Client, editor: User) -> None:
    author = make_author()
    for label, is_own in (("Profile", True), ("Interview", False)):
        url = f"https://example.org/{label}"
        AuthorLink.objects.create(author=author, label=label, url=url, is_own=is_own)
    published(author, by=editor)
    html = page(client, f"/en/{HANA}")
    assert '<a href="https://example.org/Profile" rel="me noopener">' in html
    assert '<a href="https://example.org/Interview" rel="noopener">' in html


@pytest.mark.parametrize("url", ["http://example.org/", "javascript:alert(1)", "ftp://a.example/"])
def test_links_lead_to_https_alone(url: str) -> None:
    link = AuthorLink(author=make_author(), label="Page", url=url)
    with pytest.raises(ValidationError):
        link.full_clean()
    link.save()
    assert "no_https" in codes(link.author)


def test_an_author_has_pages_of_articles_the_newest_first(client: Client, editor: User) -> None:
    author = live_author(editor)
    for number in range(22):
        published(make_article(title=f"No. {number}.", authors=[author]), by=editor)
    first, second = page(client, f"/en/{HANA}"), page(client, f"/en/{HANA}?page=2")
    assert first.index("No. 21.") < first.index("No. 20.") < first.index("No. 2.")
    assert "No. 1." not in first
    assert second.index("No. 1.") < second.index("No. 0.")
    for strange in ("x", "-1", "9" * 5000):
        assert client.get(f"/en/{HANA}?page={strange}").status_code == 200


def test_the_page_leads_to_itself_in_the_other_languages(client: Client, editor: User) -> None:
    live_author(editor)
    html = page(client, f"/en/{HANA}")
    for code in ("ja", "ko"):
        assert f'hreflang="{code}" href="http://' in html
        assert f'<a href="/{code}/{HANA}" hreflang="{code}"' in html


def test_editors_hear_what_an_author_lacks(editor: User) -> None:
    image = make_image(alt="")
    author = make_author(biography_ja="貿易。", picture=image)
    assert codes(author) == ["picture_without_words"]
    article = make_article(language="ja", authors=[author])
    assert codes(article) == ["no_name_in_language"]
    Author.objects.update(name_ja="森はな")
    assert codes(article) == []


def test_authors_who_are_not_public_are_offered_with_the_article(editor: User) -> None:
    author = make_author()
    draft = recorded(author, editor)
    article = recorded(make_article(authors=[author]), editor)
    assert inspect([article], timezone.now()).missing == (draft,)


def test_an_author_from_before_there_were_profiles_is_read_and_restored(
    client: Client, editor: User
) -> None:
    author = live_author(editor, biography="Writes on trade.", role="Editor")
    new = ("role", "role_ja", "role_ko", "picture", "picture_shown", "picture_words", "links")
    [revision] = Revision.objects.filter(content=author)
    old = {name: it for name, it in revision.snapshot.items() if name not in new}
    with lifecycle_step():
        changed = {"schema": 1, "snapshot": old, "digest": digest(old)}
        Revision.objects.filter(pk=revision.pk).update(**changed)
    assert "Writes on trade." in page(client, f"/en/{HANA}")
    assert "Editor" not in page(client, f"/en/{HANA}")
    old_one = Revision.objects.get(pk=revision.pk)
    lifecycle.restore(revision=old_one, by=editor)
    assert Author.objects.get().role == ""
