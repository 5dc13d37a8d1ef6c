"""The calendar: what happens when, in the person's zone, for who may see it."""

from __future__ import annotations

import datetime as dt
import random
import re
import zoneinfo
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.utils import formats, timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.calendar.days import Day
from newsroom.publishing.admin.calendar.happenings import What, happenings
from newsroom.publishing.admin.calendar.months import Month, Span
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.rights import Right
from newsroom.staff.models import Preferences
from tests.cast import person
from tests.factories import approved, make_event, make_question, recorded
from tests.pieces.models import Note, Piece
from tests.publishing.aged import DAY, an_article
from tests.publishing.making import changed, live_piece, make_piece
from tests.publishing.moments import hour

from .desk import at_the_desk, url
from .test_reschedule_page import lives_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NOON = dt.datetime(2098, 12, 15, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
CALENDAR = "/admin/calendar/"
DECEMBER = f"{CALENDAR}?month=2098-12"


def scheduled(by: User, opens: dt.datetime = NOON, **fields: Any) -> Piece:
    ends = fields.pop("ends", None)
    piece = make_piece(text="Words.", **fields)
    lifecycle.publish(revision=recorded(piece, by), by=by, opens=opens, ends=ends)
    return piece


def days_of(response: Any) -> list[Day]:
    return [day for week in response.context["weeks"] for day in week if day]


def shown(response: Any) -> list[tuple[int, str, str, str]]:
    """Day of the month, what, time and title of every entry."""
    return [
        (day.date.day, str(entry.words), entry.time, entry.title)
        for day in days_of(response)
        for entry in day.entries
    ]


# The months themselves


@pytest.mark.parametrize("first_weekday", range(7))
def test_a_month_is_made_of_whole_weeks_that_hold_each_of_its_days_once(first_weekday: int) -> None:
    rng = random.Random(first_weekday)
    for _number in range(60):
        month = Month(rng.randrange(1900, 3000), rng.randrange(1, 13))
        weeks = month.weeks(first_weekday)
        dates = [date for week in weeks for date in week]
        assert {len(week) for week in weeks} == {7}
        assert dates[0].isoweekday() % 7 == first_weekday
        assert dates == [dates[0] + dt.timedelta(days=n) for n in range(len(dates))]
        inside = [date for date in dates if Month.of(date) == month]
        assert (inside[0], inside[-1] + dt.timedelta(days=1)) == (month.first, month.span.after)


def test_months_follow_each_other_and_end_somewhere() -> None:
    month = Month(2026, 11)
    assert (str(month.previous), str(month.next)) == ("2026-10", "2026-12")
    assert str(Month(2026, 12).next) == "2027-01"
    assert Month(1900, 1).previous is None
    assert Month(2999, 12).next is None


@pytest.mark.parametrize("name", ["Asia/Beirut", "America/Havana", "Africa/Cairo", "Asia/Tokyo"])
def test_days_follow_without_a_gap_even_where_midnight_is_skipped(name: str) -> None:
    zone = zoneinfo.ZoneInfo(name)
    day = dt.date(2026, 1, 1)
    for _number in range(365):
        start, end = Span(day, day + dt.timedelta(days=1)).moments(zone)
        assert start.astimezone(zone).date() == day
        assert (start - dt.timedelta(seconds=1)).astimezone(zone).date() < day
        assert (end - dt.timedelta(seconds=1)).astimezone(zone).date() == day
        day += dt.timedelta(days=1)


# What happens


def found(start: float, end: float) -> list[tuple[dt.datetime, What]]:
    return [
        (each.at, each.what) for each in happenings(Edition.objects.all(), hour(start), hour(end))
    ]


def test_openings_and_ends_are_found_in_order(editor: User) -> None:
    piece, _live = live_piece(editor, 1)
    second = changed(piece, "Second", editor, 2)
    lifecycle.publish(
        revision=second,
        by=editor,
        at=hour(2),
        opens=hour(9),
        ends=hour(12),
        change=Change.UPDATE,
    )
    assert found(0, 99) == [
        (hour(1), What.OPENS),
        (hour(9), What.OPENS),
        (hour(12), What.ENDS),
    ]
    assert found(9, 12) == [(hour(9), What.OPENS)]


def test_what_is_followed_at_once_does_not_end(editor: User) -> None:
    piece, live = live_piece(editor, 1)
    lifecycle.set_end(edition=live, ends=hour(9), by=editor, at=hour(2))
    assert (hour(9), What.ENDS) in found(0, 99)
    lifecycle.publish(
        revision=changed(piece, "Second", editor, 3),
        by=editor,
        at=hour(3),
        opens=hour(9),
        ends=None,
        change=Change.UPDATE,
    )
    assert found(2, 99) == [(hour(9), What.OPENS)]


def test_a_review_is_due_only_of_what_readers_still_see(editor: User) -> None:
    question = make_question(review_every=1)
    revision = recorded(question, editor, at=hour(1))
    edition = lifecycle.publish(revision=revision, by=editor, at=hour(2))
    assert found(20, 99) == [(hour(26), What.REVIEW)]
    lifecycle.set_end(edition=edition, ends=hour(26), by=editor, at=hour(3))
    assert found(20, 99) == [(hour(26), What.ENDS)]


def test_a_review_is_due_sooner_where_a_page_shows_a_plan(editor: User) -> None:
    planned = make_event(title="A plan", status="planned", date="2031")
    article = an_article(editor, planned, days=10, title="Plans")
    now = timezone.now()
    editions = Edition.objects.filter(content=article)
    [review] = happenings(editions, now, now + 200 * DAY)
    assert review.what == What.REVIEW
    assert review.at == editions.get().live_from + 30 * DAY


# The page


@pytest.mark.parametrize(
    ("zone", "day", "time"),
    [
        ("UTC", 15, "12:00"),
        ("Pacific/Auckland", 16, "01:00"),
        ("Europe/Berlin", 15, "13:00"),
        ("America/New_York", 15, "07:00"),
    ],
)
def test_everything_stands_at_its_day_and_time_in_the_persons_zone(
    zone: str, day: int, time: str, editor: User
) -> None:
    lives_in(editor, zone)
    scheduled(editor, title="Bridges", ends=NOON + 48 * HOUR)
    response = at_the_desk(editor).get(DECEMBER)
    assert shown(response) == [
        (day, "Opens", time, "Bridges"),
        (day + 2, "Ends", time, "Bridges"),
    ]
    assert f"Times are {zone}." in words(response)


def test_what_lies_behind_is_told_as_such_and_cannot_be_changed(editor: User) -> None:
    _piece, edition = live_piece(editor, title="Bridges")
    lifecycle.withdraw(content=edition.content, reason="No.", by=editor, at=hour(30))
    response = at_the_desk(editor).get(f"{CALENDAR}?month=2026-01")
    assert [what for _day, what, _time, _title in shown(response)] == ["Opened", "Withdrawn"]
    assert all(not entry.links for day in days_of(response) for entry in day.entries)


def test_entries_lead_to_the_piece_and_to_changing_and_cancelling(editor: User) -> None:
    piece = scheduled(editor, ends=NOON + HOUR)
    edition = Edition.objects.get()
    page = at_the_desk(editor).get(DECEMBER).content.decode()
    assert f'href="{url(piece)}"' in page
    for step in ("reschedule", "cancel", "end"):
        assert f'href="{url(piece, step)}?edition={edition.pk}"' in page


@pytest.mark.parametrize(("role", "changes"), [("writer", 0), ("moderator", 0), ("editor", 2)])
def test_only_who_may_publish_is_led_to_changing(
    role: str, changes: int, request: pytest.FixtureRequest, admin: User
) -> None:
    scheduled(admin)
    response = at_the_desk(request.getfixturevalue(role)).get(DECEMBER)
    [entry] = [entry for day in days_of(response) for entry in day.entries]
    assert len(entry.links) == changes


def test_nobody_sees_what_they_may_not_view(editor: User) -> None:
    scheduled(editor, title="Bridges")
    guest = person("gwen")
    assert shown(at_the_desk(guest).get(DECEMBER)) == []
    group = Group.objects.create(name="Readers of pieces")
    group.permissions.add(Permission.objects.get(codename=f"{Right.VIEW}_piece"))
    guest.groups.add(group)
    assert len(shown(at_the_desk(guest).get(DECEMBER))) == 1


def test_whoever_is_no_member_of_staff_is_sent_to_the_sign_in(client: Any, editor: User) -> None:
    assert client.get(CALENDAR).status_code == 302
    User.objects.filter(pk=editor.pk).update(is_staff=False)
    assert at_the_desk(editor).get(CALENDAR).status_code == 302


def test_kinds_and_languages_are_filtered(editor: User, admin: User) -> None:
    scheduled(editor, title="English")
    scheduled(editor, title="日本語", language="ja")
    note = Note.objects.create(title="In all", slug="in-all", text="Words.")
    revision = approved(recorded(note, editor), admin)
    lifecycle.publish(revision=revision, by=editor, opens=NOON)
    client = at_the_desk(editor)

    def titles(**asked: str) -> set[str]:
        return {title for *_rest, title in shown(client.get(DECEMBER, asked))}

    asked = {"month": "2098-12"}
    assert titles(**asked) == {"English", "日本語", "In all"}
    assert titles(**asked, kind="note") == {"In all"}
    assert titles(**asked, language="ja") == {"日本語", "In all"}
    assert titles(**asked, kind="piece", language="en") == {"English"}
    page = client.get(CALENDAR, {**asked, "kind": "piece"}).content.decode()
    assert re.search(r'rel="next" href="\?month=2099-01&amp;kind=piece"', page)


@pytest.mark.parametrize(
    "asked",
    ["month=x", "month=0001-01", "month=9999-12", "day=x", "day=9999-12-31", "kind=x&language=x"],
)
def test_nonsense_in_the_address_shows_this_month(asked: str, editor: User) -> None:
    response = at_the_desk(editor).get(f"{CALENDAR}?{asked}")
    assert response.status_code == 200
    assert any(day.is_today for day in days_of(response))


@pytest.mark.parametrize("asked", ["month=1900-01", "month=2999-12", "day=2999-12-31"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_the_calendar_has_two_ends(asked: str, zone: str, editor: User) -> None:
    lives_in(editor, zone)
    assert at_the_desk(editor).get(f"{CALENDAR}?{asked}").status_code == 200


def test_today_is_marked_once(editor: User) -> None:
    page = at_the_desk(editor).get(CALENDAR).content.decode()
    assert page.count('aria-current="date"') == 1


def test_weeks_begin_as_they_do_in_the_persons_language(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = at_the_desk(editor)
    assert days_of(client.get(DECEMBER))[0].date == dt.date(2098, 12, 1)
    assert client.get(DECEMBER).context["weekdays"][0].isoweekday() == 7
    monkeypatch.setattr("django.conf.locale.en.formats.FIRST_DAY_OF_WEEK", 1)
    formats.reset_format_cache()
    assert client.get(DECEMBER).context["weekdays"][0].isoweekday() == 1
    formats.reset_format_cache()


@pytest.mark.parametrize("language", ["ja", "ko"])
def test_the_page_is_there_in_every_language(language: str, editor: User) -> None:
    Preferences.objects.create(user=editor, language=language)
    scheduled(editor)
    page = at_the_desk(editor).get(DECEMBER).content.decode()
    assert "2098" in page
    assert "Dec" not in page


# Much


def test_of_a_full_day_some_are_shown_and_the_rest_is_led_to(editor: User) -> None:
    for number in range(16):
        scheduled(editor, NOON + number * dt.timedelta(minutes=1), title=f"Piece {number}")
    client = at_the_desk(editor)
    response = client.get(f"{DECEMBER}&kind=piece")
    assert len(shown(response)) == 4
    assert "and 12 more" in words(response)
    [link] = re.findall(r'href="(\?[^"]*day=[^"]*)"', response.content.decode())
    assert link == "?kind=piece&amp;day=2098-12-15"
    day = client.get(CALENDAR + link.replace("&amp;", "&")).context["day"]
    assert [entry.title for entry in day.entries] == [f"Piece {n}" for n in range(16)]


def test_it_asks_as_much_for_fifty_as_for_one(
    editor: User, django_assert_max_num_queries: Any
) -> None:
    client = at_the_desk(editor)
    counts = []
    for numbers in (range(1), range(1, 50)):
        for number in numbers:
            opens = NOON + (number % 14) * 24 * HOUR
            scheduled(editor, opens, title=f"Piece {number}", ends=opens + 30 * HOUR)
        for address in (DECEMBER, f"{CALENDAR}?day=2098-12-15"):
            client.get(address)
            with django_assert_max_num_queries(8) as captured:
                client.get(address)
            counts.append(len(captured))
    assert len(set(counts)) == 1
