"""Admins who change each other's accounts in the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from newsroom.publishing.refusals import NotAllowed
from newsroom.staff import accounts
from tests.cast import person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


def test_of_many_that_depose_each_other_one_is_left(transactional_db: None) -> None:
    admins = [person(f"admin-{number}", is_superuser=True) for number in range(4)]
    together = Barrier(len(admins))

    def depose_the_next(number: int) -> None:
        other = User.objects.get(pk=admins[(number + 1) % len(admins)].pk)
        other.is_superuser = False
        together.wait()
        try:
            accounts.save_account(user=other, roles=[], by=admins[number])
        except NotAllowed:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(len(admins)) as pool:
        list(pool.map(depose_the_next, range(len(admins))))
    assert User.objects.filter(is_superuser=True).exists()
