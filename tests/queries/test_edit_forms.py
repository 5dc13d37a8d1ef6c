"""What opening and saving a form asks of the database does not grow with its rows."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import (
    Article,
    ArticleAuthor,
    ArticleEvent,
    ArticleQuestion,
    Picture,
    PromoHere,
    QuoteHere,
    Section,
)
from tests.admin_desk.desk import at_the_desk
from tests.articles.making import make_article, make_author, make_image, place
from tests.factories import cite, make_event, make_promo, make_question, make_quote, recorded
from tests.page_forms import form_on

pytestmark = pytest.mark.django_db

OPENING, SAVING = 40, 75


def long_article(rows: int, by: User) -> Article:
    """With as many rows of each kind, each of something else."""
    article = make_article(title=f"Article with {rows}")
    for number in range(rows):
        name = f"{number} of {rows}"
        place(article, Section, heading=name, text="<p>…</p>")
        place(article, QuoteHere, quote=make_quote(f"Words {name}"))
        place(article, Picture, image=make_image(f"Picture {name}"))
        place(article, PromoHere, promo=make_promo(heading=f"Promo {name}"))
        cite(article, f"Source {name}")
        at = {"article": article, "position": number}
        ArticleAuthor.objects.create(author=make_author(f"Author {name}"), **at)
        ArticleEvent.objects.create(event=make_event(title=f"Event {name}"), **at)
        ArticleQuestion.objects.create(question=make_question(title=f"Why {name}?"), **at)
    recorded(article, by)
    return article


def _counts(sql: str) -> bool:
    """Whether a session is written depends on the minute."""
    return "SAVEPOINT" not in sql and "django_session" not in sql


def asked_by_opening_and_saving(client: Client, article: Article) -> list[list[str]]:
    address = f"/admin/articles/article/{article.pk}/change/"
    form = form_on(client.get(address).content.decode(), "article_form") | {"_continue": "Save"}
    asked = []
    for status, request in (
        (200, lambda: client.get(address)),
        (302, lambda: client.post(address, form | {"title": "Changed"})),
    ):
        with CaptureQueriesContext(connection) as captured:
            assert request().status_code == status
            asked.append(
                [sql for query in captured.captured_queries if _counts(sql := query["sql"])]
            )
    return asked


def _shape(sql: str) -> str:
    """The query without its values."""
    return re.sub(r"\d+(, \d+)*|'[^']*'", "?", sql)[:300]


def test_a_form_asks_as_much_for_fifty_rows_of_each_kind_as_for_one(admin: User) -> None:
    client = at_the_desk(admin)
    few, many = (asked_by_opening_and_saving(client, long_article(rows, admin)) for rows in (1, 50))
    for before, after, most in zip(few, many, (OPENING, SAVING), strict=True):
        further = Counter(map(_shape, after)) - Counter(map(_shape, before))
        assert len(before) == len(after) <= most, further
