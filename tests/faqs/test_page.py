import datetime as dt

import pytest
from django.template.loader import render_to_string

from faqs.models import Question
from faqs.pages import QuestionItem, question_item
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import LiveParts
from newsroom.publishing.topics import Topic
from tests.factories import cite, make_question, published
from tests.pieces.models import Piece, Shown

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)

pytestmark = pytest.mark.django_db


def item_of(question: Question, language: str = "en") -> QuestionItem:
    parts = LiveParts(NOON)
    facts = PageFacts(language=language, path="/a/", at=NOON)
    return question_item(parts.get(question.pk), parts, facts)


def live(editor, **fields) -> Question:
    question = make_question(**fields)
    published(question, by=editor, at=NOON - dt.timedelta(days=1))
    return question


def test_an_item_shows_what_the_live_edition_says(editor):
    question = live(editor, slug="when", reviewed_on=dt.date(2026, 2, 1))
    Question.objects.update(answer="<p>Edited since.</p>")
    item = item_of(question)
    assert (item.question, item.short_answer, item.answer) == (
        "When did the leaders meet?",
        "In March 2023.",
        "<p>They met on 16 March 2023.</p>",
    )
    assert (item.anchor, item.path, item.freshness.reviewed) == (
        "q-when",
        "/faqs/when/",
        dt.date(2026, 2, 1),
    )
    assert [citation.title for citation in item.citations] == ["Treaty series"]


def test_questions_stay_headings_where_an_article_lists_them(editor):
    items = [item_of(live(editor, slug="when"))]
    html = render_to_string("components/question_list.html", {"questions": items})
    assert "<h3>When did the leaders meet?</h3>" in html
    assert 'id="q-when"' in html
    assert "They met on 16 March 2023." in html


def test_a_translation_shows_the_sources_of_its_original_until_it_has_its_own(editor):
    original = live(editor)
    translation = live(editor, original=original, language="ja", title="いつ会いましたか")
    assert [line.title for line in item_of(translation, "ja").citations] == ["Treaty series"]
    cite(translation, "条約集")
    published(translation, by=editor, change="update", at=NOON)
    assert [line.title for line in item_of(translation, "ja").citations] == ["条約集"]


def test_the_page_of_a_question_has_both_answers_sources_topics_and_its_review(editor, client):
    question = make_question(slug="when", reviewed_on=dt.date(2026, 2, 1))
    question.topics.add(Topic.objects.create(name="Diplomacy", slug="diplomacy"))
    published(question, by=editor)
    html = client.get("/en/faqs/when/").content.decode()
    for words in (
        "<h1>When did the leaders meet?</h1>",
        "In March 2023.",
        "They met on 16 March 2023.",
        "Treaty series",
        "Diplomacy",
        '<time datetime="2026-02-01">',
    ):
        assert words in html


def test_the_page_names_the_pages_that_show_the_question(editor, client):
    question = make_question(slug="when")
    published(question, by=editor)
    piece = Piece.objects.create(title="A piece", slug="a-piece")
    Shown.objects.create(piece=piece, part=question)
    published(piece, by=editor)
    assert 'href="/en/pieces/a-piece/"' in client.get("/en/faqs/when/").content.decode()


def test_the_page_asks_the_database_as_often_for_many_sources_as_for_one(
    editor, client, django_assert_max_num_queries
):
    published(make_question(slug="q", sources=[f"Source {n}" for n in range(50)]), by=editor)
    with django_assert_max_num_queries(8):
        client.get("/en/faqs/q/")
