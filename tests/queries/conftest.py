from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from newsroom.publishing.rights import Role
from tests.cast import person

from .budgets import READERS, staff_lists
from .counting import Counts, queries_of
from .growing import GrowingSite


@pytest.fixture(scope="module")
def counts(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Counts]:
    """The queries of every page, with one of everything and with fifty."""
    with django_db_blocker.unblock(), transaction.atomic():
        site = GrowingSite(person("edith", Role.EDITOR), person("mo", Role.MODERATOR))
        reader, staff = Client(), Client()
        staff.force_login(person("ada", is_superuser=True))
        asked = []
        for numbers in (range(1), range(1, 50)):
            site.grow(numbers)
            asked.append(queries_of(reader, READERS) | queries_of(staff, staff_lists()))
        few, many = asked
        yield {address: (few[address], many[address]) for address in few}
        transaction.set_rollback(True)
