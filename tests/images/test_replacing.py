"""Another file for an image: drafts take it at once, readers when these are published."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.test import Client

from articles.models import Picture
from newsroom.images import leftovers
from newsroom.images.models import ImageFile
from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change
from newsroom.publishing.revisions import head_of
from tests.articles.making import live_article, make_article, place
from tests.factories import published, recorded
from tests.images.adding import added, form, replace

pytestmark = pytest.mark.django_db


def test_readers_keep_the_file_until_the_new_one_is_published(editor: User, client: Client) -> None:
    image = added()
    old = image.file
    article, _edition = live_article(editor, lead_image=image)
    place(article, Picture, image=image)
    published(article, by=editor, change=Change.MINOR)
    address = f"/en/articles/{article.slug}/"
    replace(image, editor, client)
    assert image.file != old
    page = client.get(address).content.decode()
    assert old in page
    assert image.file not in page
    assert client.get(f"/media/{old}").status_code == 200
    lifecycle.publish(revision=head_of(article), by=editor, change=Change.MINOR)
    page = client.get(address).content.decode()
    assert old not in page
    assert page.count(f'src="/media/{image.file}"') == 2


def test_each_draft_that_shows_it_has_a_new_revision(editor: User, client: Client) -> None:
    image, other = added(), added((20, 20))
    lead, body, beside = (make_article(title=title, slug=title) for title in "abc")
    lead.lead_image, beside.lead_image = image, other
    lead.save()
    beside.save()
    place(body, Picture, image=image)
    for article in (lead, body, beside):
        recorded(article, editor)
    replace(image, editor, client)
    assert [head_of(article).number for article in (lead, body, beside)] == [2, 2, 1]
    assert head_of(lead).snapshot["lead_image_shown"]["file"] == image.file
    assert head_of(lead).comment == "The image “Harbour” changed."
    page = client.get(f"/admin/images/image/{image.pk}/change/").content.decode()
    assert "2 drafts that show it have a new revision" in page


def test_other_words_make_drafts_too_and_saving_what_is_there_makes_none(
    editor: User, client: Client
) -> None:
    image = added()
    article = make_article(lead_image=image)
    recorded(article, editor)
    client.force_login(editor)
    address = f"/admin/images/image/{image.pk}/change/"
    rows = {"INITIAL_FORMS": 1, "0-id": image.texts.get().pk, "0-image": image.pk}
    same = form(**{f"texts-{name}": value for name, value in rows.items()})
    client.post(address, same)
    assert head_of(article).number == 1
    client.post(address, same | {"texts-0-alt": "A harbour at dawn"})
    assert head_of(article).snapshot["lead_image_shown"]["alt"] == "A harbour at dawn"


def test_the_old_file_stays_while_the_image_does(editor: User, client: Client) -> None:
    image = added()
    article = make_article(lead_image=image)
    recorded(article, editor)
    replace(image, editor, client)
    leftovers.sweep()
    assert ImageFile.objects.filter(image=image).count() == 2
    for file in image.files.all():
        assert default_storage.exists(file.name)
        assert file.original.storage.exists(file.original.name)


def test_a_file_can_come_back(editor: User, client: Client) -> None:
    image = added((500, 300))
    first = image.file
    replace(image, editor, client, (200, 200))
    replace(image, editor, client, (500, 300))
    assert image.file == first
