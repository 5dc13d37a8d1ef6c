"""What is kept of a picture while it streams in."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler

from .encoding import MAX_BYTES

# The name of every field that takes pictures.
UPLOAD = "upload"


class NoLongerThanAPicture(FileUploadHandler):
    """Drops what follows the first 10 MB, so that no disk fills up before the form refuses it."""

    _is_picture = False

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, *args, **kwargs)
        self._is_picture = field_name == UPLOAD

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return None if self._is_picture and start > MAX_BYTES else raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler keeps it."""
