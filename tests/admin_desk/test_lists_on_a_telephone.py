"""On a telephone a list says of each content what it says on a screen: nothing is out of sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from newsroom.staff.models import Preferences

from .browsing import signed_in

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 390, "height": 844}
COLUMNS = ("title", "standing", "in_languages", "saved")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_title_status_language_and_date_are_within_the_screen(
    browser: Browser, live_server, ada, article, language
):
    Preferences.objects.create(user=ada, language=language)
    with signed_in(browser, live_server.url, ada, viewport=PHONE) as desk:
        page = desk.new_page()
        page.goto("/admin/articles/article/")
        for column in COLUMNS:
            box = page.locator(f"#result_list tbody .field-{column}").bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"] - 15, column
