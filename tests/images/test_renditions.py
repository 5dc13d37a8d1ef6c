"""Renditions: in every width and format, made later, and never missed meanwhile."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image as Pillow

from newsroom.images import names, renditions
from newsroom.images.models import Image, ImageFile
from tests.articles.making import live_article
from tests.images.adding import added, work_off

pytestmark = pytest.mark.django_db(transaction=True)


def addresses(page: str) -> list[str]:
    """Every address of the picture on a page, the widths of each format in order."""
    sets = re.findall(r'srcset="([^"]+)"', page)
    return [one.split()[0] for srcset in sets for one in srcset.split(", ")]


def fetched(client: Client, address: str) -> tuple[Any, Pillow.Image]:
    response = client.get(address)
    assert response.status_code == 200, address
    return response, Pillow.open(BytesIO(b"".join(response)))


def test_until_they_are_made_the_whole_picture_stands_in(editor: User, client: Client) -> None:
    image = added((1300, 700))
    article, _edition = live_article(editor, lead_image=image)
    page = client.get(f"/en/articles/{article.slug}/").content.decode()
    assert len(addresses(page)) == 12
    for address in addresses(page):
        response, picture = fetched(client, address)
        assert response["Content-Type"] == "image/jpeg"
        assert response["Cache-Control"] == "public, max-age=60"
        assert picture.size == (1300, 700)


def test_the_worker_makes_all_that_a_page_names(editor: User, client: Client) -> None:
    image = added((1300, 700))
    article, _edition = live_article(editor, lead_image=image)
    work_off()
    page = client.get(f"/en/articles/{article.slug}/").content.decode()
    shown = [fetched(client, address) for address in addresses(page)]
    assert [picture.format for _, picture in shown] == ["AVIF"] * 4 + ["WEBP"] * 4 + ["JPEG"] * 4
    assert [picture.width for _, picture in shown] == [480, 800, 1200, 1300] * 3
    assert re.findall(r"(\d+)w", page) == ["480", "800", "1200", "1300"] * 3
    assert all("immutable" in response["Cache-Control"] for response, _ in shown)
    assert 'width="1300" height="700"' in page


def test_a_small_picture_is_made_no_larger(editor: User) -> None:
    image = added((300, 200))
    work_off()
    name = names.in_width(image.file, 480, "avif")
    with default_storage.open(name) as stored:
        assert Pillow.open(stored).size == (300, 200)
    assert not default_storage.exists(names.in_width(image.file, 800, "avif"))


def test_transparency_survives_in_every_format() -> None:
    glass = BytesIO()
    Pillow.new("RGBA", (900, 600), (0, 0, 255, 100)).save(glass, "PNG")
    image = added(file=glass.getvalue())
    work_off()
    for name, _rung, _form in names.in_widths(image.file, image.width):
        with default_storage.open(name) as stored:
            assert Pillow.open(stored).has_transparency_data


def test_what_a_killed_worker_left_is_made_by_the_next_tidying(editor: User) -> None:
    image = added()
    whole = names.in_width(image.file, 480, "webp")
    work_off()
    default_storage.delete(whole)
    half = names.in_width(image.file, 480, "avif")
    default_storage.delete(half)
    default_storage.save(half, BytesIO(b"half a fi"))
    ImageFile.objects.update(has_renditions=False)
    renditions.make_missing()
    work_off()
    assert default_storage.size(whole) > 100
    assert default_storage.size(half) > 100


def test_an_image_deleted_before_its_turn_is_no_failure() -> None:
    Image.objects.get(pk=added().pk).delete()
    work_off()


@pytest.mark.parametrize(
    "name", ["{}.481.avif", "{}.480.svg", "{}.480.avif.480.avif", "gone.jpg.480.avif", "{}.avif"]
)
def test_nothing_stands_in_for_what_no_page_names(name: str, client: Client) -> None:
    assert client.get(f"/media/{name.format(added().file)}").status_code == 404


def test_lists_show_a_smaller_picture(editor: User, client: Client) -> None:
    image = added((1300, 700))
    live_article(editor, lead_image=image)
    work_off()
    page = client.get("/en/articles/").content.decode()
    assert f'src="/media/{image.file}"' not in page
    for address in addresses(page):
        _response, picture = fetched(client, address)
        assert picture.format == "WEBP"
        assert picture.width < 1300
