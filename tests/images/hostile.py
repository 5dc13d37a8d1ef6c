"""Pictures as nobody should send them: those that are refused, why, and those that are not."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageCms, PngImagePlugin

KIND = "no picture that can be read"
PIXELS = "too many pixels"
SCRIPT = b"<script>alert('polyglot')</script>"


def picture(
    mode: str = "RGB", size: tuple[int, int] = (40, 20), form: str = "JPEG", **save: object
) -> bytes:
    out = BytesIO()
    Pillow.linear_gradient("L").resize(size).convert(mode).save(out, form, **save)
    return out.getvalue()


def animation(form: str, frames: int, size: tuple[int, int] = (40, 20)) -> bytes:
    shades = [Pillow.new("L", size, 37 * number % 256) for number in range(frames)]
    out = BytesIO()
    shades[0].save(out, form, save_all=True, append_images=shades[1:], duration=20)
    return out.getvalue()


def png(width: int, height: int, *chunks: bytes, bits: int = 8, colour: int = 0) -> bytes:
    """A PNG that says it has this size, with these chunks and no more."""
    head = chunk(b"IHDR", struct.pack(">2I5B", width, height, bits, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@cache
def zeros(size: int) -> bytes:
    """So many zeros, packed a thousandfold."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(bytes(2**20)) for _ in range(size // 2**20)]
    return b"".join(parts) + packer.flush()


def gif(width: int, height: int, frames: int = 1) -> bytes:
    """Frames of one pixel on a screen that says it has this size."""
    head = b"GIF89a" + struct.pack("<2H", width, height) + b"\x80\0\0" + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<4HB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return head + frame * frames + b";"


