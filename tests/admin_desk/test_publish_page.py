import datetime as dt

import pytest
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.findings import Acknowledgement
from newsroom.publishing.revisions import head_of
from tests.factories import approved, published, recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, told, url

pytestmark = pytest.mark.django_db


def piece_by(writer, text="Words.", shows=(), **fields) -> Piece:
    fields = {"title": "Bridges", "slug": "bridges", **fields}
    piece = Piece.objects.create(text=text, **fields)
    for position, part in enumerate(shows):
        Shown.objects.create(piece=piece, part=part, position=position)
    recorded(piece, writer)
    return piece


def note_by(writer, text="A note's words.", **fields) -> Note:
    note = Note.objects.create(**{"title": "A note", "slug": "a-note", "text": text, **fields})
    recorded(note, writer)
    return note


def confirmed(piece, **fields):
    return {"revision": head_of(piece).number, "opens": "", "ends": "", **fields}


def live(content) -> Edition | None:
    return Edition.objects.live(timezone.now()).filter(content=content.pk).first()


def test_confirming_publishes_the_revision_that_was_on_the_page(writer, editor):
    piece = piece_by(writer)
    response = at_the_desk(editor).post(url(piece, "publish"), confirmed(piece), follow=True)
    assert response.redirect_chain == [(url(piece), 302)]
    assert live(piece).revision == head_of(piece)
    assert 'href="/en/pieces/bridges/"' in told(response)[0]


def test_a_newer_revision_saved_meanwhile_is_not_published_unseen(writer, editor):
    piece = piece_by(writer)
    seen = confirmed(piece)
    piece.text = "Words that nobody looked at."
    piece.save()
    recorded(piece, writer)
    at_the_desk(editor).post(url(piece, "publish"), seen)
    assert live(piece).revision.number == 1


def test_an_older_revision_can_be_published_and_the_page_says_that_it_is_older(writer, editor):
    piece = piece_by(writer)
    piece.text = "Later words."
    piece.save()
    recorded(piece, writer)
    page = at_the_desk(editor).get(url(piece, "publish"), {"revision": 1}).content.decode()
    assert "It is not the newest: that is revision 2." in page


@pytest.mark.parametrize("number", ["9", "first"])
def test_a_revision_that_does_not_exist_is_not_found(number, writer, editor):
    piece = piece_by(writer)
    response = at_the_desk(editor).get(url(piece, "publish"), {"revision": number})
    assert response.status_code == 404


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 18, "²", "-1"])
def test_a_number_that_no_revision_can_have_is_not_found(number, writer, editor):
    address = url(piece_by(writer), "publish")
    assert at_the_desk(editor).get(address, {"revision": number}).status_code == 404
    assert at_the_desk(editor).post(address, {"revision": number}).status_code == 404


def test_findings_are_shown_by_content_with_what_must_be_settled_first(writer, editor):
    note = note_by(writer, text="[warn] in the note")
    piece = piece_by(writer, text="[info] [warn] [block]", shows=(note,))
    groups = at_the_desk(editor).get(url(piece, "publish")).context["groups"]
    found = [(str(g.about), [row.finding.code for row in g.rows]) for g in groups]
    assert found == [
        ("Bridges", ["block", "warn", "info"]),
        ("A note", ["not_approved", "warn"]),
    ]


def test_a_blocked_publish_shows_what_stands_in_the_way_and_keeps_what_was_typed(writer, editor):
    piece = piece_by(writer, text="[block] [warn]")
    reasons = {f"reason-{piece.pk}-warn": "The lawyer agreed."}
    form = confirmed(piece, opens="2099-01-01T09:00", **reasons)
    response = at_the_desk(editor).post(url(piece, "publish"), form)
    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("The text says block.") == 1
    assert page.count('href="#found"') == 1
    assert "The lawyer agreed." in page
    assert "2099-01-01T09:00" in page
    assert not Edition.objects.exists()
    assert not Acknowledgement.objects.exists()


def test_a_warning_needs_a_reason_and_passes_with_one(writer, editor):
    piece = piece_by(writer, text="[warn]")
    client = at_the_desk(editor)
    client.post(url(piece, "publish"), confirmed(piece))
    assert not live(piece)
    reasons = {f"reason-{piece.pk}-warn": "The lawyer agreed."}
    client.post(url(piece, "publish"), confirmed(piece, **reasons))
    assert live(piece)
    assert Acknowledgement.objects.get().reason == "The lawyer agreed."
    assert AuditEntry.objects.filter(action="acknowledge", by="edith").exists()


