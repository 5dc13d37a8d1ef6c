"""The names of what is made from a file: the same picture in several widths, formats and shapes.

They follow from the name of the file and from the focal point, so a page names them from the first
moment on: until they are made, and where one is lost, the view of media gives the file itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.files.storage import default_storage

WIDTHS = (480, 800, 1200, 1600)
CENTRE = (50, 50)


@dataclass(frozen=True)
class Shape:
    """What a picture is cropped to, in each of its widths, in one format."""

    name: str
    width_to_height: float
    widths: tuple[int, ...]
    form: str


CARD = Shape("card", 3 / 2, (480, 800, 1200), "webp")
# What other sites show of a link: few of them know more than JPEG.
LINK = Shape("link", 1200 / 630, (1200,), "jpg")
# A face beside a name.
SQUARE = Shape("square", 1, (160, 320), "webp")
SHAPES = (CARD, LINK, SQUARE)


def rungs(width: int) -> tuple[int, ...]:
    """The widths that a file of this width is made in: up to the first that holds all of it."""
    return tuple(rung for below, rung in zip((0, *WIDTHS), WIDTHS, strict=False) if below < width)


def formats(file: str) -> tuple[str, ...]:
    """The best first, the last for every browser there is."""
    return ("avif", "webp") if file.endswith(".webp") else ("avif", "webp", "jpg")


def in_width(file: str, rung: int, form: str) -> str:
    return f"{file}.{rung}.{form}"


def in_widths(file: str, width: int) -> Iterator[tuple[str, int, str]]:
    """Each name, with its rung and format."""
    for rung in rungs(width):
        for form in formats(file):
            yield in_width(file, rung, form), rung, form


def around(file: str, focus: Sequence[int]) -> str:
    """What the names of crops around this point begin with: a centre goes without saying."""
    x, y = focus
    return file if (x, y) == CENTRE else f"{file}.{x}-{y}"


def in_shape(begins: str, shape: Shape, width: int) -> str:
    """The name of a crop, by what `around` gave, or its address by that of it."""
    return f"{begins}.{shape.name}.{width}.{shape.form}"


def in_shapes(file: str, focus: Sequence[int]) -> Iterator[tuple[str, Shape, int]]:
    for shape in SHAPES:
        for width in shape.widths:
            yield in_shape(around(file, focus), shape, width), shape, width


def thumbnail(file: str, focus: Sequence[int]) -> str:
    """The address of the smallest crop, for staff to know it by."""
    return default_storage.url(in_shape(around(file, focus), CARD, CARD.widths[0]))


def stands_in_for(missing: str) -> str:
    """The file that is shown while what has this name is not there; "" for other names."""
    found = _MADE.fullmatch(missing)
    return found[1] if found else ""


def _any_of(words: Sequence[object]) -> str:
    return f"(?:{'|'.join(map(str, words))})"


_CROPS = [rf"{shape.name}\.{_any_of(shape.widths)}\.{shape.form}" for shape in SHAPES]
_MADE = re.compile(
    rf"([^.]+\.(?:jpg|webp))"
    rf"(?:\.{_any_of(WIDTHS)}\.(?:avif|webp|jpg)|(?:\.\d{{1,3}}-\d{{1,3}})?\.{_any_of(_CROPS)})"
)
