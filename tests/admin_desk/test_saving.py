import re

import pytest
from django.forms import modelform_factory

from newsroom.publishing import lifecycle
from newsroom.publishing.admin import PublishableAdmin, PublishableForm
from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.topics import Topic
from site_pages.models import Identity
from tests.factories import approved, published, recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, note_form, piece_form, rows_form, told, url

pytestmark = pytest.mark.django_db

ADD = "/admin/pieces/piece/add/"
SAVE = {"_continue": "Save draft"}


@pytest.fixture
def draft(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="First words.")
    recorded(piece, writer)
    return piece


def test_a_new_draft_is_saved_with_its_rows_and_recorded_once(writer):
    part = Note.objects.create(title="A note")
    rows = rows_form([Shown(part=part, position=1)])
    form = piece_form(title="Ferries", slug="ferries", text="Boats.", **rows, **SAVE)
    response = at_the_desk(writer).post(ADD, form, follow=True)
    piece = Piece.objects.get(slug="ferries")
    assert response.redirect_chain == [(url(piece), 302)]
    assert told(response) == ["Saved as revision 1."]
    revision = Revision.objects.get(content=piece.pk)
    assert revision.author == writer
    assert [row["part"] for row in revision.snapshot["shown"]] == [part.pk]


def test_a_changed_draft_is_a_new_revision_and_raises_the_version(writer, draft):
    at_the_desk(writer).post(url(draft), piece_form(draft, text="Other words.", **SAVE))
    draft.refresh_from_db()
    assert draft.text == "Other words."
    assert draft.version == 1
    assert head_of(draft).number == 2


def test_a_save_that_changes_nothing_records_nothing(writer, draft):
    form = piece_form(draft, opened_revision=1, **SAVE)
    response = at_the_desk(writer).post(url(draft), form, follow=True)
    assert told(response) == ["Nothing has changed since revision 1: there is no new one."]
    assert Revision.objects.filter(content=draft.pk).count() == 1


def test_topics_are_saved_into_the_snapshot(writer, draft):
    topic = Topic.objects.create(name="Trade")
    at_the_desk(writer).post(url(draft), piece_form(draft, topics=[topic.pk], **SAVE))
    assert head_of(draft).snapshot["topics"] == [topic.pk]


def test_a_topic_that_does_not_exist_is_not_made_by_the_way(writer, draft):
    response = at_the_desk(writer).post(url(draft), piece_form(draft, topics=[999], **SAVE))
    assert response.context["adminform"].form.errors["topics"]
    assert not Topic.objects.exists()


def test_submit_saves_and_asks_for_a_decision_on_what_was_saved(writer, draft):
    form = piece_form(draft, text="Ready.", _submit="Submit")
    at_the_desk(writer).post(url(draft), form)
    review = Review.objects.get(decision="")
    assert review.revision == head_of(draft)
    assert review.revision.snapshot["text"] == "Ready."


def test_submitting_what_is_approved_keeps_the_approval(writer, editor, draft):
    approved(head_of(draft), editor)
    form = piece_form(draft, _submit="Submit")
    response = at_the_desk(writer).post(url(draft), form, follow=True)
    assert "This revision is approved already." in told(response)
    assert not Review.objects.filter(decision="").exists()


def test_publish_saves_and_goes_on_to_the_publish_page(editor, draft):
    form = piece_form(draft, text="For readers.", _publish="Publish")
    response = at_the_desk(editor).post(url(draft), form)
    assert response.url == url(draft, "publish")
    assert head_of(draft).snapshot["text"] == "For readers."


def test_a_writer_who_forges_publish_keeps_the_text_and_is_told_kindly(writer, draft):
    form = piece_form(draft, text="Not to be lost.", _publish="Publish")
    response = at_the_desk(writer).post(url(draft), form, follow=True)
    assert response.redirect_chain == [(url(draft), 302)]
    assert "You have no right to publish" in told(response)[1]
    assert head_of(draft).snapshot["text"] == "Not to be lost."
    assert not draft.editions.exists()