def test_an_acknowledged_warning_is_shown_with_its_reason_and_asks_no_more(writer, editor):
    piece = piece_by(writer, text="[warn]")
    client = at_the_desk(editor)
    reasons = {f"reason-{piece.pk}-warn": "The lawyer agreed."}
    client.post(url(piece, "publish"), confirmed(piece, **reasons))
    page = client.get(url(piece, "publish")).content.decode()
    assert "Acknowledged: The lawyer agreed." in page
    assert f"reason-{piece.pk}-warn" not in page


def test_missing_parts_are_offered_ticked_and_go_out_together(writer, editor, moderator):
    note = note_by(writer)
    approved(head_of(note), moderator)
    piece = piece_by(writer, shows=(note,))
    client = at_the_desk(editor)
    page = client.get(url(piece, "publish"))
    assert page.context["form"]["parts"].value() == [head_of(note).pk]
    assert page.context["groups"] == []
    assert "Note: A note (Revision 1)" in page.content.decode()
    client.post(url(piece, "publish"), confirmed(piece, parts=[head_of(note).pk]))
    assert live(note).live_from == live(piece).live_from


def test_a_part_that_was_unticked_stands_in_the_way(writer, editor, moderator):
    note = note_by(writer)
    approved(head_of(note), moderator)
    piece = piece_by(writer, shows=(note,))
    response = at_the_desk(editor).post(url(piece, "publish"), confirmed(piece))
    assert "“A note” is not public." in response.content.decode()
    assert not Edition.objects.exists()


def test_a_part_that_needs_approval_stops_all_of_it(writer, editor):
    note = note_by(writer)
    piece = piece_by(writer, shows=(note,))
    form = confirmed(piece, parts=[head_of(note).pk])
    response = at_the_desk(editor).post(url(piece, "publish"), form)
    page = response.content.decode()
    assert page.count("This revision is not approved. Submit it: somebody else decides on it.") == 1
    assert f'<a href="/admin/publishing/content/{note.pk}/change/">A note</a>' in page
    assert not Edition.objects.exists()


def test_what_waits_for_a_decision_is_said_to_wait_and_leads_who_decides_to_it(
    writer, editor, moderator
):
    note = note_by(writer)
    lifecycle.submit(revision=head_of(note), by=writer)
    link = f'href="{url(note, "review")}"'
    for user, leads_there in ((moderator, True), (editor, False)):
        page = at_the_desk(user).get(url(note, "publish")).content.decode()
        assert "It waits for a decision." in page
        assert "Submit it" not in page
        assert (link in page.partition("What was found")[2]) == leads_there


def test_a_part_that_changed_since_the_page_was_shown_is_not_published_unseen(
    writer, editor, moderator
):
    note = note_by(writer)
    approved(head_of(note), moderator)
    piece = piece_by(writer, shows=(note,))
    form = confirmed(piece, parts=[head_of(note).pk])
    note.text = "Changed."
    note.save()
    recorded(note, writer)
    response = at_the_desk(editor).post(url(piece, "publish"), form)
    assert response.context["form"].errors["parts"]
    assert not Edition.objects.exists()


def test_a_revision_that_is_no_part_cannot_be_slipped_in(writer, editor):
    piece = piece_by(writer)
    other = piece_by(writer, title="Other", slug="other")
    at_the_desk(editor).post(url(piece, "publish"), confirmed(piece, parts=[head_of(other).pk]))
    assert not live(other)


def test_the_first_publishing_asks_for_no_kind_of_change(writer, editor):
    form = at_the_desk(editor).get(url(piece_by(writer), "publish")).context["form"]
    assert "change" not in form.fields


def test_a_later_one_asks_for_it_and_a_correction_owes_a_note(writer, editor):
    piece = piece_by(writer)
    published(piece, by=editor)
    piece.text = "Corrected."
    piece.save()
    recorded(piece, writer)
    client = at_the_desk(editor)

    without = client.post(url(piece, "publish"), confirmed(piece))
    assert without.context["form"].errors["change"]
    no_note = client.post(url(piece, "publish"), confirmed(piece, change="correction"))
    assert "owes readers a note" in no_note.content.decode()
    told_readers = confirmed(piece, change="correction", note="It was June.")
    client.post(url(piece, "publish"), told_readers)
    edition = live(piece)
    assert (edition.change, edition.note) == (Change.CORRECTION, "It was June.")


def test_first_is_not_a_kind_that_can_be_chosen(writer, editor):
    piece = piece_by(writer)
    published(piece, by=editor)
    form = confirmed(piece, change="first")
    response = at_the_desk(editor).post(url(piece, "publish"), form)
    assert response.context["form"].errors["change"]


