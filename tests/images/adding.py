"""Pictures in the library, added as its form adds them."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from newsroom.images.encoding import encode
from newsroom.images.library import take
from newsroom.images.models import Image
from tests.images.hostile import picture

ADD = "/admin/images/image/add/"


def png(size: tuple[int, int] = (30, 20), **picture_options: object) -> SimpleUploadedFile:
    return SimpleUploadedFile("../../evil.svg", picture(size=size, form="PNG", **picture_options))


def form(**fields: object) -> dict[str, object]:
    rows = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 3}
    words = {"0-language": "en", "0-alt": "A harbour at dusk", "0-caption": ""}
    inline = {f"texts-{name}": value for name, value in {**rows, **words}.items()}
    image = {"title": "Harbour", "credit": "", "licence": "", "focus_x": 50, "focus_y": 50}
    return {**image, **inline, **fields}


def added(size: tuple[int, int] = (600, 400), file: bytes = b"", **fields: object) -> Image:
    """An image with its files, its renditions still to be made."""
    data = BytesIO(file or picture("RGB", size, "PNG"))
    image = Image(**{"title": "Harbour"} | fields)
    take(image, data, encode(data))
    image.texts.create(language="en", alt="A harbour at dusk")
    return image


def replace(image: Image, by: User, client: Client, size: tuple[int, int] = (500, 300)) -> None:
    """Another file for it, as an editor chooses one in the form."""
    client.force_login(by)
    words = {"0-id": image.texts.get().pk, "0-image": image.pk, "INITIAL_FORMS": 1}
    rows = {f"texts-{name}": value for name, value in words.items()}
    address = f"/admin/images/image/{image.pk}/change/"
    response = client.post(address, form(**rows, title=image.title, upload=png(size)))
    assert response.status_code == 302, response.content.decode()
    image.refresh_from_db()


def work_off() -> None:
    """What the worker does next."""
    call_command("worker", batch=True, startup_delay=False, verbosity=0)
