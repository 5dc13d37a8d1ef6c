"""A language without content is no dead end: it says what the others have, and links there."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from newsroom.publishing.topics import Topic
from tests.articles.making import live_article
from tests.factories import make_event, make_question, published
from tests.quotes.making import live_quote

from .addresses import list_routes

pytestmark = pytest.mark.django_db

# A link on each list, in a language in which nothing was written: people have pages in all.
LINKS = {
    "": ("/en/articles/talks/", "How they talk"),
    "articles/": ("/en/articles/talks/", "How they talk"),
    "authors/": ("/{language}/authors/author-", "Author "),
    "quotes/": ("/en/quotes/they-said/", "Aki Moriyama"),
    "experts/": ("/{language}/experts/aki-moriyama/", "Aki Moriyama"),
    "timeline/": ("/en/timeline/the-meeting/", "They meet"),
    "faqs/": ("/en/faqs/when/", "When?"),
    "topics/": ("/en/topics/trade/", "Trade"),
}


@pytest.fixture
def english_site(editor: User, moderator: User) -> None:
    """One live content of each kind that is listed."""
    trade = Topic.objects.create(name="Trade", slug="trade")
    live_article(editor, title="How they talk", slug="talks")
    live_quote(editor, moderator, slug="they-said")
    event = make_event(title="They meet", slug="the-meeting")
    event.topics.add(trade)
    published(event, by=editor)
    published(make_question(title="When?", slug="when"), by=editor)


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_a_list_without_entries_leads_to_those_of_the_others(
    client: Client, english_site: None, language: str
) -> None:
    for route in list_routes():
        link, words = LINKS[route]
        answer = client.get(f"/{language}/{route}")
        body = answer.content.decode()
        assert answer.status_code == 200
        assert f'href="{link.format(language=language)}' in body, route
        assert words in body, route


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_a_list_says_so_where_no_language_has_anything(client: Client, language: str) -> None:
    for route in list_routes():
        answer = client.get(f"/{language}/{route}")
        assert answer.status_code == 200
        assert answer.context["page"].elsewhere == [], route
