"""From an uploaded file to the one readers get: checked, turned upright, encoded anew.

Nothing of the upload but its pixels survives: no metadata, no name, no trailing bytes.
"""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NoReturn

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MAX_BYTES = 10 * 1024 * 1024
# The process ends itself after some seconds of work: this is for a machine that has none to give.
PATIENCE_SECONDS = 30
_PIXELS = Path(__file__).with_name("pixels.py")

_REASONS = {
    "unreadable": gettext_lazy(
        "This is no picture that can be read. Choose a JPEG, PNG, WebP, GIF or AVIF. If it is one,"
        " it is damaged or very large: save it anew, as a JPEG with fewer pixels."
    ),
    "pixels": gettext_lazy(
        "This picture has too many pixels. Make it smaller, at most 40 megapixels with all its"
        " frames and 12,000 pixels a side, and choose it again."
    ),
    "memory": gettext_lazy(
        "This picture takes too much memory to read. Save it with fewer pixels or as a plain JPEG,"
        " and choose that."
    ),
    "busy": gettext_lazy(
        "The site has too much to do to read pictures just now. Choose it again in a minute."
    ),
    "slow": gettext_lazy(
        "This picture takes too long to read. Save it anew, best as a JPEG, and choose that."
    ),
}


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
    answer, public = _read_apart(data)
    if "refused" in answer:
        _refuse(answer["refused"])
    name = f"{hashlib.sha256(public).hexdigest()[:40]}.{answer['suffix']}"
    return Encoded(data=public, width=answer["width"], height=answer["height"], name=name)


def _read_apart(data: bytes) -> tuple[dict[str, Any], bytes]:
    """A decoder that breaks, or eats all it gets, takes nothing of ours with it."""
    command = [sys.executable, "-I", str(_PIXELS)]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=PATIENCE_SECONDS, env={}, check=False
        )
    except subprocess.TimeoutExpired:
        _refuse("slow")
    except OSError:  # no process is to be had
        _refuse("busy")
    if done.returncode:
        out_of_time = (-signal.SIGXCPU, -signal.SIGKILL)
        _refuse("slow" if done.returncode in out_of_time else "unreadable")
    head, _line, public = done.stdout.partition(b"\n")
    try:
        return json.loads(head), public
    except ValueError:  # it ended before its answer did
        _refuse("unreadable")


def _refuse(reason: str) -> NoReturn:
    raise ValidationError(str(_REASONS[reason]))
