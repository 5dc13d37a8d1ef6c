import re

import pytest

from newsroom.publishing import lifecycle
from newsroom.publishing.reviews import Decision, Review
from newsroom.publishing.revisions import head_of
from tests.factories import published, recorded
from tests.pieces.models import Note, Piece, Shown
from tests.queries.counting import queries_of
from tests.queries.counting import told as counted

from .desk import at_the_desk, note_form, saved, told, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(writer) -> Review:
    note = Note.objects.create(title="A note", slug="a-note", text="[warn]")
    return lifecycle.submit(revision=recorded(note, writer), by=writer)


def page_of(review: Review) -> str:
    return url(review.revision.content, "review")


def test_the_page_shows_the_revision_its_author_and_what_was_found(moderator, review):
    page = at_the_desk(moderator).get(page_of(review)).content.decode()
    assert "This is about revision 1, written by wren." in page
    assert "/preview/" in page
    assert "The text says warn." in page
    assert "waits for a decision" not in page


@pytest.mark.parametrize("decision", Decision)
def test_each_decision_is_taken_with_its_reason(decision, moderator, review):
    form = {"review": review.pk, "decision": decision, "reason": "Because."}
    response = at_the_desk(moderator).post(page_of(review), form, follow=True)
    review.refresh_from_db()
    assert (review.decision, review.reason) == (decision, "Because.")
    assert review.decided_by == moderator
    assert response.redirect_chain == [("/admin/", 302)]
    (message,) = told(response)
    draft = f'<a href="{url(review.revision.content)}">A note</a>'
    assert message == f"{decision.label}: {draft}. The author finds it on the start page."


def test_sending_back_without_a_reason_is_refused_in_words(moderator, review):
    form = {"review": review.pk, "decision": "sent_back", "reason": ""}
    response = at_the_desk(moderator).post(page_of(review), form)
    assert response.context["form"].errors == {
        "reason": ["Say why: the author has to know what to do."]
    }
    note, _, below = response.content.decode().partition("This is about revision 1")
    assert "Not sent back yet." in note
    assert '<a href="#id_reason">Say why' in note
    assert re.search(r"<textarea[^>]* autofocus", below)
    review.refresh_from_db()
    assert review.decision == ""


def test_an_approval_that_is_refused_says_so_on_top_and_what_it_waits_for_at_the_button(
    writer, moderator
):
    note = Note.objects.create(title="A note", slug="a-note", text="[block] [warn]")
    review = lifecycle.submit(revision=recorded(note, writer), by=writer)
    client = at_the_desk(moderator)
    page = client.get(page_of(review)).content.decode()
    assert "Not approved yet." not in page
    assert "The text says block." in page.partition("It can be approved once this is settled")[2]
    form = {"review": review.pk, "decision": "approved", "reason": "Fine."}
    page = client.post(page_of(review), form).content.decode()
    top, _, below = page.partition("This is about revision 1")
    assert "Not approved yet." in top
    assert "The text says block." in top
    assert "The text says warn." not in top
    assert "Fine.</textarea>" in below
    review.refresh_from_db()
    assert review.decision == ""


def test_what_stops_no_approval_is_not_said_to(moderator, review):
    page = at_the_desk(moderator).get(page_of(review)).content.decode()
    assert "It can be approved once" not in page


def test_authors_are_told_that_somebody_else_decides(moderator):
    note = Note.objects.create(title="Own", slug="own")
    review = lifecycle.submit(revision=recorded(note, moderator), by=moderator)
    client = at_the_desk(moderator)
    page = client.get(page_of(review)).content.decode()
    assert "You wrote this revision: somebody else has to decide on it." in page
    assert 'value="approved"' not in page
    client.post(page_of(review), {"review": review.pk, "decision": "approved"})
    review.refresh_from_db()
    assert review.decision == ""


