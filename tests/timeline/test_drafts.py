import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from newsroom.publishing import lifecycle
from newsroom.publishing.previews import preview_url
from newsroom.sources.models import Source
from tests.factories import cite, make_event, make_source, recorded
from timeline.models import Event, StatusChange
from timeline.status import EventStatus

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "stored", "first", "last"),
    [
        ("March 2023", "2023-03", dt.date(2023, 3, 1), dt.date(2023, 3, 31)),
        ("1910/1945", "1910/1945", dt.date(1910, 1, 1), dt.date(1945, 12, 31)),
        ("2024/..", "2024/..", dt.date(2024, 1, 1), None),
        ("", "", None, None),
    ],
)
def test_the_days_an_event_spans_follow_from_its_date(written, stored, first, last):
    event = make_event(date=written)
    event.refresh_from_db()
    assert (event.date, event.date_from, event.date_to) == (stored, first, last)


def test_a_date_that_nobody_understands_is_not_saved():
    with pytest.raises(ValidationError, match="not understood"):
        make_event(date="some day")


@pytest.mark.parametrize(
    "fact", [{"date": "2023"}, {"date_text": "2023"}, {"status": "planned"}, {"countries": "JP"}]
)
def test_a_translation_cannot_hold_what_stands_on_its_original(fact):
    translation = make_event(original=make_event(), language="ko")
    for name, value in fact.items():
        setattr(translation, name, value)
    with pytest.raises(ValidationError) as refusal:
        translation.full_clean()
    assert list(refusal.value.error_dict) == list(fact)


@pytest.mark.parametrize(("countries", "fine"), [("JP KR", True), ("jp", False), ("JPKR", False)])
def test_countries_are_two_letter_codes(countries, fine):
    event = make_event(countries=countries)
    if fine:
        event.full_clean()
    else:
        with pytest.raises(ValidationError, match="two capital letters"):
            event.full_clean()


def test_a_restored_revision_brings_back_the_event_with_its_history_and_sources(editor):
    event = make_event(title="A festival", date="2020", status=EventStatus.POSTPONED)
    StatusChange.objects.create(
        event=event, status=EventStatus.POSTPONED, on="2020-03-24", source=make_source("Statement")
    )
    before = recorded(event, editor)
    event.status_changes.all().delete()
    event.cited_sources.all().delete()
    Event.objects.update(date="2021", status=EventStatus.PLANNED)
    recorded(event, editor)
    restored, lost = lifecycle.restore(revision=before, by=editor)
    event.refresh_from_db()
    assert (event.date, event.date_to, event.status) == ("2020", dt.date(2020, 12, 31), "postponed")
    assert [change.on for change in event.status_changes.all()] == ["2020-03-24"]
    assert [str(cited) for cited in event.cited_sources.all()] == ["Treaty series"]
    assert (restored.digest, lost) == (before.digest, [])


def test_sources_of_an_event_and_of_its_history_are_kept_with_the_revision(editor):
    event = make_event(sources=())
    cite(event, "Treaty")
    StatusChange.objects.create(event=event, status="happened", source=make_source("Statement"))
    recorded(event, editor)
    event.status_changes.all().delete()
    event.cited_sources.all().delete()
    for source in Source.objects.all():
        with pytest.raises(ProtectedError):
            source.delete()


def test_a_draft_without_anything_but_a_headline_can_be_previewed(editor, client):
    event = Event.objects.create(title="Somebody meets somebody")
    response = client.get(preview_url(recorded(event, editor)))
    assert "Somebody meets somebody" in response.content.decode()
