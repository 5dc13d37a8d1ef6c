"""Writers add pictures, and change their own until readers see them; editors change any."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from newsroom.images.models import Image
from newsroom.publishing.revisions import head_of
from tests.articles.making import live_article, make_article
from tests.cast import person
from tests.factories import recorded
from tests.images.adding import ADD, added, form, png, replace

pytestmark = pytest.mark.django_db


def address(image: Image, page: str = "change") -> str:
    return f"/admin/images/image/{image.pk}/{page}/"


def test_a_writer_adds_a_picture_and_changes_it(writer: User, client: Client) -> None:
    client.force_login(writer)
    assert client.post(ADD, form(upload=png())).status_code == 302
    image = Image.objects.get()
    assert image.added_by == writer
    first = image.file
    replace(image, writer, client)
    assert image.file != first


def test_a_writer_finds_the_way_to_a_new_picture_in_a_draft(writer: User, client: Client) -> None:
    client.force_login(writer)
    page = client.get("/admin/articles/article/add/").content.decode()
    assert "/admin/images/image/add/?_popup=1" in page


@pytest.mark.parametrize("page", ["change", "delete"])
def test_the_pictures_of_others_are_to_look_at(page: str, writer: User, client: Client) -> None:
    image = added(added_by=person("wim", "Writer"))
    client.force_login(writer)
    assert client.get(address(image)).status_code == 200
    assert client.post(address(image, page), form(title="Mine", post="yes")).status_code == 403
    assert Image.objects.get().title == "Harbour"


@pytest.mark.parametrize("page", ["change", "delete"])
def test_what_readers_see_is_for_editors_to_change(
    page: str, writer: User, editor: User, client: Client
) -> None:
    image = added(added_by=writer)
    live_article(editor, lead_image=image)
    client.force_login(writer)
    assert client.post(address(image, page), form(post="yes")).status_code == 403
    replace(image, editor, client)


def test_a_picture_of_nobody_is_not_a_writers(writer: User, client: Client) -> None:
    image = added()
    client.force_login(writer)
    assert client.post(address(image), form()).status_code == 403


def test_several_are_deleted_only_by_whom_each_belongs_to(writer: User, client: Client) -> None:
    mine, other = added(added_by=writer), added((20, 20))
    client.force_login(writer)
    chosen = {"action": "delete_selected", "_selected_action": [mine.pk, other.pk], "post": "yes"}
    assert client.post("/admin/images/image/", chosen).status_code == 403
    assert Image.objects.count() == 2


def test_a_draft_of_somebody_else_takes_the_change_with_its_own_next_save(
    writer: User, editor: User, client: Client
) -> None:
    image = added(added_by=writer)
    theirs, own = make_article(lead_image=image), make_article(slug="own", lead_image=image)
    recorded(theirs, editor)
    recorded(own, writer)
    replace(image, writer, client)
    assert (head_of(theirs).number, head_of(own).number) == (1, 2)
    assert recorded(theirs, editor).snapshot["lead_image_shown"]["file"] == image.file
