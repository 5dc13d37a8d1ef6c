"""What a step changes is told in as many queries for fifty pages as for one."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom.publishing.reach import reach_of_change, reach_of_withdrawal
from tests.factories import published
from tests.publishing.making import live_piece, make_piece

pytestmark = pytest.mark.django_db


def test_fifty_pages_ask_as_much_as_one(editor: User) -> None:
    piece, _edition = live_piece(editor)
    asked = []
    for more in (1, 49):
        for _number in range(more):
            published(make_piece(shows=(piece,)), by=editor)
        with CaptureQueriesContext(connection) as captured:
            pages = reach_of_withdrawal([piece], timezone.now())
            assert len(reach_of_change(piece, timezone.now())) == len(pages)
        asked.append(len(captured))
    assert len(pages) == 51
    assert asked[0] == asked[1]
