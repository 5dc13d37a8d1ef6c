"""Rows in the form of their content: a row is what its key says, and stands in a list once."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.models import Article, ArticleQuestion
from tests.articles.making import make_article
from tests.factories import make_question, recorded
from tests.page_forms import form_on

from .desk import at_the_desk

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ALREADY = "This is in the list already."


@pytest.fixture
def article(editor: User) -> Article:
    """With three questions."""
    article = make_article()
    for position, title in enumerate(("First?", "Second?", "Third?")):
        question = make_question(title=title)
        ArticleQuestion.objects.create(article=article, question=question, position=position)
    recorded(article, editor)
    return article


def opened(editor: User, article: Article) -> dict[str, Any]:
    page = at_the_desk(editor).get(f"/admin/articles/article/{article.pk}/change/")
    return form_on(page.content.decode(), "article_form") | {"_continue": "Save"}


def save(editor: User, article: Article, form: dict[str, Any]) -> Any:
    return at_the_desk(editor).post(f"/admin/articles/article/{article.pk}/change/", form)


def titles(article: Article) -> list[str]:
    return [row.question.title for row in ArticleQuestion.objects.filter(article=article)]


def swap(form: dict[str, Any], one: str, other: str) -> dict[str, str]:
    return form | {one: form[other], other: form[one]}


def test_rows_that_changed_places_in_the_form_are_still_themselves(editor, article):
    """As scripts number them: by where they stand, new ones among the others."""
    form = opened(editor, article)
    newest = make_question(title="Newest?")
    for name in ("id", "question", "position", "article"):
        form[f"questions-3-{name}"] = form.get(f"questions-0-{name}", "")
    form |= {"questions-0-id": "", "questions-0-question": str(newest.pk)}
    form |= {"questions-TOTAL_FORMS": "4"}
    form |= {f"questions-{row}-position": str(place) for row, place in enumerate((1, 3, 4, 2))}
    keys = set(ArticleQuestion.objects.values_list("pk", flat=True))
    assert save(editor, article, form).status_code == 302
    assert titles(article) == ["Newest?", "First?", "Second?", "Third?"]
    assert keys < set(ArticleQuestion.objects.values_list("pk", flat=True))


def test_a_row_that_was_copied_with_its_key_is_a_new_one(editor, article):
    form = opened(editor, article) | {"questions-TOTAL_FORMS": "4"}
    form |= {f"questions-3-{name}": form[f"questions-0-{name}"] for name in ("id", "article")}
    form |= {"questions-3-question": str(make_question(title="Newest?").pk)}
    form |= {"questions-3-position": "9"}
    assert save(editor, article, form).status_code == 302
    assert titles(article) == ["First?", "Second?", "Third?", "Newest?"]


def test_two_rows_that_exchange_what_they_hold_are_told_so_in_words(editor, article):
    """The database would refuse the first of them."""
    form = swap(opened(editor, article), "questions-0-question", "questions-1-question")
    response = save(editor, article, form)
    assert response.status_code == 200
    assert ALREADY in response.content.decode()
    assert titles(article) == ["First?", "Second?", "Third?"]


def test_what_somebody_else_added_meanwhile_is_not_added_twice(editor, article):
    form = opened(editor, article) | {"questions-TOTAL_FORMS": "4", "_overwrite": "Save"}
    newest = make_question(title="Newest?")
    ArticleQuestion.objects.create(article=article, question=newest, position=7)
    form |= {"questions-3-id": "", "questions-3-question": str(newest.pk)}
    response = save(editor, article, form | {"questions-3-position": "8"})
    assert response.status_code == 200
    assert ALREADY in response.content.decode()


def test_what_is_taken_out_may_be_put_in_again_at_once(editor, article):
    form = opened(editor, article) | {"questions-TOTAL_FORMS": "4", "questions-0-DELETE": "on"}
    form |= {"questions-3-id": "", "questions-3-question": form["questions-0-question"]}
    assert save(editor, article, form | {"questions-3-position": "9"}).status_code == 302
    assert titles(article) == ["Second?", "Third?", "First?"]
