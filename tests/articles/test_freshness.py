"""Readers learn when a page was last reviewed, and that it may be out of date."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.models import Article, ArticleQuestion, QuestionsHere
from articles.pages import ArticlePage
from newsroom.publishing.addresses import look_up
from newsroom.publishing.editions import Change
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.pages import facts_of
from newsroom.publishing.parts import LiveParts
from newsroom.publishing.previews import preview_url
from tests.articles.making import place
from tests.factories import make_event, published, recorded
from tests.publishing.aged import DAY, a_question, ago, an_article

pytestmark = pytest.mark.django_db

STALE = "May be out of date"


def page_of(article: Article, at: dt.datetime) -> ArticlePage:
    found = look_up(f"/articles/{article.slug}/", "en", at)
    facts = facts_of(found, "en", at)
    return kind_of(article).compose(found.edition.read(), LiveParts(at), facts)


def html(client: Client, article: Article) -> str:
    return client.get(f"/en/articles/{article.slug}/").content.decode()


def test_an_article_may_be_out_of_date_once_its_review_is_long_overdue(
    editor: User, client: Client
) -> None:
    fresh = an_article(editor, days=359, title="Fresh")
    stale = an_article(editor, days=361, title="Stale")
    never = an_article(editor, days=3000, title="Never", review_every=None)
    assert STALE not in html(client, fresh)
    assert STALE in html(client, stale)
    assert "Last reviewed" in html(client, stale)
    assert STALE not in html(client, never)


def test_an_article_with_a_plan_may_be_out_of_date_sooner(editor: User, client: Client) -> None:
    event = make_event(title="A plan", status="planned", date="2031")
    planned = an_article(editor, event, days=61, title="Plans")
    past = an_article(editor, make_event(title="The past"), days=61, title="Facts")
    assert STALE in html(client, planned)
    assert STALE not in html(client, past)


def test_the_page_says_when_it_will_read_differently(editor: User) -> None:
    article = an_article(editor, days=10, title="Fresh")
    moment = article.editions.get().live_from + 360 * DAY
    assert page_of(article, timezone.now()).next_change == moment
    before, after = (page_of(article, at).freshness for at in (moment - DAY / 999, moment))
    assert (before.is_stale, after.is_stale) == (False, True)


def test_the_page_waits_for_its_answers_too(editor: User, client: Client) -> None:
    article = an_article(editor, days=10, title="Fresh")
    edition = a_question(editor, 10, title="How long?", review_every=20)
    ArticleQuestion.objects.create(article=article, question_id=edition.content_id)
    place(article, QuestionsHere)
    published(article, by=editor, change=Change.UPDATE, at=ago(9))
    moment = edition.live_from + 40 * DAY
    assert page_of(article, timezone.now()).next_change == moment
    later = page_of(article, moment)
    assert later.blocks[-1].questions[0].freshness.is_stale


def test_a_question_says_it_on_its_own_page(editor: User, client: Client) -> None:
    edition = a_question(editor, 361, title="How long?", reviewed_on="2024-03-01")
    page = client.get(f"/en{edition.path}").content.decode()
    assert STALE in page
    assert "1 March 2024" in page


def test_a_fresh_article_does_not_say_the_same_day_twice(editor: User, client: Client) -> None:
    assert "Last reviewed" not in html(client, an_article(editor, days=1, title="Fresh"))


def test_a_minor_change_shows_that_somebody_looked(editor: User, client: Client) -> None:
    article = an_article(editor, days=361, title="Old")
    article.standfirst = "A word better."
    article.save()
    published(article, by=editor, change=Change.MINOR, at=ago(2))
    page = html(client, article)
    assert "Last reviewed" in page
    assert STALE not in page


def test_a_preview_is_never_out_of_date(editor: User, client: Client) -> None:
    article = an_article(editor, days=361, title="Old")
    revision = recorded(article, editor)
    assert STALE not in client.get(preview_url(revision)).content.decode()
