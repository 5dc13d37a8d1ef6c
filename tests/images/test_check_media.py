"""`check_media` and the sweep: rows and files agree, or somebody is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import CommandError, call_command
from django.utils import timezone

from newsroom.images import leftovers, names, renditions
from newsroom.images.models import Crop, Image, ImageFile
from tests.images.adding import added

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_storages(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path / "media"
    # A test that changes the settings of storages leaves fields with the storage that they had.
    private = ImageFile._meta.get_field("original").storage
    monkeypatch.setitem(storages._storages, "private", private)
    monkeypatch.setattr(private, "_location", tmp_path / "private")
    for name in ("base_location", "location"):
        private.__dict__.pop(name, None)
    yield
    for name in ("base_location", "location"):
        private.__dict__.pop(name, None)


def check(hours: int = 0) -> list[str]:
    """What the command says, line by line."""
    out = StringIO()
    try:
        call_command("check_media", hours=hours, stdout=out)
    except CommandError as error:  # with which it exits by 1
        out.write(str(error))
    return out.getvalue().splitlines()


def with_renditions(image: Image) -> Image:
    file = image.files.get()
    renditions.make.call(file.pk)
    renditions.crop.call(file.crops.get().pk)
    return image


def test_rows_with_their_files_are_well() -> None:
    with_renditions(added())
    added((20, 20))
    assert check() == ["Every row has its files, and every file its row."]


def test_it_says_which_row_lacks_its_file() -> None:
    image = added()
    default_storage.delete(image.file)
    lost = f"image {image.pk}, “Harbour”: its file {image.file} is not there."
    assert check() == [lost, "1 problem."]


def test_originals_and_renditions_are_missed_too() -> None:
    file = with_renditions(added()).files.get()
    file.original.storage.delete(file.original.name)
    rendition = names.in_width(file.name, 480, "avif")
    default_storage.delete(rendition)
    said = check()
    assert len(said) == 3
    assert rendition in said[0]
    assert file.original.name in said[1]


def test_what_was_made_and_lost_is_made_again() -> None:
    image, bare = with_renditions(added()), with_renditions(added((50, 50)))
    file = image.files.get()
    lost = [
        names.in_width(file.name, 480, "avif"),
        names.in_shape(file.name, names.CARD, 480),
    ]
    for name in lost:
        default_storage.delete(name)
    for name in (bare.file, names.in_width(bare.file, 480, "avif")):
        default_storage.delete(name)
    leftovers.own_up()
    assert list(ImageFile.objects.filter(has_renditions=False)) == [file]
    assert list(Crop.objects.filter(is_made=False)) == [file.crops.get()]
    with_renditions(image)
    assert all(map(default_storage.exists, lost))
    assert len(check()) == 3  # of the other nothing can be made


def test_it_says_which_file_has_no_row() -> None:
    added()
    default_storage.save("lost.jpg", ContentFile(b"x"))
    storages["private"].save("evidence/ab/letter.pdf", ContentFile(b"x"))
    no_row = "No row names the file {}."
    expected = [no_row.format("lost.jpg"), no_row.format("evidence/ab/letter.pdf"), "2 problems."]
    assert check() == expected


def test_a_file_on_its_way_is_no_problem() -> None:
    default_storage.save("lost.jpg", ContentFile(b"x"))
    assert check(hours=1) == ["Every row has its files, and every file its row."]


def test_what_a_deleted_image_leaves_is_swept_a_day_later(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, gone = with_renditions(added((50, 50))), with_renditions(added((60, 60)))
    twin = added((60, 60))
    storages["private"].save("evidence/ab/letter.pdf", ContentFile(b"x"))
    gone.delete()
    leftovers.sweep()
    assert len(check()) == 3  # its original and the letter: its twin has the same public file
    twin.delete()
    tomorrow = timezone.now() + dt.timedelta(days=1, minutes=1)
    with monkeypatch.context() as a_day_later:
        a_day_later.setattr(leftovers.timezone, "now", lambda: tomorrow)
        leftovers.sweep()
    assert check() == ["No row names the file evidence/ab/letter.pdf.", "1 problem."]
    assert default_storage.exists(kept.file)
    assert ImageFile.objects.count() == 1
