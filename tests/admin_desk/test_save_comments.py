"""A save may say in a line what it was for."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.translation import override

from newsroom.publishing import lifecycle
from newsroom.publishing.revisions import Revision, head_of
from tests.factories import recorded
from tests.pieces.models import Piece

from .desk import at_the_desk, piece_form, told, url

pytestmark = pytest.mark.django_db

SAVE = {"_continue": "Save draft"}


@pytest.fixture
def draft(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="Words.")
    recorded(piece, writer)
    return piece


def saved(writer, draft: Piece, **fields):
    draft.refresh_from_db()
    return at_the_desk(writer).post(url(draft), {**piece_form(draft, **fields), **SAVE})


def test_what_changed_is_kept_with_the_revision(writer, draft):
    saved(writer, draft, text="New words.", comment="  Say it better \n now ")
    assert head_of(draft).comment == "Say it better now"
    assert "Say it better now" in at_the_desk(writer).get(url(draft, "history")).content.decode()


def test_it_may_be_left_empty(writer, draft):
    saved(writer, draft, text="New words.")
    assert head_of(draft).comment == ""


def test_a_new_draft_has_one_too(writer):
    form = piece_form(title="Ferries", slug="ferries", comment="Begun on the train")
    at_the_desk(writer).post("/admin/pieces/piece/add/", {**form, **SAVE})
    assert Revision.objects.get().comment == "Begun on the train"


def test_a_comment_on_nothing_makes_no_revision(writer, draft):
    saved(writer, draft, comment="I looked at it")
    assert Revision.objects.count() == 1


@pytest.mark.parametrize("button", ["_continue", "_submit", "_publish"])
def test_a_comment_on_nothing_is_said_back_and_not_dropped_in_silence(editor, draft, button):
    form = piece_form(draft, comment="I looked at <it>", **{button: "yes"})
    page = at_the_desk(editor).post(url(draft), form, follow=True)
    assert [said for said in told(page) if said.endswith("was not kept: I looked at <it>")]
    assert "I looked at &lt;it&gt;" in page.content.decode()


def test_a_comment_that_is_kept_is_not_said_back(writer, draft):
    form = piece_form(draft, text="New words.", comment="Say it better", **SAVE)
    page = at_the_desk(writer).post(url(draft), form, follow=True)
    assert told(page) == ["Saved as revision 2."]


def test_it_is_no_change_of_the_content(writer, draft):
    saved(writer, draft, text="New words.", comment="Say it better")
    assert "What changed" not in LogEntry.objects.get().get_change_message()


def test_one_that_is_too_long_is_refused_in_words_and_nothing_is_lost(writer, draft):
    page = saved(writer, draft, text="New words.", comment="x" * 301)
    text = page.content.decode()
    assert "Ensure this value has at most 300 characters (it has 301)." in text
    assert "x" * 301 in text
    assert "New words." in text
    assert Revision.objects.count() == 1


def test_what_nobody_sees_is_taken_out_of_it(writer, draft):
    saved(writer, draft, text="New words.", comment="Better\u202e \x07now")
    assert head_of(draft).comment == "Better now"


def test_it_is_empty_again_after_the_save(writer, draft):
    page = saved(writer, draft, text="New words.", comment="Say it better")
    form = at_the_desk(writer).get(page.url).context["adminform"].form
    assert not form["comment"].value()


def test_who_may_only_read_is_not_asked(moderator, draft):
    assert 'name="comment"' not in at_the_desk(moderator).get(url(draft)).content.decode()


def test_a_window_beside_a_picker_does_not_ask(writer):
    page = at_the_desk(writer).get("/admin/pieces/piece/add/", {"_popup": "1"}).content.decode()
    assert 'name="comment"' not in page


def test_a_restored_revision_has_its_own(writer, draft):
    saved(writer, draft, text="New words.")
    with override("ja"):
        lifecycle.restore(revision=Revision.objects.get(number=1), by=writer)
    assert head_of(draft).comment == "Restored revision 1"
