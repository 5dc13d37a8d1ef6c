"""Pictures that are meant to do harm: refused with a reason, or made harmless; cheaply."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from PIL import Image as Pillow

from newsroom.images import encoding, pixels
from newsroom.images.encoding import MAX_BYTES, encode
from tests.images import measured
from tests.images.hostile import ACCEPTED, REFUSED, SCRIPT, picture

pytestmark = pytest.mark.long

SECONDS = 5
MEMORY = 256 * 1024 * 1024
ALL = {**{name: make for name, (_reason, make) in REFUSED.items()}, **ACCEPTED}

# Some take seconds to make.
made = cache(lambda make: make())


@pytest.mark.parametrize(("reason", "make"), REFUSED.values(), ids=REFUSED)
def test_what_is_hostile_is_refused_with_a_reason(reason: str, make: Callable[[], bytes]) -> None:
    data = made(make)
    assert len(data) <= MAX_BYTES
    with pytest.raises(ValidationError, match=reason):
        encode(BytesIO(data))


@pytest.mark.parametrize("make", ACCEPTED.values(), ids=ACCEPTED)
def test_what_is_only_odd_is_encoded_anew(make: Callable[[], bytes]) -> None:
    encoded = encode(BytesIO(made(make)))
    assert SCRIPT not in encoded.data
    public = Pillow.open(BytesIO(encoded.data))
    assert public.format in ("JPEG", "WEBP")
    assert public.size == (encoded.width, encoded.height)
    assert not public.getexif()
    assert not {"icc_profile", "xmp", "exif", "comment"} & set(public.info)
    assert getattr(public, "n_frames", 1) == 1


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_none_takes_more_than_it_may(make: Callable[[], bytes]) -> None:
    command = [sys.executable, measured.__file__, sys.executable, "-I", pixels.__file__]
    done = subprocess.run(command, input=made(make), capture_output=True, check=True)
    took = json.loads(done.stderr.splitlines()[-1])
    assert took["code"] == 0
    assert took["cpu"] < SECONDS
    assert took["bytes"] < MEMORY


def test_a_decoder_that_never_ends_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = tmp_path / "endless.py"
    limit = "resource.setrlimit(resource.RLIMIT_CPU, (1, 1))"
    endless.write_text(f"import resource\n{limit}\nwhile True: pass\n")
    monkeypatch.setattr(encoding, "_PIXELS", endless)
    with pytest.raises(ValidationError, match="too long to read"):
        encode(BytesIO(picture()))


def test_a_decoder_that_crashes_takes_nobody_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashing = tmp_path / "crashing.py"
    crashing.write_text("import os\nos.abort()\n")
    monkeypatch.setattr(encoding, "_PIXELS", crashing)
    with pytest.raises(ValidationError, match="no picture that can be read"):
        encode(BytesIO(picture()))


def test_memory_is_refused_by_the_system_not_only_by_manners() -> None:
    greedy = "import sys; sys.argv=['']; from newsroom.images import pixels; pixels._confine()"
    command = [sys.executable, "-c", f"{greedy}; bytearray({MEMORY})"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "MemoryError" in done.stderr


def test_colours_of_16_bits_keep_their_brightness() -> None:
    encoded = encode(BytesIO(ACCEPTED["16 bits"]()))
    red, _green, _blue = Pillow.open(BytesIO(encoded.data)).getpixel((5, 5))
    assert abs(red - 40_000 // 256) < 3
