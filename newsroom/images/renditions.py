"""Makes the pictures that pages name, in the background. `names` says what there is to make."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from django.core.files.storage import default_storage
from django_tasks import task
from PIL import Image as Pillow
from PIL import ImageOps

from . import names
from .files import store
from .models import Crop, ImageFile

_OPTIONS = {
    "avif": {"quality": 60, "speed": 6},
    "webp": {"quality": 80},
    "jpg": {"quality": 82, "optimize": True, "progressive": True},
}


@task()
def make(file_id: int) -> None:
    """Its widths, made from the public file: what strangers sent is decoded once, in a process of
    its own."""
    file = ImageFile.objects.filter(pk=file_id).first()
    if file:
        image = _opened(file.name)
        for name, rung, form in names.in_widths(file.name, file.width):
            store(name, _narrowed(image, rung, form))
        ImageFile.objects.filter(pk=file_id).update(has_renditions=True)


@task()
def crop(crop_id: int) -> None:
    wanted = Crop.objects.select_related("file").filter(pk=crop_id).first()
    if wanted:
        image = _opened(wanted.file.name)
        for name, shape, width in names.in_shapes(wanted.file.name, wanted.focus):
            store(name, _cropped(image, shape, width, wanted.focus))
        Crop.objects.filter(pk=crop_id).update(is_made=True)


def make_missing() -> None:
    """Have those made that no worker lived to make."""
    for file_id in ImageFile.objects.filter(has_renditions=False).values_list("pk", flat=True):
        make.enqueue(file_id)
    for crop_id in Crop.objects.filter(is_made=False).values_list("pk", flat=True):
        crop.enqueue(crop_id)


def _opened(file: str) -> Pillow.Image:
    with default_storage.open(file) as stored:
        return Pillow.open(BytesIO(stored.read()))


def _narrowed(image: Pillow.Image, rung: int, form: str) -> bytes:
    small = image.copy()
    small.thumbnail((rung, image.height))
    return _encoded(small, form)


def _cropped(image: Pillow.Image, shape: names.Shape, width: int, focus: Sequence[int]) -> bytes:
    """Never larger than it is. What stands at 30 % of the picture stands at 30 % of the crop."""
    width = max(1, min(width, image.width, int(image.height * shape.width_to_height)))
    size = (width, max(1, round(width / shape.width_to_height)))
    x, y = focus
    return _encoded(ImageOps.fit(image, size, centering=(x / 100, y / 100)), shape.form)


def _encoded(image: Pillow.Image, form: str) -> bytes:
    out = BytesIO()
    if form == "jpg":
        image = _opaque(image)
    image.save(out, Pillow.registered_extensions()[f".{form}"], **_OPTIONS[form])
    return out.getvalue()


def _opaque(image: Pillow.Image) -> Pillow.Image:
    """On white, which is what a JPEG has for nothing."""
    if image.mode != "RGBA":
        return image
    white = Pillow.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    return white.convert("RGB")
