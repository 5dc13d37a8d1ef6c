"""Topics: a live tag as readers see it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from newsroom.publishing import lifecycle
from newsroom.publishing.topics import Topic
from tests.articles.making import live_author, make_article
from tests.factories import make_event, make_question, published, recorded
from tests.quotes.making import live_expert, make_quote

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def trade(db: None) -> Topic:
    return Topic.objects.create(name="Trade", slug="trade", name_ja="貿易")


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def tagged(topic: Topic, editor: User, **fields: str) -> Article:
    article = make_article(authors=[live_author(editor, f"Author of {fields}")], **fields)
    article.topics.add(topic)
    published(article, by=editor)
    return article


def test_a_topic_lists_what_is_live_of_every_kind(
    client: Client, editor: User, moderator: User, trade: Topic
) -> None:
    tagged(trade, editor)
    event, question = make_event(), make_question()
    quote = make_quote(text="Trade is talk.", expert=live_expert(editor, moderator))
    for content in (event, question, quote):
        content.topics.add(trade)
        published(content, by=editor, approved_by=moderator)
    page = text(client, "/en/topics/trade/")
    shown = ["How neighbours talk", event.title, question.title, "Article", "Event", "Question"]
    assert [words for words in shown if words not in page] == []
    assert f"/en/quotes/{quote.slug}/" in page


def test_topics_stand_in_the_order_of_their_names(
    client: Client, editor: User, trade: Topic
) -> None:
    culture = Topic.objects.create(name="Culture", slug="culture")
    for topic in (trade, culture):
        tagged(topic, editor, slug=topic.slug)
    page = text(client, "/en/topics/")
    assert page.index("Culture") < page.index("Trade")


def test_a_draft_tag_is_no_live_tag(client: Client, editor: User, trade: Topic) -> None:
    article = make_article(authors=[live_author(editor)])
    published(article, by=editor)
    article.topics.add(trade)
    recorded(article, editor)
    assert client.get("/en/topics/trade/").status_code == 404
    assert "Trade" not in text(client, "/en/topics/")


def test_a_live_tag_stays_until_the_edition_without_it(
    client: Client, editor: User, trade: Topic
) -> None:
    article = tagged(trade, editor)
    article.topics.clear()
    recorded(article, editor)
    assert article.title in text(client, "/en/topics/trade/")


def test_a_withdrawn_article_leaves_its_topics(client: Client, editor: User, trade: Topic) -> None:
    article = tagged(trade, editor)
    lifecycle.withdraw(content=article, reason="Wrong.", by=editor)
    assert client.get("/en/topics/trade/").status_code == 404
    assert "Trade" not in text(client, "/en/topics/")


def test_topics_have_a_name_in_each_language(client: Client, editor: User, trade: Topic) -> None:
    tagged(trade, editor, language="ja", title="貿易の話")
    for address in ("/ja/topics/", "/ja/topics/trade/"):
        assert "貿易" in text(client, address)
        assert "Trade" not in text(client, address)


def test_the_list_names_each_topic_once_with_the_number_of_its_pages(
    client: Client, editor: User, trade: Topic
) -> None:
    for title in ("One", "Two"):
        tagged(trade, editor, title=title)
    tagged(trade, editor, title="別の話", language="ja")
    page = text(client, "/en/topics/")
    assert page.count('href="/en/topics/trade/"') == 1
    assert "2 pages" in page


def test_a_language_without_topics_leads_to_those_of_the_others(
    client: Client, editor: User, trade: Topic
) -> None:
    tagged(trade, editor)
    assert 'href="/en/topics/trade/"' in text(client, "/ja/topics/")
    page = text(client, "/ja/topics/trade/")
    assert "貿易" in page
    assert 'href="/en/articles/how-neighbours-talk/"' in page


def test_an_unknown_topic_is_not_found(client: Client) -> None:
    assert client.get("/en/topics/nothing/").status_code == 404


@pytest.mark.parametrize("address", ["/en/topics/", "/en/topics/trade/"])
def test_pages_need_as_few_queries_with_fifty_entries_as_with_one(
    client: Client, editor: User, trade: Topic, address: str
) -> None:
    counts = []
    for numbers in (range(1), range(1, 50)):
        for number in numbers:
            question = make_question(title=f"Question {number}?")
            question.topics.add(trade, Topic.objects.create(name=f"T{number}", slug=f"t{number}"))
            published(question, by=editor)
        with CaptureQueriesContext(connection) as context:
            text(client, address)
        counts.append(len(context))
    assert counts[0] == counts[1] <= 5
