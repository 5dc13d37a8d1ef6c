"""Articles and questions that readers have seen for so many days."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, ArticleEvent, TimelineHere
from newsroom.publishing.editions import Edition
from tests.articles.making import make_article, make_author, place
from tests.factories import make_question, published
from timeline.models import Event

DAY = dt.timedelta(days=1)


def ago(days: float) -> dt.datetime:
    return timezone.now() - days * DAY


def an_article(by: User, *events: Event, days: float, **fields: object) -> Article:
    """An article that readers see for so many days, with these events on its timeline."""
    author = make_author(f"Author of {fields['title']}")
    published(author, by=by, at=ago(days + 1))
    for event in events:
        published(event, by=by, at=ago(days + 1))
    article = make_article(authors=[author], **fields)
    for position, event in enumerate(events):
        ArticleEvent.objects.create(article=article, event=event, position=position)
    if events:
        place(article, TimelineHere)
    published(article, by=by, at=ago(days))
    return article


def a_question(by: User, days: float, **fields: object) -> Edition:
    return published(make_question(**fields), by=by, at=ago(days))
