"""Pictures as readers see them."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.files.storage import default_storage

from newsroom.publishing.kinds import Snapshot

from . import names


@dataclass(frozen=True)
class Offer:
    """A format that browsers may choose, with the addresses of its widths."""

    media_type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """A picture with its size in pixels; `alt` is empty for decorative ones.

    `offers` come before `url` and its `srcset`, which every browser can show.
    """

    url: str
    srcset: str
    offers: tuple[Offer, ...]
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    language: str


def picture(frozen: Snapshot, caption: str = "") -> Picture:
    """The picture as it was frozen; a caption given where it stands wins over its own."""
    *better, plain = names.formats(frozen["file"])
    return Picture(
        url=default_storage.url(frozen["file"]),
        srcset=_srcset(frozen, plain),
        offers=tuple(Offer(f"image/{form}", _srcset(frozen, form)) for form in better),
        width=frozen["width"],
        height=frozen["height"],
        alt="" if frozen["decorative"] else frozen["alt"],
        caption=caption or frozen["caption"],
        credit=frozen["credit"],
        language=frozen["language"],
    )


def _srcset(frozen: Snapshot, form: str) -> str:
    file, width = frozen["file"], frozen["width"]
    return ", ".join(
        f"{default_storage.url(names.in_width(file, rung, form))} {min(rung, width)}w"
        for rung in names.rungs(width)
    )