def webp(width: int, height: int) -> bytes:
    """An extended WebP that says it has this size."""
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size
    body += picture(form="WEBP")[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def jpeg_of_size(width: int, height: int, **save: object) -> bytes:
    """A small JPEG whose header says that it is larger."""
    data, size = picture(**save), struct.pack(">2H", 20, 40)
    return data.replace(size, struct.pack(">2H", height, width), 1)


def with_exif(data: bytes, exif: bytes) -> bytes:
    segment = b"Exif\0\0" + exif
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + data[2:]


def texts(**values: str) -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    for name, value in values.items():
        info.add_text(name, value, zip=True)
    return info


def avif_of_size(side: int) -> bytes:
    """A small AVIF whose header says that it is a square of this side."""
    small = picture(form="AVIF")
    return small.replace(struct.pack(">2I", 40, 20), struct.pack(">2I", side, side))


def sixteen_bits(value: int) -> bytes:
    out = BytesIO()
    Pillow.new("I;16", (40, 20), value).save(out, "PNG")
    return out.getvalue()


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": (KIND, lambda: b""),
    "zeros": (KIND, lambda: bytes(1000)),
    "svg": (KIND, lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    "page that says it is a gif": (KIND, lambda: b"GIF89a/*" + SCRIPT + b"*/=1;"),
    "pdf": (KIND, lambda: b"%PDF-1.4\n%%EOF"),
    "postscript": (KIND, lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
    "tiff": (KIND, lambda: picture(form="TIFF")),
    "bmp": (KIND, lambda: picture(form="BMP")),
    "icon": (KIND, lambda: picture(form="ICO")),
    "jpeg 2000": (KIND, lambda: picture(form="JPEG2000")),
    "two jpegs in one": (KIND, lambda: b"\xff\xd8\xff" + b"\0" * 100),
    "zip": (KIND, lambda: b"PK\x03\x04" + bytes(100)),
    "jpeg cut short": (KIND, lambda: picture(size=(400, 400))[:-400]),
    "png cut short": (KIND, lambda: picture(size=(400, 400), form="PNG")[:-400]),
    "gif cut short": (KIND, lambda: picture("L", size=(400, 400), form="GIF")[:-400]),
    "webp cut short": (KIND, lambda: picture(size=(400, 400), form="WEBP")[:-400]),
    "avif cut short": (KIND, lambda: picture(size=(400, 400), form="AVIF")[:-200]),
    "png without pixels": (KIND, lambda: png(40, 20)),
    "png of no size": (KIND, lambda: png(0, 0, chunk(b"IDAT", zlib.compress(b"")))),
    "png of wrong sums": (KIND, lambda: picture(form="PNG")[:30] + b"\0" * 200),
    "gif without frames": (KIND, lambda: b"GIF89a" + bytes(20)),
    "heads without bodies": (KIND, lambda: b"\x89PNG\r\n\x1a\n"),
    "png bomb": (PIXELS, lambda: png(30_000, 30_000, chunk(b"IDAT", zeros(2**30)))),
    "png bomb, one bit": (PIXELS, lambda: png(9_000, 9_000, chunk(b"IDAT", zeros(2**23)), bits=1)),
    "png of words that unpack": (
        KIND,
        lambda: png(40, 20, chunk(b"zTXt", b"Comment\0\0" + zeros(2**28))),
    ),
    "png of 2³¹ pixels a side": (PIXELS, lambda: png(2**31 - 1, 2**31 - 1)),
    "png, a line too long": (PIXELS, lambda: png(2**31 - 1, 1, chunk(b"IDAT", zeros(2**28)))),
    "png with all too many frames": (
        PIXELS,
        lambda: png(40, 20, chunk(b"acTL", struct.pack(">2I", 2**31 - 1, 0)), chunk(b"IDAT", b"")),
    ),
    "jpeg of 65,500 pixels a side": (PIXELS, lambda: jpeg_of_size(65_500, 65_500)),
    "jpeg that says it is wide": (PIXELS, lambda: jpeg_of_size(12_001, 20)),
    "gif of 65,535 pixels a side": (PIXELS, lambda: gif(65_535, 65_535)),
    "gif with many frames": (PIXELS, lambda: gif(2_000, 2_000, frames=11)),
    "gif with very many frames": (PIXELS, lambda: gif(100, 100, frames=600_000)),
    "webp of 16,384 pixels a side": (PIXELS, lambda: webp(16_384, 16_384)),
    "webp of 2²⁴ pixels a side": (PIXELS, lambda: webp(2**24, 2**24)),
    "webp with many frames": (PIXELS, lambda: animation("WEBP", 50, (1_000, 1_000))),
    "avif of 65,536 pixels a side": (KIND, lambda: avif_of_size(65_536)),
    "avif with many frames": (PIXELS, lambda: animation("AVIF", 50, (1_000, 1_000))),
    "progressive flood": (
        KIND,
        lambda: jpeg_of_size(6_300, 6_300, progressive=True, subsampling=0),
    ),
}

ACCEPTED: dict[str, Callable[[], bytes]] = {
    "jpeg with a page behind": lambda: picture() + SCRIPT,
    "jpeg with a zip behind": lambda: picture() + b"PK\x05\x06" + bytes(18),
    "png with a page behind": lambda: picture(form="PNG") + SCRIPT,
    "gif with a page in its comment": lambda: picture("L", form="GIF", comment=SCRIPT),
    "jpeg with a page in its comment": lambda: picture(comment=SCRIPT),
    "png with a page in its words": lambda: picture(form="PNG", pnginfo=texts(C=SCRIPT.decode())),
    "jpeg with a page in its xmp": lambda: picture(xmp=SCRIPT),
    "webp with a page in its xmp": lambda: picture(form="WEBP", xmp=SCRIPT),
    "avif with a page in its xmp": lambda: picture(form="AVIF", xmp=SCRIPT),
    "broken exif": lambda: with_exif(picture(), b"MM\0*\0\0\0\x08\xff\xff" + bytes(40)),
    "exif of nothing": lambda: with_exif(picture(), b""),
    "exif that points to itself": lambda: with_exif(
        picture(), b"II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\0\0\0\0"
    ),
    "exif of an orientation that is none": lambda: with_exif(
        picture(), b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0\0\0\0\0"
    ),
    "animated gif": lambda: animation("GIF", 5),
    "animated webp": lambda: animation("WEBP", 5),
    "animated avif": lambda: animation("AVIF", 5),
    "animated png": lambda: animation("PNG", 5),
    "cmyk": lambda: picture("CMYK"),
    "cmyk with a profile for screens": lambda: picture("CMYK", icc_profile=srgb()),
    "profile that is none": lambda: picture(icc_profile=SCRIPT * 10),
    "profile": lambda: picture(icc_profile=srgb()),
    "16 bits": lambda: sixteen_bits(40_000),
    "16 bits in colour": lambda: png(
        1, 1, chunk(b"IDAT", zlib.compress(bytes(7))), bits=16, colour=2
    ),
    "one bit": lambda: picture("1", form="PNG"),
    "palette": lambda: picture("P", form="PNG"),
    "palette with transparency": lambda: picture("P", form="PNG", transparency=0),
    "palette, a gif with transparency": lambda: picture("P", form="GIF", transparency=0),
    "grey with transparency": lambda: picture("LA", form="PNG"),
    "one colour that is transparent": lambda: picture(form="PNG", transparency=(0, 0, 0)),
    "one pixel": lambda: picture(size=(1, 1)),
    "a line": lambda: picture(size=(12_000, 1), form="PNG"),
    "many frames of one pixel": lambda: gif(1, 1, frames=600_000),
    "40 megapixels": lambda: picture(size=(8_000, 5_000), quality=30),
    "40 megapixels, indexed": lambda: picture("P", size=(8_000, 5_000), form="PNG"),
}
