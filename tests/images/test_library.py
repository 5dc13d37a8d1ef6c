"""The library in the admin: who may add pictures, and the words that go with them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO, Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from newsroom.images import forms
from newsroom.images.encoding import MAX_BYTES, Encoded, encode
from newsroom.images.models import Image, ImageText
from newsroom.publishing.topics import Topic
from tests.articles.making import live_article, make_article
from tests.factories import recorded
from tests.images.adding import ADD, added, form, png, replace
from tests.images.hostile import REFUSED

pytestmark = pytest.mark.django_db


def test_an_editor_adds_a_picture_with_its_words(editor: User, client: Client) -> None:
    client.force_login(editor)
    response = client.post(ADD, form(upload=png()))
    assert response.status_code == 302
    image = Image.objects.get()
    assert image.texts.get().alt == "A harbour at dusk"
    assert image.file.endswith(".jpg")
    assert "evil" not in image.files.get().original.name
    assert client.get(image.url).status_code == 200


def test_a_file_that_is_no_picture_is_refused_in_words(editor: User, client: Client) -> None:
    client.force_login(editor)
    svg = SimpleUploadedFile("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    response = client.post(ADD, form(upload=svg))
    assert "no picture that can be read" in response.content.decode()
    assert not Image.objects.exists()


def test_a_picture_is_needed(editor: User, client: Client) -> None:
    client.force_login(editor)
    assert "Choose a picture" in client.post(ADD, form()).content.decode()


def test_moderators_look_but_do_not_add(moderator: User, client: Client) -> None:
    client.force_login(moderator)
    assert client.get("/admin/images/image/").status_code == 200
    assert client.post(ADD, form(upload=png())).status_code == 403
    assert client.get("/admin/images/image/several/").status_code == 403
    assert not Image.objects.exists()


def test_originals_are_at_no_address(editor: User, client: Client) -> None:
    client.force_login(editor)
    client.post(ADD, form(upload=png()))
    original = Image.objects.get().files.get().original
    assert client.get(original.url, follow=True).status_code == 404


def test_a_file_without_end_fills_no_disk(
    editor: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = []
    monkeypatch.setattr(forms, "encode", lambda upload: kept.append(upload.size) or encode(upload))
    client.force_login(editor)
    endless = SimpleUploadedFile("endless.jpg", bytes(3 * MAX_BYTES))
    page = client.post(ADD, form(upload=endless)).content.decode()
    assert "larger than 10 MB" in page
    assert MAX_BYTES < kept[0] < MAX_BYTES + 200_000


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("replaces", [False, True])
def test_no_transaction_waits_while_a_picture_is_read(
    editor: User, client: Client, monkeypatch: pytest.MonkeyPatch, *, replaces: bool
) -> None:
    """PostgreSQL would end it, and SQLite lets nobody else write meanwhile."""
    image = added() if replaces else None
    waiting = []

    def watched(upload: IO[bytes]) -> Encoded:
        waiting.append(connection.in_atomic_block)
        return encode(upload)

    monkeypatch.setattr(forms, "encode", watched)
    if image:
        replace(image, editor, client)
    else:
        client.force_login(editor)
        assert client.post(ADD, form(upload=png())).status_code == 302
    assert waiting == [False]


def test_nothing_is_read_for_those_who_may_not_save_it(
    moderator: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(forms, "encode")
    client.force_login(moderator)
    assert client.post(ADD, form(upload=png())).status_code == 403
    change = f"/admin/images/image/{added().pk}/change/"
    assert client.post(change, form(upload=png())).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_a_refused_file_leaves_nothing_behind(
    editor: User, client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "on its way"
    private = tmp_path / "private"
    options = {"location": private}
    backend = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = {**settings.STORAGES, "private": {"BACKEND": backend, "OPTIONS": options}}
    for folder in (settings.MEDIA_ROOT, settings.FILE_UPLOAD_TEMP_DIR, private):
        folder.mkdir()
    client.force_login(editor)
    bomb = SimpleUploadedFile("bomb.png", REFUSED["png bomb"][1]() + bytes(4_000_000))
    assert "too many pixels" in client.post(ADD, form(upload=bomb)).content.decode()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_list_says_what_has_words_and_finds_by_topic(editor: User, client: Client) -> None:
    harbour, bridge = added(title="Harbour"), added((20, 20), title="Bridge")
    added((30, 30), title="Line", decorative=True)
    bridge.texts.all().delete()
    trade = Topic.objects.create(name="Trade")
    harbour.topics.add(trade)
    client.force_login(editor)
    page = client.get("/admin/images/image/").content.decode()
    for words in ("English", "words missing", "none needed: decorative"):
        assert words in page
    for question in ("q=trade", f"topics__id__exact={trade.pk}", "q=dusk+harbour"):
        page = client.get(f"/admin/images/image/?{question}").content.decode()
        assert "Harbour" in page
        assert "Bridge" not in page


@pytest.mark.parametrize(
    "address", ["", "?q=image+chairs", "?words=missing", "choices/?q=image", "choices/"]
)
def test_lists_and_pickers_ask_no_more_for_many(editor: User, client: Client, address: str) -> None:
    client.force_login(editor)
    fill(10, editor)
    few = asked(client, f"/admin/images/image/{address}")
    fill(490, editor)
    assert asked(client, f"/admin/images/image/{address}") == few <= 10


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def fill(number: int, by: User) -> None:
    """Some of them without words."""
    values = {"file": "chairs.jpg", "width": 300, "height": 200, "added_by": by}
    images = [Image(title=f"Image {one}", **values) for one in range(number)]
    Image.objects.bulk_create(images)
    told = [image for image in images if image.pk % 3]
    ImageText.objects.bulk_create(
        ImageText(image=image, language="en", alt="Two chairs") for image in told
    )


def test_the_form_says_where_it_stands(editor: User, client: Client) -> None:
    image = added()
    live_article(editor, lead_image=image, title="Public piece")
    recorded(make_article(lead_image=image, title="A draft"), editor)
    client.force_login(editor)
    gone = live_article(editor, lead_image=image, title="It left the draft", slug="left")[0]
    gone.lead_image = None
    gone.save()
    page = client.get(f"/admin/images/image/{image.pk}/change/").content.decode()
    assert re.search(r">Public piece</a> in its draft, readers see it there<", page)
    assert re.search(r">A draft</a> in its draft<", page)
    assert re.search(r">It left the draft</a> readers see it there<", page)
