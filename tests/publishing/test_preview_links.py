"""The signed address of a preview: it shows one revision, for a while, and opens nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.previews import VALID_FOR, preview_url, shared_link
from newsroom.publishing.revisions import Revision
from tests.articles.making import make_article, make_image
from tests.factories import recorded
from tests.pieces.models import Piece

pytestmark = pytest.mark.django_db


@pytest.fixture
def revision(editor: User) -> Revision:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="Draft words")
    return lifecycle.record(content=piece, by=editor)


def test_whoever_has_it_sees_the_revision_and_leaves_no_trace(
    revision: Revision, client: Client
) -> None:
    response = client.get(preview_url(revision))
    assert "Draft words" in response.content.decode()
    assert response["Cache-Control"].startswith("private, no-store")
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Frame-Options"] == "DENY"
    assert not response.cookies
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_it_is_read_alone(revision: Revision, client: Client) -> None:
    for method in (client.post, client.put, client.delete, client.patch):
        assert method(preview_url(revision)).status_code == 405


def test_not_a_letter_of_it_can_be_changed(revision: Revision, client: Client) -> None:
    token = preview_url(revision).removeprefix("/preview/").removesuffix("/")
    for place, letter in enumerate(token):
        other = "A" if letter != "A" else "B"
        altered = token[:place] + other + token[place + 1 :]
        # The last letter of a signature may hold bits that nobody reads.
        if place < len(token) - 1:
            assert client.get(f"/preview/{altered}/").status_code == 404, altered


def test_what_was_saved_later_is_not_in_it(
    revision: Revision, editor: User, client: Client
) -> None:
    piece = Piece.objects.get()
    piece.text = "Later words"
    piece.save()
    lifecycle.record(content=piece, by=editor)
    page = client.get(preview_url(revision)).content.decode()
    assert "Draft words" in page
    assert "Later words" not in page


def test_it_opens_nothing_else(revision: Revision, client: Client) -> None:
    client.get(preview_url(revision))
    for address in ("/admin/", f"/admin/pieces/piece/{revision.content_id}/change/"):
        assert client.get(address).status_code == 302
    assert client.get("/en/pieces/bridges/").status_code == 404


def test_its_images_can_be_seen(editor: User, client: Client) -> None:
    default_storage.save("0123abcd.jpg", ContentFile(b"picture"))
    article = make_article(lead_image=make_image(file="0123abcd.jpg"))
    page = client.get(preview_url(recorded(article, editor))).content.decode()
    assert 'src="/media/0123abcd.jpg"' in page
    assert client.get("/media/0123abcd.jpg").status_code == 200


def test_a_shared_link_is_whole_and_knows_when_it_ends(revision: Revision, client: Client) -> None:
    with time_machine.travel(dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC), tick=False) as clock:
        link = shared_link(revision)
        assert link.url.startswith(f"{settings.SITE_URL}/preview/")
        assert link.expires == timezone.now() + VALID_FOR
        address = link.url.removeprefix(settings.SITE_URL)
        clock.move_to(link.expires)
        assert client.get(address).status_code == 200
        clock.move_to(link.expires + dt.timedelta(seconds=2))
        assert client.get(address).status_code == 404
