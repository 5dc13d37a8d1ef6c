import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from faqs.models import Question
from newsroom.publishing import lifecycle
from newsroom.publishing.previews import preview_url
from newsroom.sources.models import Source
from tests.factories import make_question, recorded

pytestmark = pytest.mark.django_db


def test_a_short_answer_has_at_most_300_characters():
    question = make_question(short_answer="x" * 300)
    question.full_clean()
    question.short_answer += "x"
    with pytest.raises(ValidationError) as refusal:
        question.full_clean()
    assert list(refusal.value.error_dict) == ["short_answer"]


def test_a_restored_revision_brings_back_the_answer_and_its_sources(editor):
    question = make_question(answer="<p>First.</p>", reviewed_on=dt.date(2026, 3, 1))
    before = recorded(question, editor)
    question.cited_sources.all().delete()
    Question.objects.update(answer="<p>Second.</p>", reviewed_on=None)
    recorded(question, editor)
    restored, lost = lifecycle.restore(revision=before, by=editor)
    question.refresh_from_db()
    assert (question.answer, question.reviewed_on) == ("<p>First.</p>", dt.date(2026, 3, 1))
    assert [str(cited) for cited in question.cited_sources.all()] == ["Treaty series"]
    assert (restored.digest, lost) == (before.digest, [])


def test_the_sources_of_an_answer_are_kept_with_the_revision(editor):
    question = make_question()
    recorded(question, editor)
    question.cited_sources.all().delete()
    with pytest.raises(ProtectedError):
        Source.objects.get().delete()


def test_a_draft_without_an_answer_can_be_previewed(editor, client):
    question = Question.objects.create(title="Who met whom?")
    response = client.get(preview_url(recorded(question, editor)))
    assert "Who met whom?" in response.content.decode()
