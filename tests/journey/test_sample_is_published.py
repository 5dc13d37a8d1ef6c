"""The sample's manuscript, from file to page: nothing of it is lost on the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from newsroom.publishing.editions import Edition

from . import sample
from .reading import missing_from, shown_at


@pytest.mark.django_db(transaction=True)
def test_every_text_of_the_sample_is_found_on_the_page_of_its_article(
    live_server: LiveServer, browser: Browser
) -> None:
    sample.load()
    path = Edition.objects.get(kind="article").path
    shown = shown_at(f"{live_server.url}/en{path}", browser)
    assert missing_from(shown, sample.manuscript()) == []
