"""What stands in the way of an article, each with what to do about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from articles import author_findings
from articles.findings import find
from articles.models import (
    Article,
    ArticleAuthor,
    ArticleEvent,
    ArticleQuestion,
    Picture,
    QuestionsHere,
    Section,
    TimelineHere,
)
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.findings import Case, Severity
from newsroom.publishing.kinds import kind_of
from tests.articles.making import make_article, make_author, make_image, place
from tests.factories import make_event, make_question

pytestmark = pytest.mark.django_db

BLOCK, WARN, INFO = Severity.BLOCK, Severity.WARN, Severity.INFO


@pytest.fixture
def article(db: None) -> Article:
    return make_article(authors=[make_author()])


def found(article: Article) -> dict[str, Severity]:
    snapshot = kind_of(article).take(read_draft(article))
    case = Case(content=article, opens=timezone.now())
    return {finding.code: finding.severity for finding in find(snapshot, case)}


def test_nothing_stands_in_the_way_of_a_sourced_article_with_an_author(article: Article) -> None:
    assert found(article) == {}


def _no_source(article: Article) -> None:
    article.cited_sources.all().delete()


def _no_author(article: Article) -> None:
    ArticleAuthor.objects.all().delete()


def _no_standfirst(article: Article) -> None:
    Article.objects.update(standfirst="")


def _no_section(article: Article) -> None:
    Section.objects.all().delete()


def _headings_without_text(article: Article) -> None:
    Section.objects.update(text="")


def _an_empty_section(article: Article) -> None:
    place(article, Section)


def _a_heading_twice(article: Article) -> None:
    place(article, Section, heading="How it began", text="<p>Again.</p>")


def _a_heading_that_the_page_has(article: Article) -> None:
    place(article, Section, heading="Sources", text="<p>Of the river.</p>")


def _a_picture_without_words(article: Article) -> None:
    place(article, Picture, image=make_image(alt=""))


def _a_lead_image_without_words(article: Article) -> None:
    Article.objects.update(lead_image=make_image(alt=""))


def _a_timeline_without_events(article: Article) -> None:
    place(article, TimelineHere)


def _events_without_a_timeline(article: Article) -> None:
    ArticleEvent.objects.create(article=article, event=make_event())


def _two_timelines(article: Article) -> None:
    _events_without_a_timeline(article)
    place(article, TimelineHere)
    place(article, TimelineHere)


def _a_place_without_questions(article: Article) -> None:
    place(article, QuestionsHere)


def _questions_without_a_place(article: Article) -> None:
    ArticleQuestion.objects.create(article=article, question=make_question())


def _two_places_for_questions(article: Article) -> None:
    _questions_without_a_place(article)
    place(article, QuestionsHere)
    place(article, QuestionsHere)


@pytest.mark.parametrize(
    ("spoil", "code", "severity"),
    [
        (_no_source, "unsourced", BLOCK),
        (_no_author, "no_author", WARN),
        (_no_standfirst, "no_standfirst", WARN),
        (_no_section, "no_text", BLOCK),
        (_headings_without_text, "no_text", BLOCK),
        (_an_empty_section, "empty_section", WARN),
        (_a_heading_twice, "anchor_taken", INFO),
        (_a_heading_that_the_page_has, "anchor_taken", INFO),
        (_a_picture_without_words, "picture_without_words", BLOCK),
        (_a_lead_image_without_words, "picture_without_words", BLOCK),
        (_a_timeline_without_events, "timeline_empty", WARN),
        (_events_without_a_timeline, "timeline_unplaced", WARN),
        (_two_timelines, "timeline_twice", BLOCK),
        (_a_place_without_questions, "questions_empty", WARN),
        (_questions_without_a_place, "questions_unplaced", WARN),
        (_two_places_for_questions, "questions_twice", BLOCK),
    ],
)
def test_it_is_found(
    article: Article, spoil: Callable[[Article], None], code: str, severity: Severity
) -> None:
    spoil(article)
    assert found(article) == {code: severity}


def test_decorative_pictures_need_no_words(article: Article) -> None:
    place(article, Picture, image=make_image(alt="", decorative=True))
    assert found(article) == {}


def test_words_in_another_language_do_not_count() -> None:
    article = make_article(authors=[make_author(name_ja="森はな")], language="ja")
    place(article, Picture, image=make_image(alt="In English"))
    assert found(article) == {"picture_without_words": BLOCK}


def test_placed_lists_are_fine(article: Article) -> None:
    _events_without_a_timeline(article)
    place(article, TimelineHere)
    _questions_without_a_place(article)
    place(article, QuestionsHere)
    assert found(article) == {}


@pytest.mark.parametrize(("biography", "codes"), [("", ["no_biography"]), ("Writes.", [])])
def test_readers_should_learn_who_an_author_is(biography: str, codes: list[str]) -> None:
    author = make_author(biography=biography)
    snapshot = kind_of(author).take(read_draft(author))
    case = Case(content=author, opens=timezone.now())
    assert [finding.code for finding in author_findings.find(snapshot, case)] == codes
