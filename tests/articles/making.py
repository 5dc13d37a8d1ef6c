"""Authors and articles that nothing stands in the way of."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.db import models
from django.utils.text import slugify

from articles.models import (
    Article,
    ArticleAuthor,
    ArticleEvent,
    ArticleQuestion,
    Author,
    PromoHere,
    QuestionsHere,
    QuoteHere,
    Section,
    TimelineHere,
)
from articles.snapshots import BLOCKS
from newsroom.images.models import Image, ImageText
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from tests.factories import cite, make_event, make_promo, make_question, published
from tests.quotes.making import live_expert, live_quote

B = TypeVar("B", bound=models.Model)

_numbers = itertools.count(1)


def make_author(title: str = "Hana Mori", **fields: Any) -> Author:
    fields.setdefault("slug", slugify(title, allow_unicode=True))
    return Author.objects.create(title=title, **fields)


def make_article(
    *, authors: Sequence[Author] = (), sources: Sequence[str] = ("Treaty series",), **fields: Any
) -> Article:
    """An article with one section; with an author as well, nothing stands in its way."""
    title = fields.setdefault("title", "How neighbours talk")
    fields.setdefault("slug", slugify(title, allow_unicode=True))
    article = Article.objects.create(**{"standfirst": "A long way to a short talk."} | fields)
    place(article, Section, heading="How it began", text="<p>It began with a letter.</p>")
    for position, author in enumerate(authors):
        ArticleAuthor.objects.create(article=article, author=author, position=position)
    cite(article, *sources)
    return article


def place(article: Article, block: type[B], **fields: Any) -> B:
    """A block at the end of the article's body."""
    rows = (model._default_manager.filter(parent=article) for model, _fields in BLOCKS.values())
    ordering = 10 * (1 + sum(row.count() for row in rows))
    return block._default_manager.create(parent=article, region="main", ordering=ordering, **fields)


def make_image(alt: str = "Two chairs at a table", **fields: Any) -> Image:
    """An image whose file nobody asks for, with words in English."""
    values = {"title": "Chairs", "file": "images/chairs.jpg", "width": 300, "height": 200}
    image = Image.objects.create(**values | fields)
    if alt:
        ImageText.objects.create(image=image, language="en", alt=alt, caption="At the table")
    return image


def live_author(editor: User, title: str = "Hana Mori", **fields: Any) -> Author:
    author = make_author(title, **fields)
    published(author, by=editor)
    return author


def live_article(editor: User, **fields: Any) -> tuple[Article, Edition]:
    """An article that readers see, by a new author who is live as well."""
    author = live_author(editor, f"Author {next(_numbers)}")
    article = make_article(authors=[author], **fields)
    return article, published(article, by=editor)


def add_parts(article: Article, editor: User, moderator: User, number: int = 1) -> list[Content]:
    """`number` live parts of each kind, where the article shows them, and as many sections."""
    expert = live_expert(editor, moderator, title=f"Expert {next(_numbers)}")
    made: list[Content] = []
    for position in range(number):
        name = f"part {next(_numbers)}"
        event, question = make_event(title=f"Event {name}"), make_question(title=f"What {name}?")
        promo = make_promo(title=name, heading=f"Promo {name}")
        for content in (event, question, promo):
            published(content, by=editor)
        quote, _edition = live_quote(editor, moderator, text=f"Words of {name}", expert=expert)
        ArticleEvent.objects.create(article=article, event=event, position=position)
        ArticleQuestion.objects.create(article=article, question=question, position=position)
        place(article, Section, heading=f"Section {name}", text=f"<p>Text of {name}</p>")
        place(article, QuoteHere, quote=quote)
        place(article, PromoHere, promo=promo)
        made += [event, question, promo, quote]
    place(article, TimelineHere)
    place(article, QuestionsHere)
    return made
