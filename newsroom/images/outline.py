"""Images in comparisons: which it is, and the words that readers get with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from django.utils.translation import gettext

from newsroom.publishing.compare.outlines import lines
from newsroom.publishing.compare.pieces import Line
from newsroom.publishing.kinds import Snapshot

from .models import Image, ImageText

# A file is named by what it holds, so its name tells when a picture was replaced.
_NAME = 8


def image_lines(frozen: Snapshot) -> Iterator[Line]:
    """Named apart from the fields of what shows the image, which may have a caption too."""
    for line in _lines(frozen):
        yield replace(line, name=f"image_{line.name}")


def _lines(frozen: Snapshot) -> Iterator[Line]:
    yield from lines(ImageText, frozen, ("alt", "caption"))
    yield from lines(Image, frozen, ("credit", "licence", "decorative"))
    file = gettext("%(width)s × %(height)s pixels, %(name)s") % {
        "width": frozen["width"],
        "height": frozen["height"],
        "name": PurePath(frozen["file"]).stem[:_NAME],
    }
    yield Line("file", gettext("Picture file"), file)
    x, y = frozen["focus"]
    point = gettext("%(x)s %% from the left, %(y)s %% from the top") % {"x": x, "y": y}
    yield Line("focus", gettext("Focal point"), point)
