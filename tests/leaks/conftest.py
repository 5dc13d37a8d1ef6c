from __future__ import annotations

import logging
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tests.machine import FULL_SIZE

from .addresses import every_address
from .answers import Answer, ask
from .world import World


@pytest.fixture(scope="package", autouse=True)
def _no_line_in_the_log_for_each_page_that_is_not_there() -> Iterator[None]:
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Built once for all tests of a module, and rolled back after the last: no other finds it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World().build()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def writes() -> list[str]:
    """What the readers' requests of `answers` wrote to the database."""
    return []


@pytest.fixture(scope="module")
def answers(world: World, writes: list[str]) -> list[Answer]:
    """What a reader gets at every public address asked with GET, and with HEAD what is there:
    all of it in the drill, for an answer to HEAD is that to GET without its body."""

    def note_writing(execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.lstrip().startswith("SELECT"):
            writes.append(sql)
        return execute(sql, *rest)

    addresses = every_address(world.desk)
    with connection.execute_wrapper(note_writing):
        found = [ask(Client(), address) for address in addresses]
        there = [answer.address for answer in found if answer.status != HTTPStatus.NOT_FOUND]
        found += [ask(Client(), address, "HEAD") for address in there[:: 1 if FULL_SIZE else 7]]
    return found
