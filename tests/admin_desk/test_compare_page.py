"""Any two revisions of a content, compared on a page for all who may see it."""

from http import HTTPStatus

import pytest
from django.test import Client

from newsroom.publishing.editions import Change
from newsroom.publishing.revisions import Revision
from tests.factories import make_expert, make_quote, published, recorded
from tests.pieces.models import Piece, Shown

from .desk import at_the_desk, saved, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="The old words.")
    recorded(piece, writer)
    return piece


def compared(page) -> tuple[int, int]:
    return page.context["old"].number, page.context["new"].number


def test_it_shows_which_words_came_and_which_went(writer, draft):
    saved(draft, "The new words.", writer)
    page = at_the_desk(writer).get(url(draft, "compare"), {"from": 1, "to": 2}).content.decode()
    assert '<del><span class="visually-hidden">[removed: </span>old' in page
    assert '<ins><span class="visually-hidden">[added: </span>new' in page
    assert '<span class="came">+1</span> <span class="went">−1</span> words' in page


def test_by_itself_it_compares_what_readers_see_with_the_newest(writer, editor, draft):
    published(draft, by=editor)
    saved(draft, "Other words.", writer)
    saved(draft, "Newest words.", writer)
    assert compared(at_the_desk(writer).get(url(draft, "compare"))) == (1, 3)


def test_where_readers_see_the_newest_it_tells_what_that_changed(writer, editor, draft):
    saved(draft, "Other words.", writer)
    published(draft, by=editor)
    assert compared(at_the_desk(writer).get(url(draft, "compare"))) == (1, 2)


def test_one_revision_is_compared_with_the_one_before_it(writer, editor, draft):
    published(draft, by=editor)
    saved(draft, "Other words.", writer)
    saved(draft, "Newest words.", writer)
    assert compared(at_the_desk(writer).get(url(draft, "compare"), {"to": 3})) == (2, 3)


def test_it_looks_back_too(writer, draft):
    saved(draft, "Other words.", writer)
    client = at_the_desk(writer)
    page = client.get(url(draft, "compare"), {"from": 2, "to": 1})
    assert compared(page) == (2, 1)
    assert '<a href="?from=1&amp;to=2">Swap</a>' in page.content.decode()


def test_a_revision_is_the_same_as_itself(writer, draft):
    page = at_the_desk(writer).get(url(draft, "compare"), {"from": 1, "to": 1}).content.decode()
    assert "Nothing differs." in page


def test_before_the_first_there_was_nothing(writer, draft):
    page = at_the_desk(writer).get(url(draft, "compare")).content.decode()
    assert "It is the first revision: there is nothing before it." in page


def test_a_draft_that_was_never_recorded_has_nothing_to_compare(editor):
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    page = at_the_desk(editor).get(url(piece, "compare")).content.decode()
    assert "Nothing was saved yet." in page


@pytest.mark.parametrize(
    "number", ["0", "99", "-1", "x", "", "1.0", "١", "9" * 40, "1 or 1", "\x00"]
)
@pytest.mark.parametrize("side", ["from", "to"])
def test_numbers_of_no_revision_are_not_found(writer, draft, side, number):
    page = at_the_desk(writer).get(url(draft, "compare"), {side: number})
    assert page.status_code == HTTPStatus.NOT_FOUND


def test_revisions_of_something_else_are_not_found(writer, draft):
    other = Piece.objects.create(title="Ferries", slug="ferries")
    for text in ("One.", "Two."):
        saved(other, text, writer)
    page = at_the_desk(writer).get(url(draft, "compare"), {"from": 1, "to": 2})
    assert page.status_code == HTTPStatus.NOT_FOUND


def test_an_erased_text_never_comes_back(admin, writer, draft):
    saved(draft, "Other words.", writer)
    saved(draft, "Newest words.", writer)
    erase = {"revisions": [Revision.objects.get(number=1).pk], "reason": "A court order."}
    at_the_desk(admin).post(url(draft, "erase"), erase)
    for numbers in ({"from": 1, "to": 2}, {"from": 3, "to": 1}, {"to": 2}):
        page = at_the_desk(writer).get(url(draft, "compare"), numbers).content.decode()
        assert "The text of revision 1 was erased" in page
        assert "old words" not in page.lower()
        assert "Other" not in page


def test_all_who_may_see_the_content_may_compare(writer, editor, moderator, admin, draft):
    saved(draft, "Other words.", writer)
    for person in (writer, editor, moderator, admin):
        page = at_the_desk(person).get(url(draft, "compare"))
        assert page.status_code == HTTPStatus.OK, person


def test_readers_may_not(draft, django_user_model):
    reader = django_user_model.objects.create_user("rita")
    for client in (Client(), at_the_desk(reader)):
        page = client.get(url(draft, "compare"))
        assert page.status_code == HTTPStatus.FOUND
        assert "login" in page.url
    stranger = django_user_model.objects.create_user("sam", is_staff=True)
    assert at_the_desk(stranger).get(url(draft, "compare")).status_code == HTTPStatus.FORBIDDEN


def test_nothing_is_changed_by_it(writer, draft):
    assert at_the_desk(writer).post(url(draft, "compare")).status_code == 405


def test_it_takes_as_many_queries_for_many_revisions(
    writer, editor, draft, django_assert_num_queries, django_assert_max_num_queries
):
    client = at_the_desk(editor)
    published(draft, by=editor)
    saved(draft, "Words.", writer)
    with django_assert_max_num_queries(16) as few:
        client.get(url(draft, "compare"))
    for number in range(50):
        saved(draft, f"Words {number}.", writer)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(url(draft, "compare"))


def test_many_references_take_one_query(
    writer, draft, django_assert_num_queries, django_assert_max_num_queries
):
    client = at_the_desk(writer)
    show(draft, 1)
    recorded(draft, writer)
    with django_assert_max_num_queries(16) as few:
        client.get(url(draft, "compare"))
    show(draft, 50)
    recorded(draft, writer)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(url(draft, "compare"))


def show(piece: Piece, number: int) -> None:
    for n in range(number):
        part = Piece.objects.create(title=f"Part {n}", slug=f"part-{number}-{n}")
        Shown.objects.create(piece=piece, part=part, position=n)


def test_lists_of_snapshots_are_not_read(writer, draft):
    """Of fifty revisions the page reads the two that it compares."""
    for number in range(5):
        saved(draft, f"Words {number}.", writer)
    revisions = at_the_desk(writer).get(url(draft, "compare")).context["revisions"]
    assert all("snapshot" in revision.get_deferred_fields() for revision in revisions)


def test_the_names_of_unnamed_speakers_are_shown_as_the_form_shows_them(editor, moderator):
    quote = make_quote(record="anonymous", described_as="a diplomat", expert=make_expert())
    recorded(quote, editor)
    quote.described_as = "an envoy"
    quote.save()
    recorded(quote, editor)
    for person in (editor, moderator):
        page = at_the_desk(person).get(f"/admin/quotes/quote/{quote.pk}/compare/").content.decode()
        assert "envoy" in page
    address = f"/admin/quotes/quote/{quote.pk}/compare/"
    assert Client().get(address).status_code == HTTPStatus.FOUND


def test_what_was_replaced_for_readers_can_be_compared_again(writer, editor, draft):
    published(draft, by=editor)
    saved(draft, "Other words.", writer)
    published(draft, by=editor, change=Change.UPDATE)
    page = at_the_desk(writer).get(url(draft, "compare"), {"from": 1, "to": 2})
    assert page.status_code == HTTPStatus.OK
