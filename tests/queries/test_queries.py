"""What a page asks of the database does not grow with what it shows.

On SQLite alone: the queries are the same for both.
"""

from __future__ import annotations

import pytest
from django.test import Client

from .budgets import READERS, STAFF_LIST, staff_lists
from .counting import Counts, told

pytestmark = [pytest.mark.long, pytest.mark.django_db]


@pytest.mark.parametrize("address", READERS)
def test_a_page_asks_as_much_for_fifty_as_for_one(address: str, counts: Counts) -> None:
    few, many = counts[address]
    assert len(few) == len(many) <= READERS[address], told(address, few, many)


@pytest.mark.parametrize("address", staff_lists())
def test_a_list_of_staff_asks_as_much_for_fifty_as_for_one(address: str, counts: Counts) -> None:
    few, many = counts[address]
    assert len(few) == len(many) <= STAFF_LIST, told(address, few, many)


def test_the_pages_do_show_all_that_was_added(counts: Counts, client: Client) -> None:
    for address, words in {
        "/en/articles/main/": ["Section 49", "Event 49", "Why 49?", "Words 49", "Promo 49"],
        "/ja/articles/main/": ["event-49", "why-49"],
        "/en/timeline/main/": ["Source 49", "Article 49", "Topic 49"],
        "/en/experts/main/": ["Words 49", "Role 49"],
        "/en/authors/main/": ["Article 49"],
    }.items():
        page = client.get(address).content.decode()
        assert [shown for shown in words if shown not in page] == [], address


def test_the_lists_of_staff_have_fifty_rows(counts: Counts, admin_client: Client) -> None:
    few = ("frontpage", "identity", "group", "user")
    for address in staff_lists():
        if not address.strip("/").endswith(few):
            assert admin_client.get(address).context["cl"].result_count >= 50, address
