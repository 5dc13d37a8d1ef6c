import datetime as dt

import pytest

from faqs.findings import find
from faqs.models import Question
from faqs.snapshots import take
from newsroom.publishing import lifecycle
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.findings import Case, Severity
from newsroom.publishing.refusals import Blocked
from tests.factories import make_question, recorded

pytestmark = pytest.mark.django_db


def found(question: Question) -> dict[str, Severity]:
    case = Case(content=question, opens=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
    return {finding.key: finding.severity for finding in find(take(read_draft(question)), case)}


def test_nothing_stands_in_the_way_of_an_answer_with_a_source():
    assert found(make_question()) == {}


def test_a_question_needs_an_answer():
    assert found(make_question(answer="<p> </p>")) == {"no_answer": Severity.BLOCK}


def test_an_answer_needs_a_source():
    assert found(make_question(sources=())) == {"unsourced": Severity.BLOCK}


def test_a_translation_rests_on_the_sources_of_its_original():
    assert found(make_question(original=make_question(), language="ja")) == {}


def test_a_missing_short_answer_is_only_mentioned():
    assert found(make_question(short_answer="")) == {"no_short_answer": Severity.INFO}


def test_publishing_names_everything_that_is_missing(editor):
    question = make_question(sources=(), answer="")
    with pytest.raises(Blocked) as refusal:
        lifecycle.publish(revision=recorded(question, editor), by=editor)
    assert [finding.code for finding in refusal.value.findings] == ["no_answer", "unsourced"]
