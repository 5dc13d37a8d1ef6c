"""The one way that a file becomes that of an image."""

from __future__ import annotations

from typing import IO

from django.core.files.base import ContentFile
from django.db import transaction

from . import renditions
from .encoding import Encoded
from .files import or_not_kept, store
from .models import Crop, Image, ImageFile


@transaction.atomic
def take(image: Image, upload: IO[bytes], encoded: Encoded) -> None:
    """Store an upload with what `encode` made of it, and save the image that has it from now on.

    Files come before the rows that name them; what a lost transaction leaves behind is swept.
    Raises NotKept where there is no room for them.
    """
    with or_not_kept():
        store(encoded.name, encoded.data)
    image.file, image.width, image.height = encoded.name, encoded.width, encoded.height
    image.save()
    file = ImageFile(image=image, name=encoded.name, width=encoded.width)
    upload.seek(0)
    with or_not_kept():
        file.original.save("original", ContentFile(upload.read()), save=False)
    file.save()
    renditions.make.enqueue(file.pk)
    keep_crops(image)


def keep_crops(image: Image) -> None:
    """Have its file cropped around where its focal point is now, unless it ever was."""
    file = image.files.filter(name=image.file).last()
    if file:
        crop, is_new = Crop.objects.get_or_create(file=file, x=image.focus_x, y=image.focus_y)
        if is_new:
            renditions.crop.enqueue(crop.pk)
