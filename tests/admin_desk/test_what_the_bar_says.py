"""The bar says how the draft stands: whoever writes far below sees nothing else of it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import time_machine
from playwright.sync_api import expect

from newsroom.staff.models import Preferences
from tests.factories import published, recorded
from tests.pieces.models import Piece

from .browsing import saved
from .desk import at_the_desk, piece_form, url

pytestmark = pytest.mark.django_db

AT = dt.datetime(2026, 6, 1, 8, 50, tzinfo=dt.UTC)


def bar(page) -> str:
    html = page.content.decode()
    return re.sub(r"\s+", " ", html[html.index('class="submit-row save-bar"') :])


@pytest.fixture
def draft(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="Words.")
    recorded(piece, writer)
    return piece


def sent(user, draft: Piece, button: str, **fields):
    draft.refresh_from_db()
    form = piece_form(draft, **fields, **{button: "yes"})
    return at_the_desk(user).post(url(draft), form, follow=True)


def test_a_save_is_told_with_its_hour_in_the_persons_own_time(writer, draft):
    Preferences.objects.create(user=writer, time_zone="Asia/Seoul")
    with time_machine.travel(AT):
        page = sent(writer, draft, "_continue", text="New words.")
        assert ">Saved 17:50, revision 2</p>" in bar(page)


def test_what_was_submitted_waits_for_a_decision_even_while_an_older_text_is_live(
    writer, editor, draft
):
    published(draft, by=editor)
    assert "badge-live" in bar(at_the_desk(writer).get(url(draft)))
    page = sent(writer, draft, "_submit", text="New words.")
    assert "Waiting for a decision" in bar(page)
    page = sent(writer, draft, "_continue", text="Newer words.")
    assert "Live, edited since" in bar(page)


def test_what_a_step_refused_stands_in_the_bar_and_nowhere_else(writer, draft):
    page = sent(writer, draft, "_publish", text="New words.")
    assert "You have no right to publish." in bar(page)
    assert page.content.decode().count("You have no right to publish.") == 1


@pytest.mark.django_db(transaction=True)
def test_the_last_save_is_told_until_something_is_typed(opened, article):
    said = opened.locator("#unsaved-kept")
    expect(said).to_contain_text("revision 1")
    opened.locator(".ProseMirror[contenteditable]").last.click()
    opened.keyboard.type("More.")
    expect(said).to_contain_text("Not saved yet")
    saved(opened, lambda: opened.keyboard.press("Control+s"))
    expect(said).to_have_text(re.compile(r"^Saved \d\d:\d\d, revision 2$"))
    expect(said).to_be_in_viewport()
    opened.keyboard.type("Still more.")
    expect(said).to_contain_text("Not saved yet")
