"""The list of articles, and what a language without any says instead."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.models import Article
from newsroom.publishing import lifecycle
from newsroom.publishing.topics import Topic
from tests.articles.making import live_article, make_article, make_image
from tests.factories import published, recorded

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_shows_what_is_live_the_newest_first(client: Client, editor: User) -> None:
    for title in ("Older", "Newer"):
        live_article(editor, title=title)
    recorded(make_article(title="A draft"), editor)
    published_later, _edition = live_article(editor, title="Withdrawn")
    lifecycle.withdraw(content=published_later, reason="Wrong.", by=editor)
    page = text(client, "/en/articles/")
    assert page.index("Newer") < page.index("Older")
    assert "A draft" not in page
    assert "Withdrawn" not in page


def test_a_card_shows_what_the_edition_says(client: Client, editor: User) -> None:
    topic = Topic.objects.create(name="Trade", slug="trade", name_ja="貿易")
    article = make_article(language="ja", lead_image=make_image())
    article.topics.add(topic)
    image = article.lead_image
    image.texts.create(language="ja", alt="椅子")
    author_and_article, _edition = live_article(editor, language="ja", slug="other", title="別")
    article.authors.create(author=author_and_article.authors.get().author)
    published(article, by=editor)
    Article.objects.update(standfirst="Not public yet.")
    article.topics.clear()
    page = text(client, "/ja/articles/")
    for shown in ("A long way to a short talk.", "images/chairs.jpg", "貿易", "/ja/topics/trade/"):
        assert shown in page
    assert "Not public yet." not in page


def test_the_list_changes_when_an_article_opens_or_ends(client: Client, editor: User) -> None:
    now = timezone.now()
    _article, edition = live_article(editor)
    lifecycle.set_end(edition=edition, ends=now + dt.timedelta(days=2), by=editor)
    page = client.get("/en/articles/").context["page"]
    assert page.next_change == now + dt.timedelta(days=2)
    other = make_article(title="Tomorrow", authors=[_article.authors.get().author])
    published(other, by=editor, opens=now + dt.timedelta(days=1))
    page = client.get("/en/articles/").context["page"]
    assert page.next_change == now + dt.timedelta(days=1)
    assert len(page.entries) == 1


def test_long_lists_have_pages(client: Client, editor: User) -> None:
    _article, _edition = live_article(editor, title="The oldest")
    author = _article.authors.get().author
    for number in range(20):
        published(make_article(title=f"Article {number}", authors=[author]), by=editor)
    assert "The oldest" not in text(client, "/en/articles/")
    assert "The oldest" in text(client, "/en/articles/?page=2")
    assert "The oldest" in text(client, "/en/articles/?page=nonsense&page=99")


def test_a_language_without_articles_leads_to_those_of_the_others(
    client: Client, editor: User
) -> None:
    live_article(editor)
    page = text(client, "/ko/articles/")
    assert 'href="/en/articles/how-neighbours-talk/"' in page
    assert "How neighbours talk" in page


def test_what_other_languages_do_not_show_is_not_named(client: Client, editor: User) -> None:
    withdrawn, _edition = live_article(editor)
    lifecycle.withdraw(content=withdrawn, reason="Wrong.", by=editor)
    scheduled = make_article(title="Tomorrow", authors=[withdrawn.authors.get().author])
    published(scheduled, by=editor, opens=timezone.now() + dt.timedelta(days=1))
    page = text(client, "/ko/articles/")
    assert "How neighbours talk" not in page
    assert "Tomorrow" not in page


def test_a_site_without_articles_has_a_list_all_the_same(client: Client) -> None:
    assert "Articles" in text(client, "/en/articles/")
