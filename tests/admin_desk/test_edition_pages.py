"""Withdrawing, setting an end and cancelling, each on its page."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from newsroom.publishing.editions import Edition
from newsroom.publishing.revisions import head_of
from tests.factories import published, recorded
from tests.pieces.models import Piece, Shown

from .desk import at_the_desk, told, url

pytestmark = pytest.mark.django_db

FAR = dt.datetime(2099, 1, 1, 9, tzinfo=dt.UTC)
FARTHER = dt.datetime(2099, 6, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def draft(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="Words.")
    recorded(piece, writer)
    return piece


@pytest.fixture
def live(editor, draft) -> Edition:
    return published(draft, by=editor)


def test_withdrawing_closes_the_edition_with_its_reason(editor, draft, live):
    form = {"reason": "The photographs were not ours."}
    response = at_the_desk(editor).post(url(draft, "withdraw"), form, follow=True)
    live.refresh_from_db()
    assert live.withdrawn
    assert live.withdrawal_reason == "The photographs were not ours."
    assert told(response) == ["Withdrawn. Readers are told why."]


def test_withdrawing_without_a_reason_is_refused(editor, draft, live):
    response = at_the_desk(editor).post(url(draft, "withdraw"), {"reason": " "})
    assert response.context["form"].errors["reason"]
    live.refresh_from_db()
    assert not live.withdrawn


def test_the_withdraw_page_names_the_live_pages_that_show_it(writer, editor, draft, live):
    holder = Piece.objects.create(title="The holder", slug="holder")
    Shown.objects.create(piece=holder, part=draft)
    recorded(holder, writer)
    page = at_the_desk(editor).get(url(draft, "withdraw")).content.decode()
    assert "The holder" not in page
    published(holder, by=editor)
    page = at_the_desk(editor).get(url(draft, "withdraw")).content.decode()
    assert "The holder" in page
    assert f'href="/admin/publishing/content/{holder.pk}/change/"' in page


def test_what_is_not_public_has_nothing_to_withdraw(editor, draft):
    client = at_the_desk(editor)
    page = client.get(url(draft, "withdraw")).content.decode()
    assert "Nothing of it is public." in page
    assert "<textarea" not in page
    forged = client.post(url(draft, "withdraw"), {"reason": "Forged."}).content.decode()
    assert "Cancel what is scheduled instead." in forged


def test_an_end_is_set_and_taken_back(editor, draft, live):
    client = at_the_desk(editor)
    client.post(url(draft, "end"), {"edition": live.pk, "ends": "2099-01-01T09:00"})
    live.refresh_from_db()
    assert live.live_until == FAR
    shown = client.get(url(draft, "end")).context["form"]["ends"].value()
    assert f"{shown:%Y-%m-%dT%H:%M}" == "2099-01-01T09:00"
    client.post(url(draft, "end"), {"edition": live.pk, "ends": ""})
    live.refresh_from_db()
    assert live.live_until is None


def test_an_end_in_the_past_is_refused_with_what_was_typed(editor, draft, live):
    form = {"edition": live.pk, "ends": "2001-01-01T09:00"}
    page = at_the_desk(editor).post(url(draft, "end"), form).content.decode()
    assert "An end lies ahead" in page
    assert "2001-01-01T09:00" in page


def test_the_end_of_one_edition_of_several_can_be_chosen(editor, draft, live):
    draft.text = "Later words."
    draft.save()
    later = published(draft, by=editor, change="update", opens=FAR)
    client = at_the_desk(editor)
    choices = client.get(url(draft, "end")).context["form"]["edition"]
    assert [str(choice.data["label"]).split()[0] for choice in choices] == ["Live", "Scheduled"]
    client.post(url(draft, "end"), {"edition": later.pk, "ends": "2099-06-01T09:00"})
    later.refresh_from_db()
    assert later.ends_at == FARTHER


def test_an_edition_of_another_piece_cannot_be_slipped_in(writer, editor, draft, live):
    other = Piece.objects.create(title="Other", slug="other")
    recorded(other, writer)
    elsewhere = published(other, by=editor)
    form = {"edition": elsewhere.pk, "ends": "2099-01-01T09:00"}
    response = at_the_desk(editor).post(url(draft, "end"), form)
    assert response.context["form"].errors["edition"]


def test_what_is_scheduled_is_cancelled(editor, draft):
    pending = published(draft, by=editor, opens=FAR)
    form = {"edition": pending.pk}
    response = at_the_desk(editor).post(url(draft, "cancel"), form, follow=True)
    assert not Edition.objects.exists()
    assert told(response) == ["Cancelled. It will not be published by itself."]


def scheduled_with_parts(writer, editor, *titles) -> Edition:
    """A piece that opens later, together with parts of these titles."""
    draft = Piece.objects.create(title="The whole", slug="whole")
    parts = [Piece.objects.create(title=title, slug=title.lower()) for title in titles]
    Shown.objects.bulk_create(Shown(piece=draft, part=part) for part in parts)
    revisions = [recorded(part, writer) for part in parts]
    return published(draft, by=editor, opens=FAR, with_parts=revisions)


def ticked(page) -> list[str]:
    """What is ticked as the page opens, in words."""
    field = page.context["form"]["together"]
    return [str(box.data["label"]) for box in field if box.data["selected"]]


def test_what_was_scheduled_with_it_is_ticked_and_cancelled_with_it(writer, editor):
    edition = scheduled_with_parts(writer, editor, "Arch", "Beam")
    address, client = url(edition.content, "cancel"), at_the_desk(editor)
    page = client.get(address)
    assert sorted(ticked(page)) == ["Arch (Revision 1)", "Beam (Revision 1)"]
    form = page.context["form"]
    posted = {"edition": edition.pk, "together": form["together"].value()}
    (message,) = told(client.post(address, posted, follow=True))
    assert message.startswith("Cancelled, together with: ")
    assert "Arch" in message
    assert "Beam" in message
    assert not Edition.objects.exists()


def test_what_is_not_ticked_stays_scheduled(writer, editor):
    edition = scheduled_with_parts(writer, editor, "Arch", "Beam")
    arch = Edition.objects.get(title="Arch")
    posted = {"edition": edition.pk, "together": [arch.pk]}
    at_the_desk(editor).post(url(edition.content, "cancel"), posted)
    assert Edition.objects.get().title == "Beam"


def test_a_part_that_another_piece_shows_is_not_offered_for_cancelling(writer, editor):
    edition = scheduled_with_parts(writer, editor, "Arch", "Beam")
    other = Piece.objects.create(title="Other", slug="other")
    Shown.objects.create(piece=other, part=Piece.objects.get(title="Arch"))
    recorded(other, writer)
    published(other, by=editor, opens=FARTHER)
    assert ticked(at_the_desk(editor).get(url(edition.content, "cancel"))) == ["Beam (Revision 1)"]


def test_what_would_leave_a_gap_is_refused_and_nothing_is_cancelled(writer, editor):
    beam = Piece.objects.create(title="Beam", slug="beam")
    arch = Piece.objects.create(title="Arch", slug="arch")
    whole = Piece.objects.create(title="Whole", slug="whole")
    Shown.objects.bulk_create([Shown(piece=arch, part=beam), Shown(piece=whole, part=arch)])
    revisions = [recorded(beam, writer), recorded(arch, writer)]
    edition = published(whole, by=editor, opens=FAR, with_parts=revisions)
    posted = {"edition": edition.pk, "together": [Edition.objects.get(title="Beam").pk]}
    page = at_the_desk(editor).post(url(whole, "cancel"), posted)
    assert "“Beam” stands on “Arch”, which stays." in page.content.decode()
    assert ticked(page) == ["Beam (Revision 1)"]
    assert Edition.objects.count() == 3


def test_what_was_moved_since_the_page_was_shown_is_not_cancelled_unseen(writer, editor):
    edition = scheduled_with_parts(writer, editor, "Arch", "Beam")
    client, address = at_the_desk(editor), url(edition.content, "cancel")
    boxes = client.get(address).context["form"]["together"].value()
    arch = Edition.objects.get(title="Arch")
    client.post(url(arch.content, "cancel"), {"edition": arch.pk})
    page = client.post(address, {"edition": edition.pk, "together": boxes})
    assert page.context["form"].errors["together"] == [
        "It was cancelled or moved in the meantime. Look again."
    ]
    assert Edition.objects.count() == 2


def test_of_several_editions_each_is_cancelled_with_its_own(writer, editor):
    first = scheduled_with_parts(writer, editor, "Arch")
    draft = Piece.objects.get(title="The whole")
    draft.shown.all().delete()
    part = Piece.objects.create(title="Beam", slug="beam")
    Shown.objects.create(piece=draft, part=part)
    second = published(
        draft, by=editor, opens=FARTHER, change="update", with_parts=[recorded(part, writer)]
    )
    client, address = at_the_desk(editor), url(draft, "cancel")
    page = client.get(address)
    groups = [group for group, _boxes in page.context["form"].fields["together"].choices]
    assert groups == [
        "With the edition of Thu 1 Jan 2099, 09:00 UTC",
        "With the edition of Mon 1 Jun 2099, 09:00 UTC",
    ]
    boxes = page.context["form"]["together"].value()
    client.post(address, {"edition": first.pk, "together": boxes})
    assert set(Edition.objects.all()) == {second, Edition.objects.get(title="Beam")}


def test_what_is_live_already_is_not_offered_for_cancelling(editor, draft, live):
    client = at_the_desk(editor)
    assert "Nothing of it is scheduled." in client.get(url(draft, "cancel")).content.decode()
    client.post(url(draft, "cancel"), {"edition": live.pk})
    assert Edition.objects.live(timezone.now()).exists()


def test_a_draft_links_to_the_steps_that_make_sense_now(editor, draft):
    def offered():
        page = at_the_desk(editor).get(url(draft)).content.decode()
        pages = ("withdraw", "end", "reschedule", "cancel", "history", "delete")
        return [name for name in pages if re.search(f'href="{url(draft, name)}["?]', page)]

    assert offered() == ["history", "delete"]
    pending = published(draft, by=editor, opens=FAR)
    assert offered() == ["end", "reschedule", "cancel", "history"]
    at_the_desk(editor).post(url(draft, "cancel"), {"edition": pending.pk})
    published(draft, by=editor)
    assert offered() == ["withdraw", "end", "history"]


def test_a_live_draft_says_what_readers_see(editor, draft, live):
    draft.text = "Later words."
    draft.save()
    recorded(draft, editor)
    page = at_the_desk(editor).get(url(draft)).content.decode()
    assert "Live, edited since" in page
    assert "Readers see revision 1 since" in page
    assert 'href="/en/pieces/bridges/"' in page
    assert head_of(draft).number == 2


def test_whoever_withdraws_hears_what_is_published_all_the_same(editor, draft, live):
    part = Piece.objects.create(title="Ferries", slug="ferries", text="Words.")
    Shown.objects.create(piece=draft, part=part)
    together = [recorded(part, editor)]
    published(draft, by=editor, with_parts=together, opens=FAR, change="update")
    page = at_the_desk(editor).get(url(draft, "withdraw")).content.decode()
    assert "Scheduled together with it" in page
    assert page.count("Ferries</a>") == 1
    assert "Scheduled together" not in at_the_desk(editor).get(url(part, "withdraw"))


def test_publishing_what_is_scheduled_already_says_so(editor, draft, live):
    assert "is scheduled for" not in at_the_desk(editor).get(url(draft, "publish")).content.decode()
    published(draft, by=editor, opens=FAR, change="update")
    page = at_the_desk(editor).get(url(draft, "publish")).content.decode()
    assert "This revision is scheduled for" in page


@pytest.mark.parametrize(("page", "form"), [("withdraw", {}), ("end", {"edition": "x"})])
def test_a_refused_step_says_above_the_form_that_nothing_was_done(editor, draft, live, page, form):
    answer = at_the_desk(editor).post(url(draft, page), form).content.decode()
    assert "Not done yet." in answer.partition("<textarea")[0].partition("errornote")[2]
