"""What breaks while a picture comes in: processes are killed, the disk is full. Nothing half-done
is left that is not found and swept, and whoever sent it is told and keeps what they typed."""

from __future__ import annotations

import errno
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import connection
from django.test import Client

from newsroom.images import encoding, files, leftovers
from newsroom.images.files import BESIDE, WholeFiles
from newsroom.images.models import Image
from tests.emptying import keep_a_copy
from tests.images.adding import ADD, form, png
from tests.images.test_several import file, send

pytestmark = pytest.mark.django_db


def names_in(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where space is given out late, only this says so."""

    def no_room(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", no_room)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the database file")
@pytest.mark.django_db(transaction=True)
def test_whoever_is_killed_leaves_nothing_half_done(tmp_path: Path) -> None:
    keep_a_copy(tmp_path / "db.sqlite3")
    environment = {**os.environ, "VAR_DIR": str(tmp_path), "DATABASE_URL": ""}
    done = subprocess.run(
        [sys.executable, "-m", "tests.images.dying"],
        env={**environment, "DJANGO_SETTINGS_MODULE": "relations_site.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout.splitlines()[-1])
    assert answer["left"] == []
    rows = [[0, 0, 0]] * 4 + [[1, 1, 1]] * 4
    assert answer["said"] == [{"rows": here, "lacking": [], "broken": []} for here in rows]


def test_a_full_disk_is_said_and_what_was_typed_stays(
    editor: User, client: Client, full_disk: None
) -> None:
    client.force_login(editor)
    response = client.post(ADD, form(upload=png(), credit="Kim", licence="CC BY"))
    assert response.status_code == 503
    page = response.content.decode()
    assert "There is no room for this picture just now" in page
    for typed in ('value="Kim"', 'value="CC BY"', "A harbour at dusk"):
        assert typed in page
    assert not Image.objects.exists()


def test_no_room_for_what_streams_in_is_no_fault_of_ours(
    editor: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", no_room)
    client.force_login(editor)
    client.raise_request_exception = False
    large = SimpleUploadedFile("large.jpg", bytes(4_000_000))
    assert client.post(ADD, form(upload=large)).status_code == 503
    assert not Image.objects.exists()


def test_of_several_those_that_find_room_stay(
    editor: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(editor)
    assert send(client, [file("sea.jpg")]).status_code == 200
    with monkeypatch.context() as patch:
        patch.setattr(files.os, "fsync", _raise)
        answer = send(client, [file("tea.jpg", side=31)], accept="application/json").json()
    assert answer["refusal"].startswith("There is no room")
    assert [image.title for image in Image.objects.all()] == ["sea"]


def _raise(_handle: int) -> None:
    raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))


def test_a_file_that_finds_no_room_leaves_none(tmp_path: Path) -> None:
    """A limit of the system cuts it short, as the end of a disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            WholeFiles(tmp_path).save("a.jpg", ContentFile(bytes(300_000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names_in(tmp_path) == []


def test_no_address_leads_to_what_is_unfinished(client: Client) -> None:
    assert client.get(f"/media/{BESIDE}/tmpx.jpg").status_code == 404
    assert leftovers._OURS[1] == f"{BESIDE}/"


@pytest.mark.parametrize(
    "fault", ["import os; os.kill(os.getpid(), 9)", "print('{')", "raise SystemExit(3)"]
)
def test_a_decoder_that_dies_refuses_the_picture_alone(
    editor: User, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: str
) -> None:
    program = tmp_path / "pixels.py"
    program.write_text(fault)
    monkeypatch.setattr(encoding, "_PIXELS", program)
    client.force_login(editor)
    response = client.post(ADD, form(upload=png(), credit="Kim"))
    assert response.status_code == 200
    assert response.context["adminform"].form.errors["upload"]
    assert 'value="Kim"' in response.content.decode()


def test_where_no_process_is_to_be_had_it_says_so(
    editor: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_args: Any, **_kwargs: Any) -> None:
        raise BlockingIOError(errno.EAGAIN, "fork")

    monkeypatch.setattr(encoding.subprocess, "run", none)
    client.force_login(editor)
    page = client.post(ADD, form(upload=png(), credit="Kim")).content.decode()
    assert "too much to do to read pictures just now" in page
