"""The focal point: lists crop around it, once what shows the picture is published."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image as Pillow

from articles.kind import ARTICLE
from articles.models import Picture
from newsroom.images import names
from newsroom.images.models import Image
from newsroom.images.names import CARD, CENTRE, LINK
from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change
from newsroom.publishing.revisions import head_of
from tests.articles.making import live_article, make_article, place
from tests.factories import recorded
from tests.images.adding import added, form, work_off

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]

RED, BLUE = (200, 0, 0), (0, 0, 200)


def red_then_blue(size: tuple[int, int] = (1600, 400)) -> bytes:
    """Left of the middle it is red."""
    image, out = Pillow.new("RGB", size, BLUE), BytesIO()
    image.paste(RED, (0, 0, size[0] // 2, size[1]))
    image.save(out, "PNG")
    return out.getvalue()


def stored(name: str) -> Pillow.Image:
    with default_storage.open(name) as file:
        return Pillow.open(BytesIO(file.read()))


def is_red(image: Pillow.Image) -> bool:
    """All of it, from the left to the right."""
    ends = (image.convert("RGB").getpixel((x, 9)) for x in (3, image.width - 4))
    return all(red > 150 and blue < 60 for red, _green, blue in ends)


def move_focus(image: Image, client: Client, x: object, y: object = 50) -> int:
    words = {"0-id": image.texts.get().pk, "0-image": image.pk, "INITIAL_FORMS": 1}
    rows = {f"texts-{name}": value for name, value in words.items()}
    change = f"/admin/images/image/{image.pk}/change/"
    return client.post(change, form(**rows, focus_x=x, focus_y=y)).status_code


def shown_on_cards(client: Client) -> set[str]:
    page = client.get("/en/articles/").content.decode()
    return set(re.findall(r'/media/([^"\s]+)', page))


def test_crops_keep_what_the_point_is_on() -> None:
    image = added(file=red_then_blue(), focus_x=0)
    work_off()
    for name, shape, width in names.in_shapes(image.file, image.focus):
        crop = stored(name)
        assert is_red(crop), name
        assert crop.width == min(width, int(400 * shape.width_to_height))
        assert crop.width / crop.height == pytest.approx(shape.width_to_height, abs=0.01)
    assert stored(names.in_shape(f"{image.file}.0-50", LINK, 1200)).format == "JPEG"


def test_readers_keep_the_old_crop_until_the_new_is_published(editor: User, client: Client) -> None:
    image = added(file=red_then_blue())
    article, _edition = live_article(editor, lead_image=image)
    old = {names.in_shape(image.file, CARD, width) for width in (480, 800)}
    new = {names.in_shape(f"{image.file}.0-20", CARD, width) for width in (480, 800)}
    assert shown_on_cards(client) == old
    client.force_login(editor)
    assert move_focus(image, client, 0, 20) == 302
    assert shown_on_cards(client) == old
    lifecycle.publish(revision=head_of(article), by=editor, change=Change.MINOR)
    assert shown_on_cards(client) == new
    for name in new:
        assert client.get(f"/media/{name}")["Cache-Control"] == "public, max-age=60"
    work_off()
    for name in (*old, *new):
        assert "immutable" in client.get(f"/media/{name}")["Cache-Control"]
    assert is_red(stored(max(new)))


@pytest.mark.parametrize("wrong", ["101", "-1", "", "left", "9" * 40])
def test_a_point_outside_the_picture_is_refused(editor: User, client: Client, wrong: str) -> None:
    image = added((30, 20))
    client.force_login(editor)
    assert move_focus(image, client, wrong) == 200
    image.refresh_from_db()
    assert image.focus == CENTRE


def test_a_revision_from_before_has_its_points_in_the_middle(editor: User) -> None:
    article = make_article(lead_image=added((30, 20)))
    place(article, Picture, image=added((20, 20)))
    head = recorded(article, editor)
    older = {**head.snapshot, "blocks": [dict(block) for block in head.snapshot["blocks"]]}
    older["lead_image_shown"] = dict(older["lead_image_shown"])
    del older["lead_image_shown"]["focus"]
    for block in older["blocks"]:
        if "shown" in block:
            block["shown"] = {name: it for name, it in block["shown"].items() if name != "focus"}
    assert ARTICLE.load(older, 2) == head.snapshot
    assert ARTICLE.project(ARTICLE.load(older, 2)).lead_image == article.lead_image.file
