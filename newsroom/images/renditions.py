"""The same picture in several widths and formats. Their names follow from that of the file.

So a page names them from the first moment on: until they are made, and where one is lost, the
view of media gives the file itself (`stands_in_for`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from django.core.files.storage import default_storage
from django_tasks import task
from PIL import Image as Pillow

from .files import store
from .models import ImageFile

WIDTHS = (480, 800, 1200, 1600)
_OPTIONS = {
    "avif": {"quality": 60, "speed": 6},
    "webp": {"quality": 80},
    "jpg": {"quality": 82, "optimize": True, "progressive": True},
}
_RENDITION = re.compile(rf"(.+\.(?:jpg|webp))\.(?:{'|'.join(map(str, WIDTHS))})\.(?:avif|webp|jpg)")


def rungs(width: int) -> tuple[int, ...]:
    """The widths that a file of this width is made in: up to the first that holds all of it."""
    return tuple(rung for below, rung in zip((0, *WIDTHS), WIDTHS, strict=False) if below < width)


def formats(file: str) -> tuple[str, ...]:
    """The best first, the last for every browser there is."""
    return ("avif", "webp") if file.endswith(".webp") else ("avif", "webp", "jpg")


def name(file: str, rung: int, form: str) -> str:
    return f"{file}.{rung}.{form}"


def thumbnail(file: str) -> str:
    """The address of the smallest, for staff to know it by."""
    return default_storage.url(name(file, WIDTHS[0], "webp"))


def names(file: str, width: int) -> Iterator[tuple[str, int, str]]:
    """Each rendition's name, with its rung and format."""
    for rung in rungs(width):
        for form in formats(file):
            yield name(file, rung, form), rung, form


def stands_in_for(missing: str) -> str:
    """The file that is shown while a rendition of this name is not there; "" for other names."""
    found = _RENDITION.fullmatch(missing)
    return found[1] if found else ""


@task()
def make(file_id: int) -> None:
    """Made from the public file: what strangers sent is decoded once, in a process of its own."""
    file = ImageFile.objects.filter(pk=file_id).first()
    if file:
        with default_storage.open(file.name) as stored:
            image = Pillow.open(BytesIO(stored.read()))
        for rendition, rung, form in names(file.name, file.width):
            store(rendition, _rendered(image, rung, form))
        ImageFile.objects.filter(pk=file_id).update(has_renditions=True)


def make_missing() -> None:
    """Have those made that no worker lived to make."""
    for file_id in ImageFile.objects.filter(has_renditions=False).values_list("pk", flat=True):
        make.enqueue(file_id)


def _rendered(image: Pillow.Image, rung: int, form: str) -> bytes:
    small, out = image.copy(), BytesIO()
    small.thumbnail((rung, image.height))
    small.save(out, Pillow.registered_extensions()[f".{form}"], **_OPTIONS[form])
    return out.getvalue()
