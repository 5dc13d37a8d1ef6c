"""The same manuscript from many people at the same moment: one article comes of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles.models import Article
from manuscripts.apply import Imported, apply
from newsroom.publishing.audit import first_broken_entry
from newsroom.publishing.content import Content

from .bridge import BRIDGE, read

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]

# They come in one after the other: together they may take no longer than one may wait for a lock.
THREADS = 3


def import_at_once(texts: list[str]) -> list[Imported]:
    together = Barrier(len(texts))

    def run(text: str) -> Imported:
        parsed = read(text)
        together.wait()
        try:
            return apply(parsed, data=text.encode(), name="bridge.txt")
        finally:
            connection.close()

    with ThreadPoolExecutor(len(texts)) as pool:
        return list(pool.map(run, texts))


def test_the_same_bytes_become_one_article() -> None:
    outcomes = import_at_once([BRIDGE] * THREADS)
    assert sum(imported.is_new for imported in outcomes) == 1
    assert len({imported.manuscript.article_id for imported in outcomes}) == 1
    assert Article.objects.count() == 1
    assert first_broken_entry() is None


def test_manuscripts_that_want_the_same_addresses_all_come_in() -> None:
    texts = [BRIDGE.replace("sketch", f"sketch number {number}") for number in range(THREADS)]
    assert all(imported.is_new for imported in import_at_once(texts))
    assert len(set(Article.objects.values_list("slug", flat=True))) == THREADS
    assert Content.objects.filter(kind="identity").count() == 1