def test_a_form_offers_only_the_buttons_that_this_person_may_press(writer, editor, draft):
    names = ("_continue", "_submit", "_publish")

    def offered(user):
        page = at_the_desk(user).get(url(draft)).content.decode()
        return [name for name in names if f'name="{name}"' in page]

    assert offered(writer) == ["_continue", "_submit"]
    assert offered(editor) == list(names)


def test_a_reader_of_somebody_elses_draft_sees_it_without_buttons(moderator, draft):
    page = at_the_desk(moderator).get(url(draft)).content.decode()
    assert "First words." in page
    assert "_continue" not in page


def test_an_address_taken_in_the_same_language_is_an_error_of_the_form(writer, draft):
    form = piece_form(title="Bridges again", slug="bridges", **SAVE)
    response = at_the_desk(writer).post(ADD, form)
    assert response.context["adminform"].form.errors["slug"] == [
        "Another piece of this kind has this address already. Choose another one."
    ]


def test_an_address_taken_between_the_check_and_the_save_is_an_error_of_the_form(
    writer, draft, monkeypatch
):
    """The first check is made blind, as it is to a save that is not committed yet."""
    checks = []
    check = PublishableForm.validate_unique

    def blind_at_first(form):
        checks.append(form)
        if len(checks) > 1:
            check(form)

    monkeypatch.setattr(PublishableForm, "validate_unique", blind_at_first)
    form = piece_form(title="Bridges again", slug="bridges", text="Not to be lost.", **SAVE)
    response = at_the_desk(writer).post(ADD, form)
    assert response.context["adminform"].form.errors["slug"]
    assert "Not to be lost." in response.content.decode()
    assert len(checks) == 2


def test_the_same_address_may_stand_in_another_language(writer, draft):
    form = piece_form(title="橋", slug="bridges", language="ja", **SAVE)
    assert at_the_desk(writer).post(ADD, form).status_code == 302


def test_a_taken_address_is_an_error_where_the_language_is_no_field(writer):
    Note.objects.create(title="One", slug="one")
    form = note_form(title="Another", slug="one", **SAVE)
    response = at_the_desk(writer).post("/admin/pieces/note/add/", form)
    assert response.context["adminform"].form.errors["slug"]


def test_a_second_translation_into_a_language_is_an_error_of_the_form(writer, draft):
    Piece.objects.create(title="橋", slug="hashi", language="ja", original=draft)
    form = piece_form(title="はし", slug="hashi-2", language="ja", original=draft.pk, **SAVE)
    response = at_the_desk(writer).post(ADD, form)
    assert response.context["adminform"].form.errors["language"] == [
        "This piece exists in this language already."
    ]


def test_an_original_of_another_kind_is_an_error_of_the_form(writer):
    note = Note.objects.create(title="A note")
    form = piece_form(title="Odd", slug="odd", original=note.pk, **SAVE)
    response = at_the_desk(writer).post(ADD, form)
    assert response.context["adminform"].form.errors["original"]


def test_what_is_written_about_something_deleted_meanwhile_is_a_new_draft(editor, draft):
    part = Note.objects.create(title="A note")
    Shown.objects.create(piece=draft, part=part)
    page, form = url(draft), piece_form(draft, text="Hours of work.", **SAVE)
    lifecycle.delete(content=draft, by=editor)
    response = at_the_desk(editor).post(page, form, follow=True)
    piece = Piece.objects.get(text="Hours of work.")
    assert piece.pk != draft.pk
    assert [row.part_id for row in piece.shown.all()] == [part.pk]
    assert "Yours is a new draft." in told(response)[0]


