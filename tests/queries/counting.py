"""How many queries a page asks."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# By address: the queries with one of everything, and with fifty.
Counts = dict[str, tuple[list[str], list[str]]]


def queries_of(client: Client, addresses: Iterable[str]) -> dict[str, list[str]]:
    """The queries of each page, asked for a second time: what a process keeps, it has by then."""
    return {address: _queries(client, address) for address in addresses}


def _queries(client: Client, address: str) -> list[str]:
    assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return [query["sql"] for query in captured.captured_queries if _is_the_page_s(query["sql"])]


def _is_the_page_s(sql: str) -> bool:
    """Whether a session is written, too, depends on the minute."""
    return "SAVEPOINT" not in sql and 'UPDATE "django_session"' not in sql


def told(address: str, few: list[str], many: list[str]) -> str:
    """For whoever reads that a page asks too much: how much, and what."""
    asked = "\n".join(sql[:300] for sql in many[: len(few) + 5])
    return f"{address}: {len(few)} queries with one, {len(many)} with fifty\n{asked}"
