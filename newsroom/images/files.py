"""How files are kept: whole or not at all."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, default_storage

# Below a storage, where what is not whole yet lies. No address leads there.
BESIDE = ".unfinished"
_log = logging.getLogger(__name__)


class NotKept(Exception):
    """A file could not be stored: the disk is full, or the storage does not answer."""


class WholeFiles(FileSystemStorage):
    """Files that have a name have all of their bytes, also when their writer dies or the disk fills
    up: they are written beside and renamed."""

    def _save(self, name: str, content: File[bytes]) -> str:
        beside = Path(self.location) / BESIDE
        beside.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=beside, delete=False) as file:
            try:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
                saved: str = super()._save(name, _Whole(file))  # type: ignore[misc]
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
        _make_sure_of_names_in(Path(self.path(saved)).parent)
        return saved


class _Whole(File):  # type: ignore[type-arg]
    def temporary_file_path(self) -> Any:
        """Storages rename what has one."""
        return self.name


def _make_sure_of_names_in(folder: Path) -> None:
    """Its entries survive a loss of power, as what they name does."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def store(name: str, data: bytes) -> None:
    """Keep `data` under its name; half a file, of a storage that is not so careful, is replaced."""
    if default_storage.exists(name):
        if default_storage.size(name) == len(data):
            return
        default_storage.delete(name)
    default_storage.save(name, ContentFile(data))


@contextmanager
def or_not_kept() -> Iterator[None]:
    try:
        yield
    except Exception as problem:  # every storage has its own: OSError, ClientError…
        _log.exception("A file could not be stored.")
        raise NotKept from problem
