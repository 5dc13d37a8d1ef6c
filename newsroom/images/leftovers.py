"""Whether rows and files agree: what a row names and nobody has, what lies there unnamed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.apps import apps
from django.core.files.storage import Storage, default_storage, storages
from django.db import models
from django.utils import timezone

from . import names
from .files import BESIDE
from .models import Crop, Image, ImageFile

# Files come before their rows: what is younger may be on its way.
ON_ITS_WAY = dt.timedelta(days=1)
_OURS = ("originals/", f"{BESIDE}/")


def rows_without_files() -> Iterator[tuple[models.Model, str]]:
    """Each row that names a file which is not there, with the name."""
    for file in ImageFile.objects.select_related("image"):
        if not default_storage.exists(file.name):
            yield file.image, file.name
    for made, name in _lost():
        yield _file_of(made).image, name
    for field in _file_fields():
        for row in field.model._default_manager.exclude(**{field.name: ""}):
            name = field.value_from_object(row).name
            if not field.storage.exists(name):
                yield row, name


def _lost() -> Iterator[tuple[ImageFile | Crop, str]]:
    """What was made of a picture and is gone, with the row that says it was made."""
    for file in ImageFile.objects.filter(has_renditions=True).select_related("image"):
        for name, *_ in names.in_widths(file.name, file.width):
            if not default_storage.exists(name):
                yield file, name
    for crop in Crop.objects.filter(is_made=True).select_related("file__image"):
        for name, *_ in names.in_shapes(crop.file.name, crop.focus):
            if not default_storage.exists(name):
                yield crop, name


def _file_of(row: ImageFile | Crop) -> ImageFile:
    return row if isinstance(row, ImageFile) else row.file


def own_up() -> None:
    """Say of what was made and is gone that it is not made, so that it is made again. A picture
    whose own file is gone can give nothing: `check_media` tells of that."""
    for row in {row for row, _name in _lost()}:
        if default_storage.exists(_file_of(row).name):
            made = "has_renditions" if isinstance(row, ImageFile) else "is_made"
            type(row)._default_manager.filter(pk=row.pk).update(**{made: False})


def files_without_rows(older_than: dt.timedelta = ON_ITS_WAY) -> Iterator[tuple[Storage, str]]:
    """Each file that no row names."""
    before = timezone.now() - older_than
    both = (default_storage, storages["private"])
    there = [(storage, name) for storage in both for name in _names_in(storage)]
    named = _names_in_rows()
    for storage, name in there:
        if name not in named and storage.get_modified_time(name) <= before:
            yield storage, name


def sweep() -> None:
    """Delete what images left behind: when deleted, replaced while on its way, or cut short."""
    for storage, name in list(files_without_rows()):
        if storage is default_storage or name.startswith(_OURS):
            storage.delete(name)


def _names_in_rows() -> set[str]:
    named = set(Image.objects.values_list("file", flat=True))
    for name, width in ImageFile.objects.values_list("name", "width"):
        named.add(name)
        named.update(made for made, *_ in names.in_widths(name, width))
    for crop in Crop.objects.select_related("file"):
        named.update(made for made, *_ in names.in_shapes(crop.file.name, crop.focus))
    for field in _file_fields():
        named.update(field.model._default_manager.values_list(field.name, flat=True))
    return named


def _file_fields() -> Iterator[models.FileField]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                yield field


def _names_in(storage: Storage, folder: str = "") -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (folder + name for name in files)
    for name in folders:
        yield from _names_in(storage, f"{folder}{name}/")
