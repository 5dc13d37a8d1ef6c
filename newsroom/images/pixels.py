"""Reads one picture in a process of its own, which may use little memory and little time.

Started by `encoding`, with no Django in it: python -I pixels.py < upload > answer. The first line
of the answer is JSON: what was made of it, with the bytes behind it, or why it was refused.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys
import warnings
from io import BytesIO
from typing import Any

from PIL import AvifImagePlugin, ExifTags, ImageCms, ImageOps
from PIL import Image as Pillow

MEMORY = 256 * 1024 * 1024
CPU_SECONDS = 4
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000
PUBLIC_SIDE = 2_000
ACCEPTED = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
# Without what these hold, pixels cannot be mixed when a picture is made smaller.
_INDEXED = ("1", "P")


class TooManyPixels(Exception):
    """More than a reader could use, and than we would decode."""


def main() -> None:
    _confine()
    answer, data = _answer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + data)


def _confine() -> None:
    """What a decoder takes beyond this ends it; a system without such limits does without."""
    limits = ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, CPU_SECONDS))
    for limit, most in (*limits, (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
    # Each thread reserves memory of its own, whether it needs any or not.
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    warnings.simplefilter("error", Pillow.DecompressionBombWarning)


def _answer(data: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        image = _drawn(data)
        return _encoded(image)
    except (TooManyPixels, Pillow.DecompressionBombError, Pillow.DecompressionBombWarning):
        return {"refused": "pixels"}, b""
    except MemoryError:
        return {"refused": "memory"}, b""
    except Exception:  # every decoder has its own: ValueError, OSError, struct.error…
        return {"refused": "unreadable"}, b""


def _drawn(data: bytes) -> Pillow.Image:
    """Its first frame, upright, in the colours of the web, no larger than readers get it."""
    image: Pillow.Image = Pillow.open(BytesIO(data), formats=ACCEPTED)
    _refuse_floods(image)
    turn, profile = _orientation(image), image.info.get("icc_profile")
    image = _mixable(image)
    image.thumbnail((PUBLIC_SIDE, PUBLIC_SIDE))
    return _turned(_in_web_colours(image, profile), turn)


def _refuse_floods(image: Pillow.Image) -> None:
    pixels = image.width * image.height
    if pixels > MAX_PIXELS or max(image.size) > MAX_SIDE:
        raise TooManyPixels
    if pixels * getattr(image, "n_frames", 1) > MAX_PIXELS:
        raise TooManyPixels


def _orientation(image: Pillow.Image) -> int:
    """How it was held; metadata that nobody can read says nothing."""
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:
        return 1


def _mixable(image: Pillow.Image) -> Pillow.Image:
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data and image.mode not in ("RGBA", "LA"):
        return image.convert("RGBA")
    return image.convert("RGB") if image.mode in _INDEXED else image


def _in_web_colours(image: Pillow.Image, profile: bytes | None) -> Pillow.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        # One that nobody can read says nothing.
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    return image.convert(mode)


def _turned(image: Pillow.Image, orientation: int) -> Pillow.Image:
    image.getexif()[ExifTags.Base.Orientation] = orientation
    return ImageOps.exif_transpose(image)


def _encoded(image: Pillow.Image) -> tuple[dict[str, Any], bytes]:
    image.info, out = {}, BytesIO()
    if image.mode == "RGBA":
        image.save(out, "WEBP", quality=85)
        suffix = "webp"
    else:
        image.save(out, "JPEG", quality=85, optimize=True, progressive=True)
        suffix = "jpg"
    return {"width": image.width, "height": image.height, "suffix": suffix}, out.getvalue()


if __name__ == "__main__":
    main()
