"""What is typed is kept for whoever typed it, offered again, and dropped once it is saved."""

import datetime as dt
import re
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError
from django.test import Client
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.revisions import Revision, head_of
from newsroom.unsaved import buffers
from newsroom.unsaved.models import Buffer
from newsroom.unsaved.names import form_of
from newsroom.unsaved.pairs import MAX_LENGTH, posted_again
from tests.admin_desk.desk import at_the_desk, told, url
from tests.factories import recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import ADD_PIECE_PINGS, Browser, marked, piece_form, ping_url, tab_name

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SAVE = {"_continue": "Save draft"}


@pytest.fixture
def draft(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="First words.")
    Shown.objects.create(piece=piece, part=Note.objects.create(title="A note"), position=0)
    recorded(piece, writer)
    return piece


@pytest.fixture
def wren(writer, draft) -> Browser:
    return Browser(writer, ping_url(draft))


def text_of(buffer: Buffer) -> str:
    return posted_again(buffer.body)["text"]


def test_a_ping_keeps_the_form_and_the_next_one_replaces_it(wren, draft):
    tab = tab_name()
    assert wren.keep(piece_form(draft, text="Half a sent"), tab).status_code == 200
    wren.keep(piece_form(draft, text="Half a sentence."), tab, stamp=2)
    buffer = Buffer.objects.get()
    assert text_of(buffer) == "Half a sentence."
    assert (buffer.form, buffer.stamp) == (form_of(Piece, draft.pk), "2")


def test_two_tabs_of_one_person_never_write_over_each_other(wren, draft):
    wren.keep(piece_form(draft, text="One tab."), tab_name())
    wren.keep(piece_form(draft, text="Another tab."), tab_name())
    assert {text_of(buffer) for buffer in Buffer.objects.all()} == {"One tab.", "Another tab."}


def test_the_form_offers_what_is_kept_and_brings_it_back_without_saving(wren, draft):
    tab = tab_name()
    wren.keep(piece_form(draft, text="Not saved yet.", title=""), tab)
    page = wren.client.get(url(draft)).content.decode()
    assert "You have unsaved work from" in page
    assert "Not saved yet." not in page

    brought = wren.client.post(url(draft), {"_bring_back": tab})
    shown = brought.content.decode()
    assert "Not saved yet." in shown
    assert f'name="unsaved_tab" value="{tab}"' in shown
    assert "Please correct the error" not in shown
    draft.refresh_from_db()
    assert (draft.text, draft.version) == ("First words.", 0)
    assert Revision.objects.filter(content=draft.pk).count() == 1


def test_what_was_brought_back_is_saved_like_anything_typed(wren, draft):
    tab = tab_name()
    form = piece_form(draft, text="Not saved yet.")
    wren.keep(form, tab)
    wren.client.post(url(draft), {"_bring_back": tab})
    wren.client.post(url(draft), {**marked(form, tab), **SAVE})
    assert head_of(draft).snapshot["text"] == "Not saved yet."
    assert not Buffer.objects.exists()


def test_saving_drops_the_buffer_of_its_tab_alone_and_names_what_was_saved(wren, draft):
    tab, other = tab_name(), tab_name()
    form = piece_form(draft, text="Typed here.")
    wren.keep(form, tab, stamp=5)
    wren.keep(piece_form(draft, text="Typed there."), other)
    response = wren.client.post(url(draft), {**marked(form, tab, stamp=5), **SAVE})
    assert response.cookies[f"unsaved-saved-{tab}"].value == "5"
    assert [buffer.tab for buffer in Buffer.objects.all()] == [other]


def test_a_save_that_fails_drops_nothing(wren, draft, monkeypatch):
    tab = tab_name()
    form = piece_form(draft, text="Typed here.")
    wren.keep(form, tab)

    def fail(**_: Any) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(lifecycle, "record", fail)
    response = wren.client.post(url(draft), {**marked(form, tab), **SAVE})
    page = response.content.decode()
    assert response.status_code == 503
    assert "Typed here." in page
    assert "the server has no room or is busy" in page
    assert f"unsaved-saved-{tab}" not in response.cookies
    assert Buffer.objects.filter(tab=tab).exists()
    draft.refresh_from_db()
    assert (draft.text, draft.version) == ("First words.", 0)


