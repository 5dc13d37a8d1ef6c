import datetime as dt

import pytest

from newsroom.publishing import lifecycle
from newsroom.publishing.topics import Topic
from tests.factories import make_event, make_source, published
from tests.pieces.models import Piece, Shown
from timeline.models import Event, StatusChange
from timeline.status import EventStatus

pytestmark = pytest.mark.django_db


def piece_with(event: Event, slug: str) -> Piece:
    piece = Piece.objects.create(title=slug, slug=slug)
    Shown.objects.create(piece=piece, part=event)
    return piece


def test_the_page_of_an_event_says_what_when_where_and_who_says_so(editor, client):
    event = make_event(text="<p>They met.</p>", place="Tokyo")
    event.topics.add(Topic.objects.create(name="Diplomacy", slug="diplomacy"))
    published(event, by=editor)
    html = client.get("/en/timeline/the-leaders-meet/").content.decode()
    for words in (
        "<h1>The leaders meet</h1>",
        '<time datetime="2023-03-16">16 March 2023</time>',
        "They met.",
        "Tokyo",
        "Treaty series",
        "Diplomacy",
    ):
        assert words in html


def test_the_page_tells_the_history_of_the_status_with_its_sources(editor, client):
    event = make_event(date="2020", status=EventStatus.POSTPONED)
    StatusChange.objects.create(
        event=event,
        status=EventStatus.POSTPONED,
        on="2020-03-24",
        note="By a year.",
        source=make_source("Joint statement"),
    )
    published(event, by=editor)
    html = client.get("/en/timeline/the-leaders-meet/").content.decode()
    for words in ("Postponed", "24 March 2020", "By a year.", "Joint statement"):
        assert words in html


def test_the_page_names_the_live_pages_that_show_the_event(editor, client):
    event = make_event()
    published(event, by=editor)
    shown, withdrawn, scheduled = (piece_with(event, slug) for slug in ("one", "two", "three"))
    soon = dt.datetime.now(tz=dt.UTC) + dt.timedelta(hours=1)
    published(shown, by=editor)
    published(withdrawn, by=editor)
    published(scheduled, by=editor, opens=soon)
    lifecycle.withdraw(content=withdrawn, reason="Wrong", by=editor)
    page = client.get("/en/timeline/the-leaders-meet/").context["page"]
    assert [card.path for card in page.used_in] == ["/pieces/one/"]
    assert page.next_change == soon


def test_a_page_of_a_plan_changes_the_moment_it_falls_overdue(editor, client):
    tomorrow = dt.datetime.now(tz=dt.UTC).date() + dt.timedelta(days=1)
    event = make_event(date=tomorrow.isoformat(), status=EventStatus.PLANNED)
    published(event, by=editor)
    page = client.get("/en/timeline/the-leaders-meet/").context["page"]
    day_after = dt.datetime.combine(tomorrow, dt.time(), tzinfo=dt.UTC) + dt.timedelta(days=1)
    assert page.next_change == day_after


def test_the_page_asks_the_database_as_often_for_many_sources_as_for_one(
    editor, client, django_assert_max_num_queries
):
    event = make_event(sources=[f"Source {n}" for n in range(50)])
    published(event, by=editor)
    with django_assert_max_num_queries(8):
        client.get("/en/timeline/the-leaders-meet/")
