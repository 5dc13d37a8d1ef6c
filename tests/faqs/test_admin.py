import pytest
from django.urls import reverse

from faqs.models import Question
from newsroom.publishing.revisions import head_of
from tests.admin_desk.desk import at_the_desk
from tests.factories import make_question, make_source

pytestmark = pytest.mark.django_db


def test_a_question_is_written_on_one_screen_with_its_sources(writer):
    posted = {
        "edit_version": 0,
        "title": "When did they meet?",
        "slug": "when",
        "language": "en",
        "short_answer": "In 2023.",
        "answer": "<p>In March.</p>",
        "cited_sources-TOTAL_FORMS": 1,
        "cited_sources-INITIAL_FORMS": 0,
        "cited_sources-0-source": make_source("Statement").pk,
        "cited_sources-0-position": 0,
        "_continue": "1",
    }
    at_the_desk(writer).post(reverse("admin:faqs_question_add"), posted)
    snapshot = head_of(Question.objects.get()).snapshot
    assert (snapshot["short_answer"], snapshot["answer"]) == ("In 2023.", "<p>In March.</p>")
    assert [row["shown"]["title"] for row in snapshot["citations"]] == ["Statement"]


def test_the_list_and_the_form_open(editor):
    question, desk = make_question(), at_the_desk(editor)
    assert question.title in desk.get(reverse("admin:faqs_question_changelist")).content.decode()
    form = desk.get(reverse("admin:faqs_question_change", args=[question.pk])).content.decode()
    assert ">Question:<" in form
    assert "Treaty series" in form