def test_what_somebody_may_write_no_longer_is_kept_until_they_may_again(wren, writer, draft):
    tab, groups = tab_name(), list(writer.groups.all())
    form = marked(piece_form(draft, text="Typed here."), tab)
    writer.groups.clear()
    assert wren.client.post(url(draft), {**form, **SAVE}).status_code == 403
    writer.groups.set(groups)
    page = wren.client.get(url(draft))
    assert [kept["tab"] for kept in page.context["unsaved"]["kept"]] == [tab]
    assert text_of(Buffer.objects.get()) == "Typed here."


def test_what_the_database_refuses_twice_is_kept(wren, draft, monkeypatch):
    def fail(**_: Any) -> None:
        raise IntegrityError("no such row")

    monkeypatch.setattr(lifecycle, "record", fail)
    wren.client.raise_request_exception = False
    form = marked(piece_form(draft, text="Typed here."), tab_name())
    assert wren.client.post(url(draft), {**form, **SAVE}).status_code == 500
    assert text_of(Buffer.objects.get()) == "Typed here."


def test_a_full_disk_below_uploaded_files_keeps_the_text_too(wren, draft, monkeypatch):
    def fail(**_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(lifecycle, "record", fail)
    form = piece_form(draft, text="Typed here.")
    response = wren.client.post(url(draft), {**form, **SAVE})
    assert response.status_code == 503
    assert "Typed here." in response.content.decode()


@pytest.mark.parametrize("fields", [{"title": ""}, {"edit_version": 7}], ids=["error", "conflict"])
def test_what_was_sent_and_refused_is_kept_at_once(wren, draft, fields):
    tab = tab_name()
    form = piece_form(draft, text="Refused words.", **fields)
    wren.client.post(url(draft), {**marked(form, tab), **SAVE})
    assert text_of(Buffer.objects.get(tab=tab)) == "Refused words."


def test_a_new_piece_is_kept_by_tab_and_offered_to_the_next_new_one(writer):
    wren, tab = Browser(writer, ADD_PIECE_PINGS), tab_name()
    wren.keep(piece_form(title="", text="A first try."), tab)
    wren.keep(piece_form(title="<Ferries>", text="A second try."), tab_name())
    page = wren.client.get("/admin/pieces/piece/add/").content.decode()
    assert '<p class="kept-title">&lt;Ferries&gt;</p>' in page
    assert page.count("You have unsaved work from") == 2 + 1  # and the words for the browser's own
    brought = wren.client.post("/admin/pieces/piece/add/", {"_bring_back": tab})
    assert "A first try." in brought.content.decode()
    form = piece_form(title="New", text="A first try.")
    wren.client.post("/admin/pieces/piece/add/", {**marked(form, tab), **SAVE})
    assert Piece.objects.get().text == "A first try."
    assert [text_of(buffer) for buffer in Buffer.objects.all()] == ["A second try."]


def test_a_row_deleted_meanwhile_comes_back_with_its_text(wren, editor, draft):
    tab = tab_name()
    form = piece_form(draft, text="With its row.", **{"shown-0-position": 7})
    wren.keep(form, tab)
    at_the_desk(editor).post(url(draft), piece_form(draft, **{"shown-0-DELETE": "on"}, **SAVE))
    brought = wren.client.post(url(draft), {"_bring_back": tab})
    formset = brought.context["inline_admin_formsets"][0].formset
    assert not any(formset.errors)
    assert formset.forms[0]["position"].value() == "7"


def test_what_was_typed_about_something_deleted_waits_at_the_form_for_a_new_one(
    wren, editor, draft
):
    tab = tab_name()
    wren.keep(piece_form(draft, text="Still wanted."), tab)
    Browser(editor, ping_url(draft)).keep(piece_form(draft, text="Not wanted."), tab_name())
    lifecycle.delete(content=draft, by=editor)
    assert [text_of(buffer) for buffer in Buffer.objects.all()] == ["Still wanted."]
    brought = wren.client.post("/admin/pieces/piece/add/", {"_bring_back": tab})
    assert "Still wanted." in brought.content.decode()


def test_erasing_drops_what_anybody_kept_of_it(wren, admin, draft):
    wren.keep(piece_form(draft, text="A name."), tab_name())
    old = head_of(draft)
    Piece.objects.filter(pk=draft.pk).update(text="No name.")
    recorded(draft, admin)
    lifecycle.erase(revisions=[old], reason="Asked by a court.", by=admin)
    assert not Buffer.objects.exists()


def test_work_that_is_kept_no_longer_is_said_to_be_gone(wren, draft):
    response = wren.client.post(url(draft), {"_bring_back": tab_name()}, follow=True)
    assert "The server does not keep this any more." in told(response)


def test_what_nobody_came_back_for_is_forgotten_after_thirty_days(writer):
    now = timezone.now()
    for days in (29, 31):
        at = now - dt.timedelta(days=days)
        buffers.keep(user=writer, form="x:add", tab=tab_name(), stamp="1", pairs=[], at=at)
    assert buffers.prune(now) == 1
    assert Buffer.objects.count() == 1


def test_one_person_fills_no_disk_with_tabs_of_one_form(writer):
    for _number in range(buffers.TABS_KEPT + 3):
        buffers.keep(user=writer, form="x:add", tab=tab_name(), stamp="1", pairs=[])
    assert Buffer.objects.count() == buffers.TABS_KEPT


def test_half_characters_and_other_scripts_are_kept_as_far_as_they_can_be(wren, draft):
    tab = tab_name()
    wren.say(tab=tab, stamp="1", pairs=[["text", "日本と韓国 \x00 \ud800 end"]])
    brought = wren.client.post(url(draft), {"_bring_back": tab})
    assert brought.status_code == 200
    assert "日本と韓国" in brought.content.decode()


def test_a_long_text_in_korean_is_saved_like_one_in_english(wren, draft):
    form = piece_form(draft, text="한" * 300_000, **SAVE)
    body = urlencode(form, doseq=True)
    response = wren.client.post(
        url(draft), body, content_type="application/x-www-form-urlencoded", follow=True
    )
    assert response.status_code == 200
    assert head_of(draft).snapshot["text"] == form["text"]


def test_what_is_kept_is_never_too_long_to_be_saved():
    longest = len(quote("한")) * MAX_LENGTH
    assert longest <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_no_button_and_no_token_is_kept(wren, draft):
    tab = tab_name()
    pressed = {"_overwrite": "yes", "csrfmiddlewaretoken": "secret", "_popup": "1"}
    wren.keep(piece_form(draft, edit_version=9, text="Mine.", **pressed), tab)
    kept = posted_again(Buffer.objects.get().body)
    assert "_popup" in kept
    assert not {"_overwrite", "csrfmiddlewaretoken"} & set(kept)


def test_a_form_of_an_older_sign_in_says_where_its_text_is(writer, draft):
    client = Client(enforce_csrf_checks=True)
    client.force_login(writer)
    response = client.post(url(draft), marked(piece_form(draft), tab_name()))
    page = response.content.decode()
    assert response.status_code == 403
    assert "kept in this browser" in page
    assert re.findall(r'<section lang="(\w+)"', page) == ["en", "ja", "ko"]
    assert draft.version == 0


def test_both_versions_are_shown_with_what_the_other_changed(wren, editor, draft):
    wrens = marked(piece_form(draft, text="First words and Wren's."), tab_name())
    wrens["opened_revision"] = "1"
    at_the_desk(editor).post(url(draft), piece_form(draft, text="First words, Edith's.", **SAVE))
    conflict = wren.client.post(url(draft), {**wrens, **SAVE}).context["conflict"]
    assert (conflict.theirs.words_added, conflict.theirs.words_removed) > (0, 0)
    changed = {run.text.strip() for run in conflict.mine.changes[0].lines[0].runs}
    assert any("Wren" in text for text in changed)
    assert any("Edith" in text for text in changed)


def test_what_saving_over_it_would_leave_beside_mine_does_not_count_as_removed(wren, editor, draft):
    wrens = piece_form(draft, text="Wren's.")
    note = Note.objects.create(title="Edith's note")
    Shown.objects.create(piece=draft, part=note, position=1)
    at_the_desk(editor).post(url(draft), piece_form(draft, text="Edith's.", **SAVE))
    conflict = wren.client.post(url(draft), {**wrens, **SAVE}).context["conflict"]
    assert [change.what for change in conflict.mine.changes] == ["changed"]
    wren.client.post(url(draft), {**wrens, "_overwrite": "1"})
    assert Shown.objects.filter(piece=draft).count() == 2


def test_a_brought_back_form_of_an_older_version_shows_the_conflict_at_once(wren, editor, draft):
    tab = tab_name()
    wren.keep(piece_form(draft, text="Wren's."), tab)
    at_the_desk(editor).post(url(draft), piece_form(draft, text="Edith's.", **SAVE))
    brought = wren.client.post(url(draft), {"_bring_back": tab})
    assert brought.context["conflict"].who == "edith"
    assert Revision.objects.filter(content=draft.pk).count() == 2


def test_a_form_that_may_only_be_read_keeps_nothing(moderator, draft):
    page = at_the_desk(moderator).get(url(draft)).content.decode()
    assert "unsaved/form.js" not in page
    assert 'id="unsaved"' not in page
