"""A draft of what is typed: the same as after saving it, from a request that saves nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Picture
from newsroom.publishing.admin.typed import Typed, typed
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.kinds import Snapshot, kind_of
from newsroom.publishing.topics import Topic
from tests.articles.making import add_parts, make_article, make_author, make_image, place
from tests.factories import recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, opened, piece_form, rows_form, url

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
SAVE = {"_continue": "Save draft"}


@pytest.fixture
def article(editor: User, moderator: User) -> Article:
    """A draft with a block of each type and a row in each list."""
    article = make_article(authors=[make_author()], lead_image=make_image())
    place(article, Picture, image=make_image())
    add_parts(article, editor, moderator, number=2)
    recorded(article, editor)
    return article


def change(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def typed_by(user: User, content: Any, form: dict[str, Any], model: Any = Article) -> Typed:
    request = RequestFactory().post("/", form)
    request.user = user
    fresh = content and admin.site.get_model_admin(model).get_object(request, str(content.pk))
    return typed(admin.site.get_model_admin(model), request, fresh)


def snapshot_of(draft: Any) -> Snapshot:
    """Without what a row gets by being saved."""
    return _without_ids(kind_of(draft.content).take(draft))


def _without_ids(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_ids(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _without_ids(entry) for key, entry in value.items() if key != "id"}
    return value


def edited(form: dict[str, Any]) -> dict[str, Any]:
    """Words changed, a block inserted, another deleted, two exchanged, a row added."""
    sections = "articles_section_set"
    number = int(form[f"{sections}-TOTAL_FORMS"])
    new = {"heading": "In between", "text": "<p>M<b>o</b>re</p>", "region": "main", "ordering": 15}
    form |= {f"{sections}-{number}-{name}": value for name, value in new.items()}
    first, second = f"{sections}-0-ordering", f"{sections}-1-ordering"
    return form | {
        "title": "Another title",
        "topics": [Topic.objects.create(name="Trade").pk],
        "lead_image": make_image("A bridge").pk,
        f"{sections}-TOTAL_FORMS": number + 1,
        first: form[second],
        second: form[first],
        "articles_quotehere_set-0-DELETE": "on",
        "authors-1-author": make_author("Jun Park").pk,
        "authors-1-position": 0,
        "authors-TOTAL_FORMS": 2,
    }


def test_it_is_the_draft_that_saving_would_give(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    form = edited(opened(desk.get(change(article))))
    before = snapshot_of(typed_by(editor, article, form).draft)
    desk.post(change(article), form | SAVE)
    assert before == snapshot_of(read_draft(article))
    assert before["title"] == "Another title"
    assert before["blocks"][1]["heading"] == "In between"


def test_a_piece_that_was_never_saved_has_a_draft_too(editor: User) -> None:
    words = {"title": "New", "slug": "new", "lead_image": make_image().pk}
    form = opened(at_the_desk(editor).get(ADD)) | words | _sections(2)
    before = snapshot_of(typed_by(editor, None, form).draft)
    at_the_desk(editor).post(ADD, form | SAVE)
    assert before == snapshot_of(read_draft(Article.objects.get()))


def _sections(number: int) -> dict[str, Any]:
    prefix = "articles_section_set"
    rows = {f"{prefix}-{n}-heading": f"Heading {n}" for n in range(number)}
    rows |= {f"{prefix}-{n}-region": "main" for n in range(number)}
    orders = {f"{prefix}-{n}-ordering": 10 * (n + 1) for n in range(number)}
    return {f"{prefix}-TOTAL_FORMS": number, **rows, **orders}


def test_nothing_is_written_and_no_transaction_begun(article: Article, editor: User) -> None:
    form = edited(opened(at_the_desk(editor).get(change(article))))
    with CaptureQueriesContext(connection) as captured:
        kind_of(article).take(typed_by(editor, article, form).draft)
    said = {query["sql"].split()[0] for query in captured.captured_queries}
    assert said == {"SELECT"}
    assert not any("FOR UPDATE" in query["sql"] for query in captured.captured_queries)


def test_it_asks_no_more_with_fifty_rows_than_with_one(
    article: Article, editor: User, moderator: User
) -> None:
    few = len(queries(article, editor))
    add_parts(article, editor, moderator, number=50)
    for _number in range(50):
        place(article, Picture, image=make_image())
    assert len(queries(article, editor)) == few


def queries(article: Article, editor: User) -> list[str]:
    form = opened(at_the_desk(editor).get(change(article)))
    with CaptureQueriesContext(connection) as captured:
        kind_of(article).take(typed_by(editor, article, form).draft)
    return [query["sql"] for query in captured.captured_queries]


def test_taking_the_snapshot_reads_no_more_than_the_words_of_the_lead_image(
    article: Article, editor: User, django_assert_max_num_queries: Any
) -> None:
    form = opened(at_the_desk(editor).get(change(article)))
    draft = typed_by(editor, article, form).draft
    with django_assert_max_num_queries(1):
        kind_of(article).take(draft)


def test_a_row_without_what_it_shows_is_left_out_and_named(article: Article, editor: User) -> None:
    form = opened(at_the_desk(editor).get(change(article)))
    form |= {"events-0-event": "", "articles_promohere_set-1-promo": "99999999"}
    state = typed_by(editor, article, form)
    shown = snapshot_of(state.draft)
    assert len(shown["events"]) == int(form["events-TOTAL_FORMS"]) - 1
    # A block stands as it was saved: it may show nothing yet, too.
    assert all(block["promo"] for block in shown["blocks"] if block["type"] == "promo")
    found = {(problem.where, problem.field) for problem in state.problems()}
    assert found == {
        ("Event of the article 1, Event", "id_events-0-event"),
        ("Promo 2, Promo", "id_articles_promohere_set-1-promo"),
    }


@pytest.mark.parametrize("key", ["abc", "-1", "9" * 18, "9" * 40, "٣", "\x00", "1 OR 1=1"])
def test_a_key_that_is_none_is_a_problem_and_no_crash(
    article: Article, editor: User, key: str
) -> None:
    form = opened(at_the_desk(editor).get(change(article)))
    form |= {"articles_quotehere_set-0-quote": key, "articles_section_set-0-id": key}
    state = typed_by(editor, article, form)
    assert snapshot_of(state.draft)
    assert any(problem.where == "Quote 1, Quote" for problem in state.problems())


def test_a_field_with_an_error_counts_as_it_was_saved(article: Article, editor: User) -> None:
    form = opened(at_the_desk(editor).get(change(article)))
    state = typed_by(editor, article, form | {"title": "", "standfirst": "New words."})
    taken = snapshot_of(state.draft)
    assert (taken["title"], taken["standfirst"]) == ("How neighbours talk", "New words.")
    (problem,) = state.problems()
    assert (problem.where, problem.field) == ("Title", "id_title")


def test_a_row_that_somebody_deleted_meanwhile_is_still_shown(
    article: Article, editor: User
) -> None:
    form = opened(at_the_desk(editor).get(change(article)))
    article.articles_section_set.filter(heading="How it began").delete()
    state = typed_by(editor, article, form)
    assert list(state.problems()) == []
    headings = [block.get("heading") for block in snapshot_of(state.draft)["blocks"]]
    assert "How it began" in headings


def test_it_minds_neither_who_saved_meanwhile_nor_whether_the_address_is_free(writer: User) -> None:
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    Piece.objects.create(title="Ferries", slug="ferries")
    recorded(piece, writer)
    form = piece_form(piece, edit_version=99, slug="ferries")
    state = typed_by(writer, piece, form, Piece)
    assert list(state.problems()) == []
    assert state.draft.content.slug == "ferries"


def test_new_rows_stand_where_saving_puts_them(writer: User) -> None:
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    notes = [Note.objects.create(title=f"Note {number}") for number in range(3)]
    Shown.objects.create(piece=piece, part=notes[0], position=4)
    recorded(piece, writer)
    new = [Shown(part=note, position=0) for note in notes[1:]]
    form = piece_form(piece) | rows_form([*Shown.objects.all(), *new])
    before = snapshot_of(typed_by(writer, piece, form, Piece).draft)
    at_the_desk(writer).post(url(piece), form | SAVE)
    assert before == snapshot_of(read_draft(piece))
    assert [row["position"] for row in before["shown"]] == [4, 5, 6]


def test_nobody_gets_a_draft_of_what_they_may_not_write(
    article: Article, writer: User, moderator: User
) -> None:
    form = opened(at_the_desk(moderator).get(change(article)))
    for user in (writer, moderator):
        with pytest.raises(PermissionDenied):
            typed_by(user, article, form)
    with pytest.raises(PermissionDenied):
        typed_by(moderator, None, form)
