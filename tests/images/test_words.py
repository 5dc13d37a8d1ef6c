"""Words for those who do not see a picture: its form asks for them, several at once do not."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from newsroom.images.models import Image
from tests.images.adding import ADD, added, form, png

pytestmark = pytest.mark.django_db

NONE = {"texts-0-language": "en", "texts-0-alt": "", "texts-0-caption": ""}
NEEDED = "Say what the picture shows, in one language at least, or mark it as decorative."


def test_a_picture_without_words_is_refused_at_their_field(editor: User, client: Client) -> None:
    client.force_login(editor)
    response = client.post(ADD, form(upload=png(), credit="Kim", **NONE))
    [words] = response.context["inline_admin_formsets"][0].formset.forms
    assert words.errors == {"alt": [NEEDED]}
    assert 'value="Kim"' in response.content.decode()
    assert not Image.objects.exists()


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_words_in_any_language_will_do(editor: User, client: Client, language: str) -> None:
    client.force_login(editor)
    words = {"texts-0-language": language, "texts-0-alt": "港"}
    assert client.post(ADD, form(upload=png(), **words)).status_code == 302
    assert Image.objects.get().texts.get().language == language


def test_a_decorative_picture_needs_none_and_keeps_those_it_has(
    editor: User, client: Client
) -> None:
    client.force_login(editor)
    assert client.post(ADD, form(upload=png(), decorative="on", **NONE)).status_code == 302
    assert not Image.objects.get().texts.exists()
    assert client.post(ADD, form(upload=png(), decorative="on")).status_code == 302
    assert Image.objects.first().texts.get().alt == "A harbour at dusk"


def test_the_last_words_cannot_be_taken_away(editor: User, client: Client) -> None:
    image = added((30, 20))
    client.force_login(editor)
    row = {"0-id": image.texts.get().pk, "0-image": image.pk, "0-DELETE": "on"}
    rows = {f"texts-{name}": value for name, value in row.items()} | {"texts-INITIAL_FORMS": 1}
    address = f"/admin/images/image/{image.pk}/change/"
    assert NEEDED in client.post(address, form(**rows)).content.decode()
    assert client.post(address, form(**rows, decorative="on")).status_code == 302
    assert not image.texts.exists()


def test_the_list_finds_those_without(editor: User, client: Client) -> None:
    added(title="Harbour")
    added((20, 20), title="Bridge").texts.all().delete()
    added((30, 30), title="Line", decorative=True).texts.all().delete()
    client.force_login(editor)
    assert client.get("/admin/images/image/").content.decode().count("words missing") == 1
    found = client.get("/admin/images/image/?words=missing").context["cl"].result_list
    assert [image.title for image in found] == ["Bridge"]


def test_the_form_begins_with_the_language_of_the_page_it_is_for(
    editor: User, client: Client
) -> None:
    client.force_login(editor)
    page = client.get(f"{ADD}?language=ko").content.decode()
    assert '<option value="ko" selected>' in page
    image = added((30, 20))
    page = client.get(f"/admin/images/image/{image.pk}/change/").content.decode()
    assert '<option value="en" selected>' in page  # what it has
    assert '<option value="ja" selected>' in page  # what comes next
