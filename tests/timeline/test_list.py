import datetime as dt
import re

import pytest

from newsroom.publishing import lifecycle
from tests.factories import make_event, published
from timeline.models import Event
from timeline.status import EventStatus

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def events(editor, *dates: str, **fields: str) -> list[Event]:
    """Live events, each with its date as its headline."""
    made = [make_event(title=date, slug=f"e{n}", date=date) for n, date in enumerate(dates)]
    for event in made:
        published(event, by=editor)
    return made


def headlines(client, address: str = "/en/timeline/") -> list[str]:
    html = client.get(address).content.decode()
    return re.findall(r'class="event-headline"><a [^>]*>([^<]*)<', html)


def test_events_stand_in_the_order_of_their_first_days_the_longer_ones_first(editor, client):
    events(editor, "2023-03", "1965-06-22", "2023-03-16", "2023", "1910/1945", "2023-03-01")
    assert headlines(client) == [
        "1910/1945",
        "1965-06-22",
        "2023",
        "2023-03",
        "2023-03-01",
        "2023-03-16",
    ]


def test_the_newest_come_first_where_the_reader_asks(editor, client):
    events(editor, "1965", "2023", "1910/..", "../1945", "202X")
    oldest_first = headlines(client)
    assert oldest_first == ["1910/..", "../1945", "1965", "202X", "2023"]
    assert headlines(client, "/en/timeline/?order=desc") == oldest_first[::-1]


def test_the_order_is_that_of_what_readers_see_not_of_drafts(editor, client):
    first, _second = events(editor, "1965", "2023")
    Event.objects.filter(pk=first.pk).update(date="2030", date_from=dt.date(2030, 1, 1))
    assert headlines(client) == ["1965", "2023"]


def test_only_what_is_live_is_listed(editor, client):
    _shown, withdrawn = events(editor, "1965", "2023")
    make_event(title="A draft", slug="draft")
    lifecycle.withdraw(content=withdrawn, reason="Wrong", by=editor)
    assert headlines(client) == ["1965"]


def test_translations_stand_where_the_dates_of_their_originals_put_them(editor, client):
    for n, (original, title) in enumerate(
        zip(events(editor, "2023", "1965", "1910/.."), ["三", "二", "一"], strict=True)
    ):
        translation = make_event(original=original, language="ja", title=title, slug=f"j{n}")
        published(translation, by=editor)
    assert headlines(client, "/ja/timeline/") == ["一", "二", "三"]
    assert headlines(client, "/ja/timeline/?order=desc") == ["三", "二", "一"]


def test_many_events_stand_on_several_pages_in_either_order(editor, client, monkeypatch):
    monkeypatch.setattr("timeline.views.PER_PAGE", 2)
    events(editor, "1901", "1902", "1903")
    assert headlines(client) == ["1901", "1902"]
    assert headlines(client, "/en/timeline/?page=2") == ["1903"]
    assert headlines(client, "/en/timeline/?order=desc&page=2") == ["1901"]


@pytest.mark.parametrize(("language", "number"), [("en", 1), ("en", 50), ("ja", 1), ("ja", 50)])
def test_the_list_asks_the_database_at_most_five_times(
    editor, client, language, number, django_assert_max_num_queries
):
    for n, original in enumerate(events(editor, *(str(1900 + n) for n in range(number)))):
        if language == "ja":
            translation = make_event(original=original, language="ja", slug=f"j{n}")
            published(translation, by=editor)
    with django_assert_max_num_queries(5):
        assert len(headlines(client, f"/{language}/timeline/")) == number


def test_a_language_without_events_says_what_the_others_have(editor, client):
    events(editor, "1965")
    html = client.get("/ko/timeline/").content.decode()
    assert 'href="/en/timeline/e0/"' in html


def test_the_list_changes_when_the_next_event_opens_or_a_plan_falls_overdue(editor, client):
    now = dt.datetime.now(tz=dt.UTC)
    tomorrow = now.date() + dt.timedelta(days=1)
    plan = make_event(slug="plan", date=tomorrow.isoformat(), status=EventStatus.PLANNED)
    published(plan, by=editor)
    overdue = dt.datetime.combine(tomorrow, dt.time(), tzinfo=dt.UTC) + dt.timedelta(days=1)
    assert client.get("/en/timeline/").context["page"].next_change == overdue
    soon = now + dt.timedelta(hours=1)
    published(make_event(slug="next"), by=editor, opens=soon)
    assert client.get("/en/timeline/").context["page"].next_change == soon
