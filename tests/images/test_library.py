"""The library in the admin: who may add pictures, and the words that go with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from newsroom.images import admin
from newsroom.images.encoding import MAX_BYTES, encode
from newsroom.images.models import Image
from tests.images.adding import ADD, form, png
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


@pytest.mark.parametrize("role", ["writer", "moderator"])
def test_others_look_but_do_not_add(
    role: str, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(role))
    assert client.get("/admin/images/image/").status_code == 200
    assert client.post(ADD, form(upload=png())).status_code == 403
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
    monkeypatch.setattr(admin, "encode", lambda upload: kept.append(upload.size) or encode(upload))
    client.force_login(editor)
    endless = SimpleUploadedFile("endless.jpg", bytes(3 * MAX_BYTES))
    page = client.post(ADD, form(upload=endless)).content.decode()
    assert "larger than 10 MB" in page
    assert MAX_BYTES < kept[0] < MAX_BYTES + 200_000


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
