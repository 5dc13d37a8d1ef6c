"""Reader pages are stored whole: the same for everybody, written by nobody's reading."""

from __future__ import annotations

import pytest
from django.test import Client

from .answers import Answer, ask
from .markup import inline_in
from .world import World

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def pages(answers: list[Answer]) -> list[Answer]:
    """Everything without a query that is no redirect, pages of errors included."""
    asked = (answer for answer in answers if answer.method == "GET" and "?" not in answer.address)
    return [answer for answer in asked if not 300 <= answer.status < 400]


def varies_by_cookie(answer: Answer) -> bool:
    return "cookie" in answer.headers.get("Vary", "").lower()


def test_no_answer_sets_a_cookie(answers: list[Answer]) -> None:
    assert [answer.address for answer in answers if "Set-Cookie" in answer.headers] == []


def test_no_page_depends_on_a_cookie(pages: list[Answer]) -> None:
    assert [page.address for page in pages if varies_by_cookie(page)] == []


def test_no_page_holds_a_token_against_forgery(pages: list[Answer]) -> None:
    assert [page.address for page in pages if "csrf" in page.body.lower()] == []


def test_no_page_holds_anything_inline_that_runs_or_styles(pages: list[Answer]) -> None:
    found = {page.address: inline_in(page.body) for page in pages}
    assert {address: inline for address, inline in found.items() if inline} == {}


def test_staff_who_are_signed_in_read_what_everybody_reads(
    world: World, pages: list[Answer]
) -> None:
    client = Client()
    client.force_login(world.desk.admin)
    for page in pages:
        if page.status != 404:
            answer = ask(client, page.address)
            assert (answer.status, answer.body) == (page.status, page.body), page.address
            assert not varies_by_cookie(answer), page.address


def test_reading_writes_nothing_to_the_database(answers: list[Answer], writes: list[str]) -> None:
    assert answers
    assert writes == []
