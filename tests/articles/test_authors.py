"""Authors: one content for all languages, with a page that lists what they wrote."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Author
from newsroom.publishing import lifecycle
from newsroom.publishing.topics import Topic
from tests.articles.making import live_author, make_article, make_author, make_image
from tests.factories import published, recorded

pytestmark = pytest.mark.django_db

HANA = "authors/hana-mori/"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_author_has_a_page_in_every_language(client: Client, editor: User) -> None:
    live_author(editor, name_ja="森 はな", biography="Writes on trade.", biography_ja="貿易。")
    english, japanese, korean = (text(client, f"/{code}/{HANA}") for code in ("en", "ja", "ko"))
    assert "Hana Mori" in english
    assert "Writes on trade." in english
    assert "森 はな" in japanese
    assert "貿易。" in japanese
    assert "Hana Mori" in korean
    assert "Writes on trade." in korean


def test_the_page_lists_the_live_articles_of_the_language(client: Client, editor: User) -> None:
    author = live_author(editor)
    for title, language in (("In English", "en"), ("日本語で", "ja")):
        published(make_article(title=title, language=language, authors=[author]), by=editor)
    recorded(make_article(title="A draft", authors=[author]), editor)
    published(make_article(title="By another", authors=[live_author(editor, "Min Seo")]), by=editor)
    page = text(client, f"/en/{HANA}")
    assert "In English" in page
    for hidden in ("日本語で", "A draft", "By another"):
        assert hidden not in page


def test_an_article_leaves_the_list_when_it_is_withdrawn(client: Client, editor: User) -> None:
    author = live_author(editor)
    article = make_article(authors=[author])
    published(article, by=editor)
    assert article.title in text(client, f"/en/{HANA}")
    lifecycle.withdraw(content=article, reason="Wrong.", by=editor)
    assert article.title not in text(client, f"/en/{HANA}")


def test_the_page_changes_when_an_article_opens(client: Client, editor: User) -> None:
    author = live_author(editor)
    tomorrow = timezone.now() + dt.timedelta(days=1)
    published(make_article(authors=[author]), by=editor, opens=tomorrow)
    answer = client.get(f"/en/{HANA}")
    assert answer.context["page"].articles == []
    assert answer.context["page"].next_change == tomorrow


def test_edits_of_an_author_wait_for_their_publication(client: Client, editor: User) -> None:
    author = live_author(editor, biography="Writes on trade.")
    Author.objects.update(biography="Not public yet.")
    recorded(author, editor)
    assert "Not public yet." not in text(client, f"/en/{HANA}")


def test_a_restored_author_is_as_before(editor: User) -> None:
    author = make_author(name_ko="모리 하나", biography="Writes on trade.")
    before = recorded(author, editor)
    Author.objects.update(name_ko="", biography="")
    recorded(author, editor)
    restored, lost = lifecycle.restore(revision=before, by=editor)
    assert (restored.digest, lost) == (before.digest, [])


def test_the_list_of_authors_names_those_who_are_live(client: Client, editor: User) -> None:
    live_author(editor, name_ja="森 はな")
    recorded(make_author("Not Live"), editor)
    assert "Hana Mori" in text(client, "/en/authors/")
    assert "森 はな" in text(client, "/ja/authors/")
    assert "Not Live" not in text(client, "/en/authors/")


@pytest.mark.parametrize(
    ("address", "most"), [(f"/en/{HANA}", 7), ("/en/authors/", 5), ("/en/articles/", 5)]
)
def test_pages_need_as_few_queries_with_fifty_articles_as_with_one(
    client: Client, editor: User, address: str, most: int
) -> None:
    author, image = live_author(editor), make_image()
    topic = Topic.objects.create(name="Trade", slug="trade")
    counts = []
    for numbers in (range(1), range(1, 50)):
        for number in numbers:
            live_author(editor, f"Author {number}")
            article = make_article(title=f"No. {number}", authors=[author], lead_image=image)
            article.topics.add(topic)
            published(article, by=editor)
        with CaptureQueriesContext(connection) as context:
            text(client, address)
        counts.append(len(context))
    assert counts[0] == counts[1] <= most
