"""Two people at one draft: nobody's text is lost, whoever saves last."""

import re
from typing import Any

import pytest

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.unsaved.telling import what_moved
from newsroom.publishing.kinds import all_kinds
from newsroom.publishing.revisions import Revision, head_of
from tests.factories import recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, piece_form, rows_form, url

pytestmark = pytest.mark.django_db

SAVE = {"_continue": "Save draft"}
OVERWRITE = "_overwrite"


def pressed(page: Any) -> dict[str, str]:
    """What the button sends that saves over the version on this page."""
    (version,) = re.findall(rf'name="{OVERWRITE}" value="([^"]*)"', page.content.decode())
    return {OVERWRITE: version}


@pytest.fixture
def parts() -> list[Note]:
    return [Note.objects.create(title=f"Note {number}") for number in range(3)]


@pytest.fixture
def draft(writer, parts) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="First words.")
    for position, part in enumerate(parts):
        Shown.objects.create(piece=piece, part=part, position=position)
    recorded(piece, writer)
    return piece


def test_a_save_over_somebody_elses_is_refused_with_the_text_still_in_the_form(
    writer, editor, draft
):
    wrens = piece_form(draft, text="Wren's words.", **SAVE)
    at_the_desk(editor).post(url(draft), piece_form(draft, text="Edith's words.", **SAVE))
    response = at_the_desk(writer).post(url(draft), wrens)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Wren&#x27;s words." in page
    assert "edith saved this" in page
    assert 'name="_overwrite"' in page
    assert head_of(draft).snapshot["text"] == "Edith's words."


def test_saving_again_without_a_look_is_refused_again(writer, editor, draft):
    wrens = piece_form(draft, text="Wren's words.", **SAVE)
    at_the_desk(editor).post(url(draft), piece_form(draft, text="Edith's words.", **SAVE))
    response = at_the_desk(writer).post(url(draft), wrens)
    shown = response.context["adminform"].form["edit_version"].value()
    again = at_the_desk(writer).post(url(draft), {**wrens, "edit_version": shown})
    assert again.context["adminform"].form.conflict


def test_save_mine_anyway_saves_and_keeps_the_other_text_in_the_history(writer, editor, draft):
    wrens = piece_form(draft, text="Wren's words.")
    at_the_desk(editor).post(url(draft), piece_form(draft, text="Edith's words.", **SAVE))
    refused = at_the_desk(writer).post(url(draft), {**wrens, **SAVE})
    response = at_the_desk(writer).post(url(draft), {**wrens, **pressed(refused)})
    assert response.url == url(draft)
    texts = [r.snapshot["text"] for r in Revision.objects.filter(content=draft.pk)]
    assert texts == ["Wren's words.", "Edith's words.", "First words."]
    draft.refresh_from_db()
    assert draft.version == 2


def test_what_was_saved_while_somebody_chose_is_shown_before_it_gives_way(
    writer, editor, admin, draft
):
    wrens, ediths, adas = (
        piece_form(draft, text=f"{who}'s words.", opened_revision=1, **SAVE)
        for who in ("Wren", "Edith", "Ada")
    )
    at_the_desk(editor).post(url(draft), ediths)
    beside_ediths = at_the_desk(writer).post(url(draft), wrens)
    at_the_desk(admin).post(url(draft), {**adas, "edit_version": 1})

    again = at_the_desk(writer).post(url(draft), {**wrens, **pressed(beside_ediths)})
    assert again.context["conflict"].who == "ada"
    assert head_of(draft).snapshot["text"] == "Ada's words."

    saved = at_the_desk(writer).post(url(draft), {**wrens, **pressed(again)})
    assert saved.status_code == 302
    assert head_of(draft).snapshot["text"] == "Wren's words."


@pytest.mark.parametrize("value", ["", "yes", "-1", "9" * 40, "2"])
def test_a_choice_that_names_no_version_that_is_stored_saves_nothing(writer, editor, draft, value):
    wrens = piece_form(draft, text="Wren's words.")
    at_the_desk(editor).post(url(draft), piece_form(draft, text="Edith's words.", **SAVE))
    response = at_the_desk(writer).post(url(draft), {**wrens, OVERWRITE: value})
    assert response.context["adminform"].form.conflict


def test_a_form_without_its_version_is_refused(writer, draft):
    form = piece_form(draft, text="No version.", **SAVE)
    del form["edit_version"]
    response = at_the_desk(writer).post(url(draft), form)
    assert response.context["adminform"].form.conflict


def test_a_form_with_errors_of_its_own_does_not_raise_the_version(writer, draft):
    """Or the next save of the same person would be in conflict with this one."""
    response = at_the_desk(writer).post(url(draft), piece_form(draft, title="", **SAVE))
    assert response.status_code == 200
    draft.refresh_from_db()
    assert draft.version == 0


