"""The library in a browser: the focal point by click and key, and nothing in anybody's way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page

from newsroom.images.models import Image
from tests.admin_desk.browsing import signed_in
from tests.articles.making import make_article
from tests.images.adding import ADD, added, work_off
from tests.images.hostile import picture
from tests.until import until

pytestmark = pytest.mark.django_db(transaction=True)

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
FINDINGS = """async () => (await axe.run({preload: false})).violations.map(
    v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' | ')}`)"""
CROPPED = "() => document.querySelector('.focus-crop-card').style.objectPosition"


def point(page: Page) -> tuple[str, str]:
    return page.input_value("#id_focus_x"), page.input_value("#id_focus_y")


def test_the_point_follows_clicks_keys_and_fields(
    editor: User, browser: Any, live_server: Any
) -> None:
    image = added((300, 200))
    with signed_in(browser, live_server.url, editor) as context:
        page = context.new_page()
        page.goto(f"/admin/images/image/{image.pk}/change/")
        page.locator(".focus-frame").click(position={"x": 60, "y": 150})
        assert point(page) == ("20", "75")
        for keys in ("ArrowRight", "Shift+ArrowUp", "Shift+ArrowUp", "ArrowDown"):
            page.keyboard.press(keys)
        assert point(page) == ("21", "56")
        assert page.evaluate(CROPPED) == "21% 56%"
        marker = page.get_by_role("button", name="Focal point: 21 % from the left, 56 % from the")
        assert marker.evaluate("marker => marker === document.activeElement")
        for _ in range(3):
            page.keyboard.press("Shift+ArrowLeft")
        page.locator("#id_focus_y").fill("7")
        assert page.evaluate(CROPPED) == "0% 7%"
        with page.expect_navigation():
            page.locator("[name=_save]").click()
        image.refresh_from_db()
        assert image.focus == (0, 7)


def test_a_picture_that_was_just_chosen_can_be_pointed_at(
    editor: User, browser: Any, live_server: Any
) -> None:
    with signed_in(browser, live_server.url, editor) as context:
        page = context.new_page()
        page.goto(ADD)
        assert page.locator(".focus-frame").is_hidden()
        file = {"name": "sea.jpg", "mimeType": "image/jpeg", "buffer": picture(size=(200, 100))}
        page.set_input_files("#id_upload", [file])
        until(page, "() => document.querySelector('.focus-picture').naturalWidth === 200")
        page.locator(".focus-frame").click(position={"x": 150, "y": 50})
        page.locator("#id_title").fill("Sea")
        page.locator("#id_texts-0-alt").fill("The sea")
        with page.expect_navigation():
            page.locator("[name=_save]").click()
        assert Image.objects.get().focus == (75, 50)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_the_library_is_in_anybody_s_way(
    editor: User, browser: Any, live_server: Any, scheme: str
) -> None:
    image = added((300, 200))
    added((200, 300), title="Without words").texts.all().delete()
    article = make_article(lead_image=image)
    work_off()
    with signed_in(browser, live_server.url, editor, color_scheme=scheme) as context:
        page = context.new_page()
        found = {}
        for address in ("", f"{image.pk}/change/", "several/"):
            page.goto(f"/admin/images/image/{address}")
            page.evaluate(AXE)
            found[address] = page.evaluate(FINDINGS)
        page.goto(f"/admin/articles/article/{article.pk}/change/")
        page.evaluate(AXE)
        picker = page.locator(".picker:has(#id_lead_image)")
        picker.locator(".picker-change").click()
        page.keyboard.type("with")
        until(page, "() => document.querySelectorAll('[role=option]').length > 0")
        found["picker"] = page.evaluate(FINDINGS)
    assert {address: said for address, said in found.items() if said} == {}
