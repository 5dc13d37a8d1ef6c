import datetime as dt

import pytest
from django.template.loader import render_to_string

from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import LiveParts
from tests.factories import make_event, published
from timeline.models import Event
from timeline.pages import EventItem, event_item
from timeline.status import EventStatus

NEW_YEAR = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)

pytestmark = pytest.mark.django_db


def item_of(event: Event, *, at: dt.datetime = NEW_YEAR, **shown: str) -> EventItem:
    parts, language = LiveParts(at), shown.pop("language", "en")
    facts = PageFacts(language=language, path="/a/", at=at)
    return event_item(parts.get(event.pk), parts, facts, **shown)


def live(editor, **fields) -> Event:
    event = make_event(**fields)
    published(event, by=editor, at=dt.datetime(2023, 4, 1, tzinfo=dt.UTC))
    return event


def test_an_item_shows_what_the_live_edition_says(editor):
    event = live(editor, text="<p>In Tokyo.</p>", place="Tokyo")
    Event.objects.update(text="<p>Edited since.</p>")
    item = item_of(event)
    assert (item.headline, item.text, item.place) == (
        "The leaders meet",
        "<p>In Tokyo.</p>",
        "Tokyo",
    )
    assert (item.date.text, item.date.start) == ("16 March 2023", "2023-03-16")
    assert (item.anchor, item.path) == ("e-the-leaders-meet", "/timeline/the-leaders-meet/")
    assert [citation.title for citation in item.citations] == ["Treaty series"]


def test_an_article_may_give_an_event_a_headline_of_its_own(editor):
    assert item_of(live(editor), headline="First, Tokyo").headline == "First, Tokyo"


def test_a_plan_is_overdue_once_its_last_day_is_over(editor):
    plan = live(editor, date="2024", status=EventStatus.PLANNED)
    before, after = item_of(plan, at=NEW_YEAR - SECOND), item_of(plan, at=NEW_YEAR)
    assert (before.overdue, after.overdue) == (False, True)
    assert before.overdue_from == after.overdue_from == NEW_YEAR


def test_what_happened_is_never_overdue(editor):
    item = item_of(live(editor, date="2023"))
    assert (item.overdue, item.overdue_from) == (False, None)


def test_readers_are_told_that_a_plan_is_overdue_instead_of_a_stale_future(editor):
    plan = live(editor, date="2024", status=EventStatus.PLANNED)
    shown = [
        render_to_string("components/timeline.html", {"events": [item_of(plan, at=at)]})
        for at in (NEW_YEAR - SECOND, NEW_YEAR)
    ]
    assert ["Was planned for 2024; outcome not yet confirmed" in html for html in shown] == [
        False,
        True,
    ]
    assert [">Planned<" in html for html in shown] == [True, False]


def test_a_translation_has_its_words_and_the_facts_of_its_original(editor):
    original = live(editor, place="Tokyo")
    translation = live(editor, original=original, language="ja", title="首脳会談", place="")
    item = item_of(translation, language="ja")
    assert (item.headline, item.date.text, item.place) == ("首脳会談", "2023年3月16日", "Tokyo")
    assert item.status == EventStatus.HAPPENED
    assert [citation.title for citation in item.citations] == ["Treaty series"]


def test_a_translation_may_say_what_the_place_is_called_in_its_language(editor):
    original = live(editor, place="Tokyo")
    translation = live(editor, original=original, language="ja", title="首脳会談", place="東京")
    assert item_of(translation, language="ja").place == "東京"