@pytest.mark.parametrize("early", [1, 2])
def test_what_is_deleted_while_its_form_is_being_saved_is_a_new_draft(
    early, editor, draft, monkeypatch
):
    """It is there at the first looks, and gone at the next one or when the form takes the lock."""
    page, form = url(draft), piece_form(draft, text="Hours of work.", **SAVE)
    stale = Piece.objects.get(pk=draft.pk)
    lifecycle.delete(content=draft, by=editor)
    looks, look = [], PublishableAdmin.get_object

    def too_early_at_first(admin, request, *args):
        looks.append(args)
        return stale if len(looks) <= early else look(admin, request, *args)

    monkeypatch.setattr(PublishableAdmin, "get_object", too_early_at_first)
    response = at_the_desk(editor).post(page, form, follow=True)
    assert told(response)[0] == "This was deleted meanwhile. Yours is a new draft."
    assert Piece.objects.get(text="Hours of work.").pk != stale.pk


def test_a_draft_that_nothing_recorded_yet_opens_and_is_recorded_by_its_first_save(writer):
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    client = at_the_desk(writer)
    assert client.get(url(piece)).status_code == 200
    client.post(url(piece), piece_form(piece, text="Words.", **SAVE))
    assert head_of(piece).number == 1


def test_what_is_added_from_another_form_is_recorded_and_handed_back_to_it(writer):
    form = note_form(title="A note", _popup="1", _save="Save")
    client = at_the_desk(writer)
    page = client.get("/admin/pieces/note/add/", {"_popup": "1"}).content.decode()
    assert 'name="_save"' in page
    assert 'name="_continue"' not in page
    response = client.post("/admin/pieces/note/add/", form)
    note = Note.objects.get()
    assert f"&quot;value&quot;: &quot;{note.pk}&quot;" in response.content.decode()
    assert head_of(note).number == 1


@pytest.mark.parametrize("page", ["change", "history", "publish"])
def test_what_no_page_shows_by_itself_offers_no_preview(page, editor):
    identity = Identity.objects.create(title="Relations")
    recorded(identity, editor)
    response = at_the_desk(editor).get(f"/admin/site_pages/identity/{identity.pk}/{page}/")
    assert response.status_code == 200
    assert "preview/" not in response.content.decode()
    assert "preview-toggle" not in response.content.decode()


def test_inline_scripts_bear_the_nonce_of_the_policy(admin):
    response = at_the_desk(admin).get("/admin/articles/article/add/")
    (nonce,) = re.findall("'nonce-([^']+)'", response["Content-Security-Policy"])
    assert f'<script type="importmap" nonce="{nonce}">' in response.content.decode()


def test_saving_keeps_the_moment_of_a_step_taken_while_the_form_was_loading(editor, draft):
    """The row is read before the lock is taken; publishing in between must not be undone."""
    stale = Piece.objects.get(pk=draft.pk)
    edition = published(draft, by=editor)
    form_class = modelform_factory(Piece, PublishableForm, fields=["title", "slug", "text"])
    form = form_class(piece_form(draft, text="Later."), instance=stale)
    assert form.is_valid(), form.errors
    form.save()
    draft.refresh_from_db()
    assert draft.settled_at == edition.live_from


def test_new_rows_whose_position_nobody_touched_follow_those_above(writer):
    parts = [Note.objects.create(title=f"Note {number}") for number in range(5)]
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    for position, part in enumerate(parts[:2]):
        Shown.objects.create(piece=piece, part=part, position=position)
    recorded(piece, writer)
    new = [Shown(part=parts[2]), Shown(part=parts[3], position=7), Shown(part=parts[4])]
    form = piece_form(piece) | rows_form([*Shown.objects.filter(piece=piece), *new])
    at_the_desk(writer).post(url(piece), form | {"_continue": "Save draft"})
    rows = Shown.objects.filter(piece=piece).order_by("position")
    assert [(row.part_id, row.position) for row in rows] == [
        (part.pk, position) for part, position in zip(parts, (0, 1, 2, 7, 8), strict=True)
    ]


def test_nothing_is_deleted_beside_a_picker(admin):
    page = at_the_desk(admin).get("/admin/articles/article/add/").content.decode()
    assert "New quote" in page
    assert "delete-related" not in page
