"""A list of staff with five hundred rows still asks little."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from newsroom.publishing.topics import Topic
from site_pages.models import Page
from tests import machine
from tests.articles.making import make_article, make_author, make_image
from tests.factories import (
    cite,
    make_event,
    make_expert,
    make_promo,
    make_question,
    make_quote,
    make_source,
    recorded,
)

from .budgets import staff_lists
from .counting import queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.scaled]

ROWS = 500 if machine.FULL_SIZE else 20
MOST = 13


def one_of_each(number: int) -> list[Any]:
    """Contents of every kind that there may be many of."""
    expert = make_expert(f"Expert {number}")
    article = make_article(
        title=f"Article {number}", authors=[make_author(f"Author {number}")], sources=()
    )
    event = make_event(title=f"Event {number}", sources=())
    cite(event, f"Source {number}")
    return [
        *(expert, article, event),
        make_quote(f"Words {number}", expert=expert),
        make_question(title=f"Why {number}?", sources=()),
        make_promo(title=f"Promo {number}"),
        Page.objects.create(title=f"Page {number}", slug=f"page-{number}"),
    ]


@pytest.fixture
def many(editor: User) -> None:
    for number in range(ROWS):
        for content in one_of_each(number):
            recorded(content, editor)
        make_image()
        make_source(f"Further source {number}")
        Topic.objects.create(name=f"Topic {number}", slug=f"topic-{number}")


def test_a_list_of_all_rows_asks_little(many: None, admin: User, client: Client) -> None:
    client.force_login(admin)
    addresses = [f"{address}?all=" for address in staff_lists()]
    asked = {address: len(sql) for address, sql in queries_of(client, addresses).items()}
    assert {address: count for address, count in asked.items() if count > MOST} == {}
    page = client.get("/admin/quotes/quote/?all=").context["cl"]
    assert len(page.result_list) == ROWS
