import datetime as dt

import pytest
from django.utils import timezone

from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.revisions import Revision, head_of
from tests.factories import approved, published, recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, saved, told, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="Words.")
    recorded(piece, writer)
    return piece


def entries(user, content) -> dict[int, list[str]]:
    page = at_the_desk(user).get(url(content, "history"))
    return {e.revision.number: [b.status for b in e.badges] for e in page.context["entries"]}


def test_revisions_bear_what_became_of_them(writer, editor, draft):
    approved(head_of(draft), editor)
    published(draft, by=editor)
    later = saved(draft, "Later words.", writer)
    ahead = timezone.now() + dt.timedelta(days=1)
    published(draft, by=editor, change=Change.UPDATE, opens=ahead)
    saved(draft, "Latest words.", writer)
    assert entries(writer, draft) == {3: [], 2: ["scheduled"], 1: ["live", "approved"]}
    assert later.number == 2


def test_editions_are_listed_with_what_readers_were_told(writer, editor, draft):
    published(draft, by=editor)
    saved(draft, "Later words.", writer)
    published(draft, by=editor, change=Change.CORRECTION, note="It was June.")
    page = at_the_desk(writer).get(url(draft, "history")).content.decode()
    assert "First published" in page
    assert "Correction" in page
    assert "It was June." in page


def test_a_restored_revision_is_the_draft_again(writer, draft):
    saved(draft, "Other words.", writer)
    form = {"revision": 1}
    response = at_the_desk(writer).post(url(draft, "restore"), form, follow=True)
    draft.refresh_from_db()
    assert draft.text == "Words."
    assert told(response) == ["The draft is what revision 1 was, as revision 3."]


def test_what_could_not_come_back_is_named(writer, admin, draft):
    note = Note.objects.create(title="A note")
    row = Shown.objects.create(piece=draft, part=note)
    recorded(draft, writer)
    row.delete()
    saved(draft, "Without it.", writer)
    recorded(note, writer)
    at_the_desk(admin).post(url(note, "delete"), {"post": "yes"})
    response = at_the_desk(writer).post(url(draft, "restore"), {"revision": 2}, follow=True)
    assert told(response)[0] == f"Deleted since, so it could not come back: part {note.pk}."


def test_a_revision_that_does_not_exist_is_refused_in_words(writer, draft):
    response = at_the_desk(writer).post(url(draft, "restore"), {"revision": 9}, follow=True)
    assert response.redirect_chain == [(url(draft, "history"), 302)]
    assert "Select a valid choice" in told(response)[0]


def test_a_revision_whose_address_somebody_else_has_by_now_is_refused_in_words(writer, draft):
    draft.slug = "new-bridges"
    saved(draft, "Other words.", writer)
    Piece.objects.create(title="Rival", slug="bridges")
    response = at_the_desk(writer).post(url(draft, "restore"), {"revision": 1}, follow=True)
    assert response.redirect_chain == [(url(draft, "history"), 302)]
    assert told(response) == ["Another piece has the address of that revision by now."]
    draft.refresh_from_db()
    assert draft.text == "Other words."


def test_restoring_is_never_a_matter_of_opening_an_address(writer, draft):
    assert at_the_desk(writer).get(url(draft, "restore"), {"revision": 1}).status_code == 405


def test_the_newest_revision_and_an_erased_one_have_no_restore_button(admin, writer, draft):
    saved(draft, "Other words.", writer)
    saved(draft, "Newest words.", writer)
    erase = {"revisions": [Revision.objects.get(number=1).pk], "reason": "A court order."}
    at_the_desk(admin).post(url(draft, "erase"), erase)
    page = at_the_desk(writer).get(url(draft, "history")).content.decode()
    assert page.count('name="revision"') == 1
    assert '<input type="hidden" name="revision" value="2">' in page


def test_erasing_blanks_the_text_and_leaves_the_record(admin, writer, draft):
    first = head_of(draft)
    saved(draft, "Other words.", writer)
    form = {"revisions": [first.pk], "reason": "A court order."}
    response = at_the_desk(admin).post(url(draft, "erase"), form, follow=True)
    first.refresh_from_db()
    assert first.snapshot == {}
    assert told(response) == ["Erased. Numbers and the audit stay."]
    assert entries(writer, draft)[1] == ["erased"]


def test_the_draft_itself_is_not_erased_and_the_reason_typed_stays(admin, draft):
    form = {"revisions": [head_of(draft).pk], "reason": "A court order."}
    page = at_the_desk(admin).post(url(draft, "erase"), form).content.decode()
    assert "The draft still says this." in page
    assert "A court order." in page