def test_an_opening_ahead_schedules(writer, editor):
    piece = piece_by(writer)
    form = confirmed(piece, opens="2099-01-01T09:00")
    response = at_the_desk(editor).post(url(piece, "publish"), form, follow=True)
    edition = Edition.objects.get()
    assert edition.live_from == dt.datetime(2099, 1, 1, 9, tzinfo=dt.UTC)
    assert told(response)[0].startswith("Scheduled")


def test_an_opening_in_the_past_is_refused_in_words(writer, editor):
    piece = piece_by(writer)
    form = confirmed(piece, opens="2001-01-01T09:00")
    response = at_the_desk(editor).post(url(piece, "publish"), form)
    assert "That moment has passed." in response.content.decode()


def test_nonsense_for_a_moment_is_an_error_of_the_field(writer, editor):
    form = confirmed(piece := piece_by(writer), opens="tomorrow")
    response = at_the_desk(editor).post(url(piece, "publish"), form)
    assert response.context["form"].errors["opens"]


def test_moments_are_told_with_their_time_zone(writer, editor):
    page = at_the_desk(editor).get(url(piece_by(writer), "publish")).content.decode()
    assert "Time zone: UTC." in page


def test_an_end_is_kept_until_it_is_changed(writer, editor):
    """The browser shows no seconds, which must not count as a change of the end."""
    ends = timezone.now().replace(second=17, microsecond=5) + dt.timedelta(days=9)
    piece = piece_by(writer)
    published(piece, by=editor, ends=ends)
    client = at_the_desk(editor)
    shown = client.get(url(piece, "publish")).context["form"]["ends"].value()
    again = confirmed(piece, change="minor", ends=f"{shown:%Y-%m-%dT%H:%M}")
    client.post(url(piece, "publish"), again)
    assert live(piece).ends_at == ends
    client.post(url(piece, "publish"), confirmed(piece, change="minor", ends=""))
    assert live(piece).ends_at is None


THIS_MINUTE = timezone.now().replace(second=0, microsecond=0)


def in_days(days: int) -> dt.datetime:
    return THIS_MINUTE + dt.timedelta(days=days)


@pytest.mark.parametrize("shown_end", [None, 40])
def test_the_end_that_the_page_showed_holds_whatever_is_scheduled_before(shown_end, writer, editor):
    """What opens in between has an end of its own, which the page did not show."""
    piece = piece_by(writer)
    shown_end = shown_end and in_days(shown_end)
    published(piece, by=editor, ends=shown_end)
    between = {"change": "minor", "opens": in_days(10), "ends": in_days(30)}
    published(piece, by=editor, **between)
    client = at_the_desk(editor)
    shown = client.get(url(piece, "publish")).context["form"]["ends"].value()
    form = confirmed(
        piece,
        change="minor",
        opens=f"{in_days(20):%Y-%m-%dT%H:%M}",
        ends=f"{shown:%Y-%m-%dT%H:%M}" if shown else "",
    )
    response = client.post(url(piece, "publish"), form, follow=True)
    assert Edition.objects.get(live_from=in_days(20)).ends_at == shown_end
    assert ("It ends on" in told(response)[0]) == bool(shown_end)


def test_an_end_before_the_opening_is_refused_though_the_page_showed_it(writer, editor):
    piece = piece_by(writer)
    published(piece, by=editor, ends=in_days(9))
    client = at_the_desk(editor)
    shown = client.get(url(piece, "publish")).context["form"]["ends"].value()
    moments = {"opens": "2099-01-01T09:00", "ends": f"{shown:%Y-%m-%dT%H:%M}"}
    page = client.post(url(piece, "publish"), confirmed(piece, change="minor", **moments))
    assert "It would end before it opens." in page.content.decode()
    assert Edition.objects.count() == 1


def test_who_publishes_is_told_when_it_ends(writer, editor):
    form = confirmed(piece := piece_by(writer), ends="2099-01-01T09:00")
    (message,) = told(at_the_desk(editor).post(url(piece, "publish"), form, follow=True))
    assert "It ends on Thu 1 Jan 2099, 09:00 UTC. <a href=" in message


def test_the_page_takes_as_many_queries_for_many_findings_as_for_one(
    writer, editor, django_assert_max_num_queries
):
    piece = piece_by(writer, text="[block] [warn] [info]")
    client = at_the_desk(editor)
    client.get(url(piece, "publish"))
    with django_assert_max_num_queries(25):
        client.get(url(piece, "publish"))
