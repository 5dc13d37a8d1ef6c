"""What an upload must survive before readers get anything of it."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image as Pillow

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


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="svg"),
        pytest.param(b"GIF89a" + b"\0" * 20, id="broken gif"),
        pytest.param(b"%PDF-1.4", id="pdf"),
        pytest.param(file(form="TIFF").getvalue(), id="tiff"),
        pytest.param(file().getvalue()[:200], id="cut short"),
    ],
)
def test_what_is_no_accepted_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValidationError, match="no picture that can be read"):
        encode(BytesIO(data))


def test_too_many_bytes_are_refused_before_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "MAX_BYTES", 100)
    with pytest.raises(ValidationError, match="larger than"):
        encode(file())


def test_pixels_are_counted_over_all_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = [Pillow.new("RGB", (40, 20), colour) for colour in ("red", "green", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    out.seek(0)
    monkeypatch.setattr(encoding, "MAX_PIXELS", 40 * 20 * 2)
    with pytest.raises(ValidationError, match="too many pixels"):
        encode(out)