def test_an_erased_revision_can_still_be_looked_at_in_lists_of_editions(admin, editor, draft):
    published(draft, by=editor)
    first = head_of(draft)
    saved(draft, "Other words.", editor)
    published(draft, by=editor, change=Change.UPDATE)
    form = {"revisions": [first.pk], "reason": "A court order."}
    at_the_desk(admin).post(url(draft, "erase"), form)
    assert Edition.objects.filter(revision=first, title="").exists()
    assert at_the_desk(editor).get(url(draft, "history")).status_code == 200
    page = at_the_desk(editor).get(url(draft, "publish"), {"revision": 1}).content.decode()
    assert "The text of this revision was erased." in page


def test_a_long_history_comes_in_pages(writer, draft, monkeypatch):
    monkeypatch.setattr("newsroom.publishing.admin.history.PER_PAGE", 2)
    for number in range(3):
        saved(draft, f"Words {number}.", writer)
    client = at_the_desk(writer)
    first = client.get(url(draft, "history"))
    assert [entry.revision.number for entry in first.context["entries"]] == [4, 3]
    second = client.get(url(draft, "history"), {"p": 2})
    assert [entry.revision.number for entry in second.context["entries"]] == [2, 1]


def test_the_history_takes_as_many_queries_for_many_revisions(
    writer, editor, draft, django_assert_num_queries, django_assert_max_num_queries
):
    client = at_the_desk(editor)
    approved(head_of(draft), editor)
    with django_assert_max_num_queries(25) as few:
        client.get(url(draft, "history"))
    for number in range(9):
        approved(saved(draft, f"Words {number}.", writer), editor)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(url(draft, "history"))


def test_a_newer_edition_replaces_the_live_one_which_does_not_end(writer, editor, draft):
    published(draft, by=editor)
    saved(draft, "Later words.", writer)
    ahead = timezone.now() + dt.timedelta(days=1)
    published(draft, by=editor, change=Change.UPDATE, opens=ahead)
    page = at_the_desk(writer).get(url(draft)).content.decode()
    assert "Revision 2 replaces it on" in page
    assert "It ends on" not in page
    assert "is scheduled for" not in page


def test_a_live_one_that_was_asked_to_end_ends(writer, editor, draft):
    published(draft, by=editor, ends=timezone.now() + dt.timedelta(days=1))
    assert "It ends on" in at_the_desk(writer).get(url(draft)).content.decode()


def test_what_was_live_says_so(writer, editor, draft):
    published(draft, by=editor)
    saved(draft, "Later words.", writer)
    published(draft, by=editor, change=Change.UPDATE)
    assert entries(writer, draft) == {2: ["live"], 1: ["ended"]}


def test_times_bear_their_zone_once_a_page(writer, draft):
    assert at_the_desk(writer).get(url(draft)).content.decode().count("Times are UTC.") == 1


def test_each_revision_says_how_much_it_changed_and_shows_it_in_one_click(writer, draft):
    saved(draft, "Other new Words.", writer)
    page = at_the_desk(writer).get(url(draft, "history")).content.decode()
    assert '<span class="came">+2</span> words' in page
    assert f'href="{url(draft, "compare")}?to=2"' in page
    assert "?to=1" not in page


def test_any_two_can_be_chosen_and_the_newest_are_to_begin_with(writer, draft):
    for text in ("Two.", "Three."):
        saved(draft, text, writer)
    page = at_the_desk(writer).get(url(draft, "history")).content.decode()
    for side, numbers in {"from": (1, 2, 3), "to": (1, 2, 3)}.items():
        for number in numbers:
            assert f'form="compare" name="{side}" value="{number}"' in page
    assert 'name="from" value="2" checked' in page
    assert 'name="to" value="3" checked' in page


def test_an_erased_revision_cannot_be_chosen(admin, writer, draft):
    for text in ("Two.", "Three."):
        saved(draft, text, writer)
    erase = {"revisions": [Revision.objects.get(number=2).pk], "reason": "A court order."}
    at_the_desk(admin).post(url(draft, "erase"), erase)
    page = at_the_desk(writer).get(url(draft, "history")).content.decode()
    assert 'name="from" value="2"' not in page
    assert "?to=2" not in page
    assert 'name="from" value="1" checked' in page


def test_the_history_reads_no_snapshots(writer, draft):
    saved(draft, "Two.", writer)
    entries = at_the_desk(writer).get(url(draft, "history")).context["entries"]
    assert all("snapshot" in entry.revision.get_deferred_fields() for entry in entries)
