"""What an upload must survive before readers get anything of it."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image as Pillow
from PIL import ImageCms

from newsroom.images import encoding
from newsroom.images.encoding import encode


def file(mode: str = "RGB", size: tuple[int, int] = (40, 20), form: str = "JPEG", **save: object):
    out = BytesIO()
    Pillow.new(mode, size, (255, 0, 0, 128)[: len(mode)]).save(out, form, **save)
    out.seek(0)
    return out


def test_metadata_does_not_survive() -> None:
    exif = Pillow.Exif()
    exif[0x010E] = "taken at a secret place"
    encoded = encode(file(exif=exif))
    assert b"secret" not in encoded.data
    assert not Pillow.open(BytesIO(encoded.data)).getexif()


def test_a_picture_on_its_side_is_turned_upright() -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    assert (encode(file(exif=exif)).width, encode(file(exif=exif)).height) == (20, 40)


def test_transparency_survives() -> None:
    encoded = encode(file("RGBA", form="PNG"))
    assert encoded.name.endswith(".webp")
    assert Pillow.open(BytesIO(encoded.data)).has_transparency_data


def test_large_pictures_are_made_smaller_for_readers() -> None:
    encoded = encode(file(size=(3000, 1500)))
    assert (encoded.width, encoded.height) == (2000, 1000)


def test_the_name_comes_from_the_content() -> None:
    assert encode(file()).name == encode(file()).name != encode(file(size=(41, 20))).name


def test_too_many_bytes_are_refused_before_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "MAX_BYTES", 100)
    with pytest.raises(ValidationError, match="larger than"):
        encode(file())


def test_colours_of_another_space_become_those_of_the_web() -> None:
    swapped = ImageCms.ImageCmsProfile(BytesIO(_profile_with_red_and_blue_exchanged()))
    encoded = encode(file(icc_profile=swapped.tobytes()))
    red, _green, blue = Pillow.open(BytesIO(encoded.data)).getpixel((5, 5))
    assert blue > 200 > 50 > red


def _profile_with_red_and_blue_exchanged() -> bytes:
    """sRGB, with the tags of two of its colours under each other's name."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return data.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
