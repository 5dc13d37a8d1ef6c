import datetime as dt

import pytest

from newsroom.publishing import lifecycle
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.findings import Case, Severity
from newsroom.publishing.refusals import Blocked
from tests.factories import cite, make_event, recorded
from timeline.findings import find
from timeline.models import Event, StatusChange
from timeline.snapshots import take
from timeline.status import EventStatus

NEW_YEAR = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)

pytestmark = pytest.mark.django_db


def found(event: Event, opens: dt.datetime = NEW_YEAR) -> dict[str, Severity]:
    case = Case(content=event, opens=opens)
    return {finding.key: finding.severity for finding in find(take(read_draft(event)), case)}


def test_nothing_stands_in_the_way_of_a_dated_event_with_a_source():
    assert found(make_event()) == {}


def test_what_happened_needs_a_source():
    assert found(make_event(sources=())) == {"unsourced": Severity.BLOCK}


@pytest.mark.parametrize("status", sorted(set(EventStatus) - {EventStatus.HAPPENED}))
def test_what_did_not_happen_needs_none(status):
    assert found(make_event(sources=(), status=status, date="2030")) == {}


def test_an_event_needs_a_date():
    assert found(make_event(date="")) == {"no_date": Severity.BLOCK}


@pytest.mark.parametrize("date", ["1910/..", "../1945", "202X", "1910~"])
def test_any_edtf_is_a_date(date):
    assert found(make_event(date=date)) == {}


def test_somebody_has_to_say_what_became_of_it():
    assert found(make_event(status="")) == {"no_status": Severity.BLOCK}


def test_a_plan_is_overdue_from_the_end_of_its_last_day_on():
    plan = make_event(date="2024", status=EventStatus.PLANNED)
    assert found(plan, NEW_YEAR - SECOND) == {}
    assert found(plan, NEW_YEAR) == {"overdue": Severity.WARN}


@pytest.mark.parametrize("status", sorted(set(EventStatus) - {EventStatus.PLANNED}))
def test_only_plans_fall_overdue(status):
    assert found(make_event(date="2024", status=status)) == {}


@pytest.mark.parametrize("date", ["2024/..", "9999"])
def test_a_plan_without_a_last_day_never_falls_overdue(date):
    assert found(make_event(date=date, status=EventStatus.PLANNED)) == {}


def test_a_history_that_ends_in_another_status_is_to_be_checked():
    event = make_event(date="2020-07", status=EventStatus.POSTPONED)
    StatusChange.objects.create(event=event, status=EventStatus.POSTPONED, on="2020-03-24")
    assert found(event) == {}
    StatusChange.objects.create(event=event, status=EventStatus.PLANNED, on="2020-04")
    assert found(event) == {"status_differs": Severity.WARN}


def test_a_translation_is_judged_by_its_words_alone():
    assert found(make_event(original=make_event(), language="ja")) == {}


@pytest.mark.parametrize(
    "fact", [{"date": "2023"}, {"status": "planned"}, {"date_text": "2023"}, {"countries": "JP"}]
)
def test_facts_on_a_translation_are_blocked(fact):
    translation = make_event(original=make_event(), language="ja", **fact)
    assert found(translation) == {"facts_on_translation": Severity.BLOCK}


def test_sources_and_history_on_a_translation_are_blocked():
    original = make_event()
    sourced = make_event(original=original, language="ja")
    cite(sourced, "Newspaper")
    dated = make_event(original=original, language="ko")
    StatusChange.objects.create(event=dated, status=EventStatus.HAPPENED)
    assert found(sourced) == found(dated) == {"facts_on_translation": Severity.BLOCK}


def test_publishing_an_event_as_happened_without_a_source_is_refused(editor):
    event = make_event(sources=())
    with pytest.raises(Blocked) as refusal:
        lifecycle.publish(revision=recorded(event, editor), by=editor)
    assert [finding.code for finding in refusal.value.findings] == ["unsourced"]