def test_a_superuser_who_wrote_it_does_not_decide_either(admin):
    note = Note.objects.create(title="Own", slug="own")
    review = lifecycle.submit(revision=recorded(note, admin), by=admin)
    at_the_desk(admin).post(page_of(review), {"review": review.pk, "decision": "approved"})
    review.refresh_from_db()
    assert review.decision == ""


def test_what_somebody_else_decided_meanwhile_is_told(moderator, admin, review):
    client = at_the_desk(moderator)
    client.get(page_of(review))
    lifecycle.decide(review=review, decision=Decision.REJECTED, by=admin, reason="No.")
    form = {"review": review.pk, "decision": "approved", "reason": ""}
    page = client.post(page_of(review), form).content.decode()
    assert "This was decided already." in page
    review.refresh_from_db()
    assert review.decision == Decision.REJECTED


def test_a_draft_edited_since_is_reviewed_as_it_was_submitted(writer, moderator, review):
    note = Note.objects.get(pk=review.revision.content_id)
    form = note_form(note, text="Edited since.", _continue="Save draft")
    at_the_desk(writer).post(url(note), form)
    client = at_the_desk(moderator)
    assert (
        "It is not the newest: that is revision 2." in client.get(page_of(review)).content.decode()
    )
    form = {"review": review.pk, "decision": "approved"}
    (message,) = told(client.post(page_of(review), form, follow=True))
    assert message.endswith("The author finds it in the history.")
    review.refresh_from_db()
    assert review.revision.number == 1
    assert review.decision == Decision.APPROVED
    assert not head_of(note).reviews.exists()


def test_a_review_of_another_content_cannot_be_slipped_in(writer, moderator, review):
    other = Note.objects.create(title="Other", slug="other")
    recorded(other, writer)
    form = {"review": review.pk, "decision": "approved", "reason": ""}
    at_the_desk(moderator).post(url(other, "review"), form)
    review.refresh_from_db()
    assert review.decision == ""


def test_without_a_request_the_page_says_that_nobody_waits(writer, moderator):
    note = Note.objects.create(title="Quiet", slug="quiet")
    recorded(note, writer)
    page = at_the_desk(moderator).get(url(note, "review")).content.decode()
    assert "Nobody waits for a decision." in page


def test_the_draft_links_to_its_review_for_those_who_may_decide(writer, moderator, review):
    note = review.revision.content
    link = f'href="{page_of(review)}"'
    assert link in at_the_desk(moderator).get(url(note)).content.decode()
    assert link not in at_the_desk(writer).get(url(note)).content.decode()


def test_what_stands_in_the_way_of_parts_is_shown_as_on_the_publish_page(writer, admin):
    note = Note.objects.create(title="A note", slug="a-note")
    recorded(note, writer)
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    Shown.objects.create(piece=piece, part=note)
    lifecycle.submit(revision=recorded(piece, writer), by=writer)
    groups = at_the_desk(admin).get(url(piece, "review")).context["groups"]
    found = {str(g.about): [row.finding.code for row in g.rows] for g in groups}
    assert found == {"Bridges": ["part_not_public"], "A note": ["not_approved"]}


def test_the_author_finds_the_reason_above_the_form(writer, moderator, review):
    reason = "Which bridge?"
    lifecycle.decide(review=review, decision=Decision.SENT_BACK, by=moderator, reason=reason)
    note = review.revision.content
    page = at_the_desk(writer).get(url(note)).content.decode()
    assert "Sent back by mo (revision 1): Which bridge?" in page


def test_what_was_published_meanwhile_waits_for_nobody(writer, admin):
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    lifecycle.submit(revision=recorded(piece, writer), by=writer)
    published(piece, by=admin)
    client = at_the_desk(admin)
    assert f'href="{url(piece, "review")}"' not in client.get(url(piece)).content.decode()
    assert "Nobody waits" in client.get(url(piece, "review")).content.decode()
    badges = client.get(url(piece, "history")).context["entries"][0].badges
    assert [badge.status for badge in badges] == ["live"]


