"""A date and a time in somebody's time zone: every minute once, twice or not at all."""

from __future__ import annotations

import datetime as dt
import random
import re
import zoneinfo
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django import forms
from django.http import HttpResponse
from django.utils import timezone, translation

from newsroom.publishing.admin.moments import MomentField, day_and_moment, moment, zone_name
from newsroom.publishing.views import draft_page
from tests.machine import FULL_SIZE
from tests.pieces.kind import PIECE

BERLIN = "Europe/Berlin"
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)


class Asked(forms.Form):
    opens = MomentField(label="opens at")


def utc(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.UTC)


def posted_by_a_browser(form: forms.Form) -> dict[str, str]:
    """What comes back from the form as it is shown, untouched."""
    data = {}
    for tag in re.findall(r"<input[^>]*>", str(form["opens"])):
        attrs = {name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        if attrs["type"] != "radio" or " checked" in tag:
            data[attrs["name"]] = attrs.get("value", "")
    return data


def asked(typed: str, **fields: str) -> Asked:
    form = Asked({"opens": typed, **fields})
    form.full_clean()
    return form


# Every zone, every change of its clocks


def _changes(zone: zoneinfo.ZoneInfo, years: range) -> Iterator[dt.datetime]:
    """The hours in which the clocks of the zone are changed."""
    at, end = utc(years[0], 1, 1), utc(years[-1] + 1, 1, 1)
    while at < end:
        later = at + 24 * HOUR
        if at.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            hours = (at + n * HOUR for n in range(24))
            yield from (
                hour
                for hour in hours
                if hour.astimezone(zone).utcoffset() != (hour + HOUR).astimezone(zone).utcoffset()
            )
        at = later


def _clock_faces(zone: zoneinfo.ZoneInfo, change: dt.datetime) -> dict[str, list[dt.datetime]]:
    """What clocks show, minute by minute, from some hours before a change to some after it."""
    shown: dict[str, list[dt.datetime]] = defaultdict(list)
    for number in range(-4 * 60, 5 * 60):
        at = change + number * MINUTE
        shown[f"{at.astimezone(zone):%Y-%m-%dT%H:%M}"].append(at)
    return shown


def _zones() -> list[str]:
    names = sorted(zoneinfo.available_timezones() - {"localtime"})
    always = [BERLIN, "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Tokyo"]
    return names if FULL_SIZE else [*always, *random.Random(7).sample(names, 25)]


@pytest.mark.scaled
@pytest.mark.parametrize("name", _zones())
def test_every_minute_around_a_change_of_clocks_is_taken_refused_or_asked_about(name: str) -> None:
    zone, rng, field = zoneinfo.ZoneInfo(name), random.Random(name), MomentField()
    with timezone.override(zone):
        for change in _changes(zone, range(2025, 2029)):
            faces = _clock_faces(zone, change)
            first, last = (dt.datetime.fromisoformat(face) for face in (min(faces), max(faces)))
            # The window's own ends may lie in another overlap: stay three hours within.
            first, last = first + 3 * HOUR, last - 3 * HOUR
            minutes = int((last - first) / MINUTE)
            for number in rng.sample(range(minutes), min(minutes, 40)):
                shown = f"{first + number * MINUTE:%Y-%m-%dT%H:%M}"
                _check(field, shown, faces.get(shown, []))


def _check(field: MomentField, shown: str, moments: list[dt.datetime]) -> None:
    if len(moments) == 1:
        assert field.clean(shown) == moments[0]
        return
    with pytest.raises(forms.ValidationError) as refusal:
        field.clean(shown)
    assert [error.code for error in refusal.value.error_list] == ["twice" if moments else "skipped"]
    for at in moments:
        form = Asked(initial={"opens": at})
        again = Asked(posted_by_a_browser(form), initial={"opens": at})
        assert again.is_valid()
        assert again.cleaned_data["opens"] == at
        assert again.changed_data == []


@pytest.mark.parametrize("name", [BERLIN, "Asia/Tokyo", "America/New_York", "Asia/Kathmandu"])
def test_any_moment_comes_back_as_it_was_shown(name: str) -> None:
    rng = random.Random(name)
    with timezone.override(name):
        for _number in range(100):
            at = utc(2020, 1, 1) + rng.randrange(20 * 365 * 24 * 60) * MINUTE
            at += dt.timedelta(seconds=rng.randrange(60))
            form = Asked(posted_by_a_browser(Asked(initial={"opens": at})), initial={"opens": at})
            assert form.is_valid(), form.errors
            assert form.cleaned_data["opens"] == at.replace(second=0)
            assert form.changed_data == []


# What the person reads


@timezone.override(BERLIN)
def test_a_time_that_clocks_skip_is_refused_with_its_neighbours() -> None:
    form = asked("2026-03-29T02:30")
    [said] = form.errors["opens"]
    assert said.startswith("In Europe/Berlin the clocks skip 29 March 2026, 02:30.")
    assert said.endswith("Choose 29 March 2026, 01:59 or 29 March 2026, 03:00.")
    assert 'value="2026-03-29T02:30"' in str(form["opens"])


@timezone.override("Pacific/Apia")
def test_a_whole_day_that_was_skipped_has_neighbours_too() -> None:
    [said] = asked("2011-12-30T12:00").errors["opens"]
    assert said.endswith("Choose 29 December 2011, 23:59 or 31 December 2011, 00:00.")


@timezone.override(BERLIN)
def test_a_time_that_comes_twice_is_asked_about_with_both_choices_named() -> None:
    form = asked("2026-10-25T02:30")
    [said] = form.errors["opens"]
    assert said.startswith("In Europe/Berlin 25 October 2026, 02:30 comes twice")
    shown = str(form["opens"])
    assert 'value="2026-10-25T02:30"' in shown
    assert "02:30 comes twice. Which one?" in shown
    assert "The first, UTC+02:00" in shown
    assert "The second, UTC+01:00" in shown
    assert "checked" not in shown


@pytest.mark.parametrize(("offset", "hour"), [("+02:00", 0), ("+01:00", 1)])
@timezone.override(BERLIN)
def test_the_choice_decides(offset: str, hour: int) -> None:
    which = f"2026-10-25T02:30:00{offset}"
    form = asked("2026-10-25T02:30", **{"opens-which": which})
    assert form.cleaned_data == {"opens": utc(2026, 10, 25, hour, 30)}
    assert posted_by_a_browser(form)["opens-which"] == which


@pytest.mark.parametrize("which", ["2026-10-25T02:30:00+05:00", "2026-10-25T02:45:00+02:00", "x"])
@timezone.override(BERLIN)
def test_a_choice_about_another_time_is_asked_again(which: str) -> None:
    assert asked("2026-10-25T02:30", **{"opens-which": which}).has_error("opens", "twice")


@timezone.override(BERLIN)
def test_a_choice_does_not_outlive_the_time_it_was_about() -> None:
    form = asked("2026-10-26T09:00", **{"opens-which": "2026-10-25T02:30:00+02:00"})
    assert form.cleaned_data == {"opens": utc(2026, 10, 26, 8)}
    assert "radio" not in str(form["opens"])


def test_a_form_that_was_opened_in_another_zone_means_what_it_showed() -> None:
    ends = utc(2026, 12, 1, 0)
    with timezone.override("Asia/Tokyo"):
        data = posted_by_a_browser(Asked(initial={"opens": ends}))
    assert data == {"opens": "2026-12-01T09:00", "opens-zone": "Asia/Tokyo"}
    with timezone.override(BERLIN):
        form = Asked(data, initial={"opens": ends})
        assert form.is_valid()
        assert form.cleaned_data["opens"] == ends
        assert form.changed_data == []
        assert 'value="2026-12-01T01:00"' in str(form["opens"])


@pytest.mark.parametrize(
    "nonsense",
    [
        "tomorrow",
        "2026-13-01T09:00",
        "0001-01-01T00:00",
        "9999-12-31T23:59",
        "9999-12-31T23:59-12:00",
        "0001-01-01T00:00+14:00",
        "20261-01-01T00:00",
        "2026-01-01T09:00+99:00",
        "\x00",
        "２０２６",
    ],
)
@pytest.mark.parametrize("name", ["Asia/Tokyo", "America/New_York", "UTC"])
def test_nonsense_is_refused_in_words(nonsense: str, name: str) -> None:
    with timezone.override(name):
        form = asked(nonsense)
        assert form.errors["opens"]
        assert str(form["opens"])


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd", "Europe", "", "\x00"])
@timezone.override("Asia/Tokyo")
def test_a_forged_zone_is_ignored(zone: str) -> None:
    form = asked("2026-12-01T09:00", **{"opens-zone": zone})
    assert form.cleaned_data == {"opens": utc(2026, 12, 1, 0)}


def test_the_field_names_the_zone_that_is_current_when_it_is_shown() -> None:
    for name in ("Asia/Tokyo", BERLIN):
        with timezone.override(name):
            assert Asked()["opens"].help_text.strip() == f"Time zone: {name}."


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
@timezone.override("Asia/Tokyo")
def test_moments_are_told_in_the_persons_zone(language: str) -> None:
    with translation.override(language):
        assert "9:00" in moment(utc(2026, 12, 1, 0))
        assert day_and_moment(utc(2026, 12, 1, 0)).endswith("Asia/Tokyo")


@timezone.override(BERLIN)
def test_of_an_hour_that_comes_twice_the_offset_is_told() -> None:
    assert moment(utc(2026, 10, 25, 0, 30)) == "25 October 2026, 02:30 (UTC+02:00)"
    assert moment(utc(2026, 10, 25, 1, 30)) == "25 October 2026, 02:30 (UTC+01:00)"
    assert moment(utc(2026, 10, 25, 2, 30)) == "25 October 2026, 03:30"
    assert day_and_moment(utc(2026, 12, 1, 8)) == "Tue 1 Dec 2026, 09:00 Europe/Berlin"


def test_a_preview_is_in_the_readers_zone_whoever_looks(
    rf: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    kind = replace(PIECE, compose=lambda *_given: seen.append(zone_name()))
    monkeypatch.setattr("newsroom.publishing.views.render", lambda *_given: HttpResponse())
    snapshot = {"title": "Bridges", "slug": "bridges", "language": "en", "text": ""}
    with timezone.override("Asia/Tokyo"):
        draft_page(rf.get("/"), kind, {**snapshot, "topics": [], "shown": []})
        assert zone_name() == "Asia/Tokyo"
    assert seen == ["UTC"]
