"""Pictures as readers see them."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.files.storage import default_storage

from newsroom.publishing.kinds import Snapshot


@dataclass(frozen=True)
class Picture:
    """A picture with its size in pixels; `alt` is empty for decorative ones."""

    url: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    language: str


def picture(frozen: Snapshot, caption: str = "") -> Picture:
    """The picture as it was frozen; a caption given where it stands wins over its own."""
    return Picture(
        url=default_storage.url(frozen["file"]),
        width=frozen["width"],
        height=frozen["height"],
        alt="" if frozen["decorative"] else frozen["alt"],
        caption=caption or frozen["caption"],
        credit=frozen["credit"],
        language=frozen["language"],
    )