def test_what_was_withdrawn_and_submitted_again_waits(writer, admin):
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    recorded(piece, writer)
    published(piece, by=admin)
    lifecycle.withdraw(content=piece, reason="Wrong.", by=admin)
    lifecycle.submit(revision=head_of(piece), by=writer)
    page = at_the_desk(admin).get(url(piece)).content.decode()
    assert f'href="{url(piece, "review")}"' in page


def test_what_was_never_decided_on_is_shown_whole(moderator, review):
    page = at_the_desk(moderator).get(page_of(review)).content.decode()
    assert "What it says" in page
    assert ">[warn]</div>" in page
    assert "What changed since" not in page


def test_what_was_sent_back_is_shown_with_what_changed_since_and_why(writer, moderator, review):
    lifecycle.decide(
        review=review, decision=Decision.SENT_BACK, by=moderator, reason="Which bridge?"
    )
    note = Note.objects.get(pk=review.revision.content_id)
    saved(note, "In between.", writer)
    lifecycle.submit(revision=saved(note, "The long bridge.", writer), by=writer)
    page = at_the_desk(moderator).get(page_of(review)).content.decode()
    changes = page.partition("What changed since revision 1")[2]
    assert "Which bridge?" in changes
    assert re.search(r"<ins>.*The long bridge\..*</ins>", changes)
    assert "In between." not in changes
    assert "What it says" not in page
    assert f'href="{url(note, "compare")}?from=1&amp;to=3"' in page


def test_what_readers_see_is_what_an_edit_is_compared_with(writer, editor):
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="Seen.")
    recorded(piece, writer)
    published(piece, by=editor)
    lifecycle.submit(revision=saved(piece, "Edited.", writer), by=writer)
    page = at_the_desk(editor).get(url(piece, "review")).content.decode()
    changes = page.partition("What changed since revision 1")[2]
    assert re.search(r"<del>.*Seen.*</del>", changes)
    assert re.search(r"<ins>.*Edited.*</ins>", changes)


def test_an_erased_revision_has_a_page_all_the_same(moderator, admin, review):
    saved(Note.objects.get(pk=review.revision.content_id), "Words to stay.", admin)
    lifecycle.erase(revisions=[review.revision], reason="The law.", by=admin)
    page = at_the_desk(moderator).get(page_of(review)).content.decode()
    assert "The text of this revision was erased." in page


def test_comments_and_the_review_that_waits_lead_to_each_other(writer, moderator, review):
    note = review.revision.content
    lifecycle.comment(revision=review.revision, text="Why?", by=moderator)
    page = at_the_desk(moderator).get(page_of(review)).content.decode()
    assert f'href="{url(note, "comments")}?revision=1">Comments (1)</a>' in page
    link = f'href="{page_of(review)}"'
    assert link in at_the_desk(moderator).get(url(note, "comments")).content.decode()
    assert link not in at_the_desk(writer).get(url(note, "comments")).content.decode()
    lifecycle.decide(review=review, decision=Decision.APPROVED, by=moderator)
    assert link not in at_the_desk(moderator).get(url(note, "comments")).content.decode()


def test_the_page_asks_as_much_for_many_parts_as_for_one(writer, editor):
    def reviewed(number: int) -> str:
        piece = Piece.objects.create(title=f"With {number}", slug=f"with-{number}")
        for part in range(number):
            shown = Piece.objects.create(title=f"Part {part}", slug=f"part-{part}-of-{number}")
            recorded(shown, writer)
            published(shown, by=editor)
            Shown.objects.create(piece=piece, part=shown, position=part)
        lifecycle.submit(revision=recorded(piece, writer), by=writer)
        return url(piece, "review")

    client = at_the_desk(editor)
    one, fifty = reviewed(1), reviewed(50)
    client.get(one)
    few, many = (queries_of(client, [page])[page] for page in (one, fifty))
    assert len(many) == len(few), counted(fifty, few, many)
