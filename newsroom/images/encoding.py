"""From an uploaded file to the one readers get: checked, turned upright, encoded anew.

Nothing of the upload but its pixels survives: no metadata, no name, no trailing bytes.
"""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image as Pillow
from PIL import ImageOps

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000
PUBLIC_SIDE = 2_000
ACCEPTED = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


@dataclass(frozen=True)
class Encoded:
    """The public file: its bytes, size in pixels, and a name made from its content."""

    data: bytes
    width: int
    height: int
    name: str


def encode(upload: IO[bytes]) -> Encoded:
    """Raises ValidationError, in words for the person who chose the file, where it is refused."""
    data = upload.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ValidationError(_("This file is larger than 10 MB. Choose a smaller one."))
    return _as_public(_decoded(data))


def _decoded(data: bytes) -> Pillow.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Pillow.DecompressionBombWarning)
        try:
            image = Pillow.open(BytesIO(data), formats=ACCEPTED)
            _refuse_floods(image)
            image.load()
        except ValidationError:
            raise
        except Exception as error:  # every decoder has its own: ValueError, OSError, struct.error…
            raise ValidationError(
                _("This is no picture that can be read. Choose a JPEG, PNG, WebP, GIF or AVIF.")
            ) from error
    return ImageOps.exif_transpose(image)


def _refuse_floods(image: Pillow.Image) -> None:
    frames = getattr(image, "n_frames", 1)
    if image.width * image.height * frames > MAX_PIXELS or max(image.size) > MAX_SIDE:
        raise ValidationError(
            _("This picture has too many pixels. Choose one of at most 40 megapixels.")
        )


def _as_public(image: Pillow.Image) -> Encoded:
    transparent = image.has_transparency_data
    image = image.convert("RGBA" if transparent else "RGB")
    image.thumbnail((PUBLIC_SIDE, PUBLIC_SIDE))
    image.info = {}
    out = BytesIO()
    if transparent:
        image.save(out, "WEBP", quality=85)
    else:
        image.save(out, "JPEG", quality=85, optimize=True, progressive=True)
    data = out.getvalue()
    suffix = "webp" if transparent else "jpg"
    name = f"{hashlib.sha256(data).hexdigest()[:40]}.{suffix}"
    return Encoded(data=data, width=image.width, height=image.height, name=name)
