"""Citing at the desk: what the form refuses, and what the editor is told of sources."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from articles.models import Article
from newsroom.publishing.revisions import head_of
from newsroom.sources.models import Source
from tests.admin_desk.desk import at_the_desk, opened
from tests.articles.making import make_article
from tests.factories import make_event, make_question, make_source, recorded
from tests.sources.noting import note

pytestmark = pytest.mark.django_db

SAVE = {"_continue": "Save draft"}
TO_CITE = "/admin/sources/source/to-cite/"
NEVER_WAS = 4_000_000


@pytest.fixture
def article(editor: User) -> Article:
    article = make_article(sources=[])
    recorded(article, editor)
    return article


def posted(article: Article, editor: User, text: str):
    desk, url = at_the_desk(editor), f"/admin/articles/article/{article.pk}/change/"
    form = opened(desk.get(url))
    name = next(name for name, value in form.items() if value == "<p>It began with a letter.</p>")
    return desk.post(url, form | {name: text} | SAVE)


def test_a_text_that_cites_is_saved_with_its_source(article: Article, editor: User) -> None:
    source = make_source("The treaty")
    assert posted(article, editor, f"<p>Signed.{note(source)}</p>").status_code == 302
    assert [row["source"] for row in head_of(article).snapshot["citations"]] == [source.pk]


@pytest.mark.parametrize(
    "marker", [note(NEVER_WAS), f"<span data-source={NEVER_WAS}>x</span>", note(10**17)]
)
def test_a_note_to_a_source_that_never_was_is_an_error_in_words(
    article: Article, editor: User, marker: str
) -> None:
    response = posted(article, editor, f"<p>Signed.{marker}</p>")
    assert response.status_code == 200
    assert "A note leads to a source that does not exist." in response.content.decode()
    assert head_of(article).number == 1


@pytest.mark.parametrize("kind", ["event", "question"])
def test_events_and_answers_are_refused_alike(editor: User, kind: str) -> None:
    make, app, field = {
        "event": (make_event, "timeline", "text"),
        "question": (make_question, "faqs", "answer"),
    }[kind]
    content = make()
    recorded(content, editor)
    desk, url = at_the_desk(editor), f"/admin/{app}/{kind}/{content.pk}/change/"
    form = opened(desk.get(url)) | {field: f"<p>{note(NEVER_WAS)}</p>"} | SAVE
    assert "does not exist" in desk.post(url, form).content.decode()


def test_sources_are_found_by_what_is_known_of_them(editor: User) -> None:
    make_source("Joint declaration", author="Obuchi and Kim", published_on="1998-10-08")
    make_source("A history", publisher="Example Press")
    desk = at_the_desk(editor)
    [found] = desk.get(TO_CITE, {"term": "obuchi joint"}).json()["sources"]
    assert found["title"] == "Joint declaration"
    assert found["about"] == "Obuchi and Kim · 8 October 1998"
    assert len(desk.get(TO_CITE).json()["sources"]) == 2


def test_notes_are_told_what_they_stand_for(editor: User) -> None:
    source = make_source("The treaty")
    asked = {"id": [str(source.pk), str(NEVER_WAS), "x", "-1", "9" * 30]}
    told = at_the_desk(editor).get(TO_CITE, asked).json()
    assert told == {"sources": [{"id": source.pk, "title": "The treaty", "about": ""}]}


def test_asking_costs_the_same_for_one_source_and_for_many(
    editor: User, django_assert_max_num_queries
) -> None:
    desk = at_the_desk(editor)
    sources = [make_source(f"Source {number}", published_on="1998") for number in range(50)]
    for ids in ([sources[0].pk], [source.pk for source in sources]):
        with django_assert_max_num_queries(8):
            assert len(desk.get(TO_CITE, {"id": ids}).json()["sources"]) == len(ids)


def test_who_may_not_read_sources_is_told_nothing(client, db: None) -> None:
    make_source("The treaty")
    assert client.get(TO_CITE).status_code == 302
    nobody = User.objects.create_user("nora", password="nora-password-for-tests", is_staff=True)
    assert at_the_desk(nobody).get(TO_CITE).status_code == 403


@pytest.mark.parametrize("term", ["\0", "%", "'", '"', "\\", "x" * 5_000, "日本"])
def test_any_words_can_be_searched_for(editor: User, term: str) -> None:
    Source.objects.create(title="The treaty")
    assert at_the_desk(editor).get(TO_CITE, {"term": term}).status_code == 200
