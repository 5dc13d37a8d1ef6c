"""Several pictures at once: by a plain form, or one by one by the script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from newsroom.images import forms
from newsroom.images.models import Image
from tests.admin_desk.browsing import signed_in
from tests.images.hostile import picture
from tests.until import until

pytestmark = pytest.mark.django_db

SEVERAL = "/admin/images/image/several/"
DROP = """bytes => {
  const dropped = new DataTransfer();
  for (const name of ["one.jpg", "two.jpg"]) {
    dropped.items.add(new File([new Uint8Array(bytes)], name, {type: "image/jpeg"}));
  }
  const event = new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true});
  document.querySelector(".picture-drop").dispatchEvent(event);
}"""


def file(name: str, data: bytes = b"", side: int = 20) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or picture(size=(side, side)))


def send(client: Client, files: Sequence[SimpleUploadedFile], **headers: str) -> Any:
    return client.post(SEVERAL, {"upload": files}, headers=headers, follow=True)


def test_one_that_is_refused_keeps_out_no_other(writer: User, client: Client) -> None:
    client.force_login(writer)
    files = [file("two_chairs-at.table.jpg"), file("evil.png", b"<svg/>"), file("sea.gif", side=9)]
    page = send(client, files).content.decode()
    assert "2 pictures were added" in page
    assert "“evil.png” was left out. This is no picture that can be read" in page
    added = Image.objects.order_by("pk").values_list("title", "added_by")
    assert list(added) == [("two chairs at.table", writer.pk), ("sea", writer.pk)]


def test_the_script_is_told_of_each(editor: User, client: Client) -> None:
    client.force_login(editor)
    good = send(client, [file("sea.jpg")], accept="application/json").json()
    image = Image.objects.get()
    change = f"/admin/images/image/{image.pk}/change/"
    small = f"/media/{image.file}.card.480.webp"
    assert good == {"title": "sea", "thumbnail": small, "url": change}
    bad = send(client, [file("sea.jpg", b"no")], accept="application/json").json()
    assert "no picture that can be read" in bad["refusal"]
    none = send(client, [], accept="application/json")
    assert none.json() == {"refusal": "Choose a picture."}


def test_too_many_at_once_are_refused_before_any_is_read(
    editor: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "AT_ONCE", 2)
    client.force_login(editor)
    page = send(client, [file(f"{number}.jpg") for number in range(3)]).content.decode()
    assert "Choose at most 2 pictures at a time." in page
    assert not Image.objects.exists()


@pytest.mark.parametrize("name", ["", ".jpg", "___.png", "\u202e\u0000.png", "a" * 300 + ".png"])
def test_any_name_makes_a_title(name: str) -> None:
    assert 0 < len(forms.title_of(name)) <= 200
    assert "\u202e" not in forms.title_of(name)


@pytest.mark.django_db(transaction=True)
def test_pictures_that_are_chosen_go_up_with_progress(
    writer: User, browser: Any, live_server: Any
) -> None:
    with signed_in(browser, live_server.url, writer) as context:
        page = context.new_page()
        page.goto(SEVERAL)
        files = [
            {"name": "sea.jpg", "mimeType": "image/jpeg", "buffer": picture()},
            {"name": "evil.png", "mimeType": "image/png", "buffer": b"<svg/>"},
        ]
        page.set_input_files("input[type=file]", files)
        lines = page.locator(".pictures-sent li")
        until(page, "() => document.querySelectorAll('.pictures-sent a[href]').length === 1")
        until(page, "() => document.querySelectorAll('.picture-refused').length === 1")
        assert "no picture that can be read" in lines.nth(1).inner_text()
        link = lines.nth(0).get_by_role("link", name="Give it words")
        assert link.get_attribute("href") == f"/admin/images/image/{Image.objects.get().pk}/change/"


@pytest.mark.django_db(transaction=True)
def test_pictures_that_are_dropped_go_up(writer: User, browser: Any, live_server: Any) -> None:
    with signed_in(browser, live_server.url, writer) as context:
        page = context.new_page()
        page.goto(SEVERAL)
        page.evaluate(DROP, list(picture()))
        until(page, "() => document.querySelectorAll('.pictures-sent a[href]').length === 2")
    assert [image.title for image in Image.objects.order_by("pk")] == ["one", "two"]
