"""Moderators who open the queue in the same moment, with real threads."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.rights import Role
from quotes.models import QueueClaim
from quotes.queue.addresses import queue_url
from tests.cast import person
from tests.quotes.test_queue import next_of, sent, several

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


def at_once(people: list[User], act: Callable[[User], Any]) -> list[Any]:
    together = Barrier(len(people))

    def acts(user: User) -> Any:
        try:
            together.wait()
            return act(user)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(acts, people))


def test_each_gets_another_quote_and_only_one_decides_on_it(transactional_db: None) -> None:
    reviews = several(person("wren", Role.WRITER), 3)
    people = [person(f"mo-{number}", Role.MODERATOR) for number in range(4)]
    given = at_once(people, next_of)
    assert sorted(given) == ["", *sorted(map(queue_url, reviews))]
    QueueClaim.objects.all().delete()
    at_once(people, lambda user: sent(user, reviews[0], step="approve"))
    assert AuditEntry.objects.filter(action="decide").count() == 1
