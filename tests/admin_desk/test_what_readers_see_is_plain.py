"""What is live, scheduled and edited since, is plain in the list and above the form."""

import datetime as dt

import pytest
from django.utils import timezone

from newsroom.publishing.admin.moments import moment
from newsroom.publishing.editions import Change
from newsroom.publishing.status import ContentQuerySet
from tests.factories import published, recorded
from tests.pieces.models import Piece

from .desk import at_the_desk, saved, url

pytestmark = pytest.mark.django_db

LIST = "/admin/pieces/piece/"


@pytest.fixture
def draft(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="One two three.")
    recorded(piece, writer)
    return piece


def above_the_form(user, piece: Piece) -> str:
    page = " ".join(at_the_desk(user).get(url(piece)).content.decode().split())
    return page.partition('class="standing"')[2].partition("</section>")[0]


def test_how_far_the_draft_is_ahead_is_said_with_the_way_to_see_it(writer, editor, draft):
    published(draft, by=editor)
    saved(draft, "One two.", writer)
    saved(draft, "One two four five.", writer)
    said = above_the_form(writer, draft)
    assert "Readers see revision 1 since" in said
    assert "The draft is 2 revisions ahead:" in said
    assert '<span class="came">+2</span> <span class="went">−1</span> words' in said
    assert f'href="{url(draft, "compare")}"' in said


def test_one_revision_is_one(writer, editor, draft):
    published(draft, by=editor)
    saved(draft, "One two.", writer)
    assert "The draft is 1 revision ahead:" in above_the_form(writer, draft)


@pytest.mark.parametrize("is_live", [True, False])
def test_a_draft_that_readers_see_or_that_none_ever_saw_is_not_ahead(
    writer, editor, draft, is_live
):
    if is_live:
        published(draft, by=editor)
    assert "ahead" not in above_the_form(writer, draft)


def test_a_change_without_words_says_so(writer, editor, draft):
    published(draft, by=editor)
    draft.slug = "new-bridges"
    saved(draft, draft.text, writer)
    assert "words unchanged" in above_the_form(writer, draft)


def in_the_list(user) -> str:
    page = " ".join(at_the_desk(user).get(LIST).content.decode().split())
    return page.partition('field-standing">')[2].partition("</td>")[0]


def test_the_list_says_since_when_a_live_one_is_edited(writer, editor, draft):
    published(draft, by=editor)
    first = saved(draft, "Other words.", writer)
    saved(draft, "Newest words.", writer)
    assert "Live, edited since" in in_the_list(writer)
    assert f"first edit {moment(first.made_at)}" in in_the_list(writer)


def test_the_list_says_what_opens_when(writer, editor, draft):
    opens = (timezone.now() + dt.timedelta(days=3)).replace(microsecond=0)
    published(draft, by=editor, opens=opens)
    assert f"from {moment(opens)}" in in_the_list(writer)


def test_the_list_says_when_a_live_one_is_replaced(writer, editor, draft):
    published(draft, by=editor)
    saved(draft, "Other words.", writer)
    opens = (timezone.now() + dt.timedelta(days=3)).replace(microsecond=0)
    published(draft, by=editor, change=Change.UPDATE, opens=opens)
    assert f"new text from {moment(opens)}" in in_the_list(writer)


def test_what_is_live_as_it_is_needs_no_more_words(writer, editor, draft):
    published(draft, by=editor)
    assert "quiet" not in in_the_list(writer)


def test_the_list_takes_as_many_queries_for_fifty(
    writer, editor, draft, django_assert_num_queries, django_assert_max_num_queries
):
    client = at_the_desk(writer)
    published(draft, by=editor)
    saved(draft, "Other words.", writer)
    with django_assert_max_num_queries(13) as few:
        client.get(LIST)
    for number in range(49):
        piece = Piece.objects.create(title=f"Bridge {number}", slug=f"bridge-{number}")
        published(piece, by=editor)
        saved(piece, "Other words.", editor)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(LIST)


def test_since_when_it_is_edited_is_asked_of_its_own_revisions(writer, editor, draft):
    """Another content's revisions of higher numbers are none of it."""
    other = Piece.objects.create(title="Ferries", slug="ferries")
    for number in range(5):
        saved(other, f"Words {number}.", writer)
    published(draft, by=editor)
    contents: ContentQuerySet = Piece.objects.with_status(timezone.now())
    assert contents.get(pk=draft.pk).edited_at is None
    assert contents.get(pk=other.pk).edited_at is None
