"""Forms sent in the same moment, with real threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from newsroom.publishing import lifecycle
from newsroom.publishing.revisions import Revision
from tests.cast import person
from tests.pieces.models import Piece

from .desk import at_the_desk, piece_form, url

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]


@pytest.fixture
def ada(transactional_db: None) -> User:
    return person("ada", is_superuser=True)


def posted_at_once(clients: list[Client], path: str, forms: list[dict[str, object]]) -> list[int]:
    """The status codes of the answers, sorted."""
    barrier = Barrier(len(clients))

    def post(client: Client, form: dict[str, object]) -> int:
        try:
            barrier.wait()
            return client.post(path, form).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as pool:
        return sorted(pool.map(post, clients, forms))


def test_of_many_saves_of_one_form_one_wins_and_the_others_keep_their_text(ada: User) -> None:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="First words.")
    lifecycle.record(content=piece, by=ada)
    forms = [
        piece_form(piece, text=f"Words {number}.", _continue="Save draft") for number in range(5)
    ]
    codes = posted_at_once([at_the_desk(ada) for _ in forms], url(piece), forms)
    assert codes == [200, 200, 200, 200, 302]
    assert Revision.objects.filter(content=piece.pk).count() == 2


def test_of_many_new_pieces_with_one_address_one_gets_it_and_the_others_are_told(
    ada: User,
) -> None:
    forms = [
        piece_form(title=f"Bridges {number}", slug="bridges", _continue="Save draft")
        for number in range(5)
    ]
    codes = posted_at_once([at_the_desk(ada) for _ in forms], "/admin/pieces/piece/add/", forms)
    assert codes == [200, 200, 200, 200, 302]
    assert Piece.objects.count() == 1