def test_a_restored_draft_is_in_conflict_with_a_form_opened_before(writer, editor, draft):
    first = head_of(draft)
    at_the_desk(editor).post(url(draft), piece_form(draft, text="Edith's words.", **SAVE))
    draft.refresh_from_db()
    form = piece_form(draft, text="Wren's words.", **SAVE)
    lifecycle.restore(revision=first, by=editor)
    assert at_the_desk(writer).post(url(draft), form).context["adminform"].form.conflict


@pytest.mark.parametrize("button", ["_continue", "_submit", "_publish"])
def test_a_save_that_changed_nothing_is_in_nobodys_way(writer, editor, draft, button):
    wrens = piece_form(draft, text="Wren's words.", **SAVE)
    unchanged = at_the_desk(editor).post(url(draft), piece_form(draft, **{button: "yes"}))
    assert unchanged.status_code == 302
    assert what_moved(draft, 0, writer) == ""
    assert at_the_desk(writer).post(url(draft), wrens).status_code == 302
    assert head_of(draft).snapshot["text"] == "Wren's words."


def test_restoring_what_the_draft_says_is_in_nobodys_way(writer, editor, draft):
    wrens = piece_form(draft, text="Wren's words.", **SAVE)
    lifecycle.restore(revision=head_of(draft), by=editor)
    assert at_the_desk(writer).post(url(draft), wrens).status_code == 302


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_the_snapshots_hold_all_that_forms_save(kind, editor):
    """Where they do not, the edit lock would not be raised by a change of the rest."""
    own = {"id", "content_ptr", "kind", "translation_key", "version", "settled_at"}
    content = kind.model(title="Something")
    content.save()
    snapshot = recorded(content, editor).snapshot
    fields = {field.name for field in content._meta.concrete_fields if field.editable}
    assert fields - own <= set(snapshot)


def test_a_row_that_somebody_deleted_comes_back_with_save_mine_anyway(writer, editor, draft, parts):
    wrens = piece_form(draft, text="Wren's words.", **{"shown-1-position": 7})
    first, gone, last = Shown.objects.filter(piece=draft)
    ediths = piece_form(draft, **{"shown-1-DELETE": "on"}, **SAVE)
    at_the_desk(editor).post(url(draft), ediths)
    assert not Shown.objects.filter(pk=gone.pk).exists()

    refused = at_the_desk(writer).post(url(draft), {**wrens, **SAVE})
    assert refused.context["adminform"].form.conflict
    assert not any(refused.context["inline_admin_formsets"][0].formset.errors)

    at_the_desk(writer).post(url(draft), {**wrens, **pressed(refused)})
    rows = Shown.objects.filter(piece=draft).order_by("pk").values_list("pk", "part", "position")
    assert list(rows)[:2] == [(first.pk, parts[0].pk, 0), (last.pk, parts[2].pk, 2)]
    assert list(rows)[2][1:] == (parts[1].pk, 7)


def test_new_rows_beside_a_deleted_one_keep_their_text(writer, editor, draft, parts):
    rows = rows_form([*Shown.objects.filter(piece=draft), Shown(part=parts[0], position=9)])
    wrens = {**piece_form(draft), **rows, **SAVE}
    Shown.objects.filter(piece=draft).first().delete()
    at_the_desk(writer).post(url(draft), wrens)
    positions = Shown.objects.filter(piece=draft).order_by("pk").values_list("position", flat=True)
    assert list(positions) == [1, 2, 0, 9]


def test_a_row_that_both_deleted_stays_deleted(writer, draft):
    wrens = piece_form(draft, **{"shown-0-DELETE": "on"}, **SAVE)
    Shown.objects.filter(piece=draft).first().delete()
    at_the_desk(writer).post(url(draft), wrens)
    assert Shown.objects.filter(piece=draft).count() == 2


def test_a_conflict_is_told_once(writer, editor, draft):
    wrens = piece_form(draft, text="Wren's words.", **SAVE)
    at_the_desk(editor).post(url(draft), piece_form(draft, text="Edith's words.", **SAVE))
    page = at_the_desk(writer).post(url(draft), wrens).content.decode()
    assert "Please correct the error" not in page
    assert "after you opened it" not in page.replace("after you opened it", "", 1)
    assert re.search(r"edith saved this at \d\d:\d\d \(", page)


def test_other_errors_are_still_told_beside_a_conflict(writer, editor, draft):
    wrens = piece_form(draft, title="", **SAVE)
    at_the_desk(editor).post(url(draft), piece_form(draft, text="Edith's words.", **SAVE))
    page = at_the_desk(writer).post(url(draft), wrens).content.decode()
    assert "Please correct the error below." in page
    assert "This field is required." in page


def test_a_conflict_with_oneself_says_so(writer, draft):
    wrens = piece_form(draft, text="Wren's words.", **SAVE)
    client = at_the_desk(writer)
    client.post(url(draft), piece_form(draft, text="Wren elsewhere.", **SAVE))
    assert "You, in another tab, saved this" in client.post(url(draft), wrens).content.decode()
