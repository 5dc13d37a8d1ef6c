"""Moments as staff read and write them: in the time zone of the person, which is named."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.formats import localize, time_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy, pgettext

from newsroom.dates.clocks import around, moments_of, offset

from .moment_input import MomentInput

# Where the desk's clocks and calendar end: what is beyond is a slip of the keyboard.
YEARS = range(1900, 3000)


def zone_name() -> str:
    """The current time zone: the person's own, while they are at the desk."""
    return timezone.get_current_timezone_name()


def moment(at: dt.datetime) -> str:
    """The moment as staff read it. An hour that comes twice says which one it is."""
    return _exact(at, str(localize(timezone.localtime(at))))


def day_and_moment(at: dt.datetime) -> str:
    """The same with the day of the week and the time zone, for what is still to happen."""
    form = pgettext("day of the week, date and time in Django's letters", "D j M Y, H:i")
    return f"{_exact(at, date_format(timezone.localtime(at), form))} {zone_name()}"


def hour(at: dt.datetime) -> str:
    """The hour, with the day where that is not today."""
    local = timezone.localtime(at)
    today = local.date() == timezone.localdate()
    return date_format(local, "H:i") if today else moment(at)


def time_of_day(at: dt.datetime) -> str:
    return _exact(at, time_format(timezone.localtime(at).time()))


def _exact(at: dt.datetime, words: str) -> str:
    local = timezone.localtime(at)
    twice = len(moments_of(local.replace(tzinfo=None), timezone.get_current_timezone())) > 1
    return f"{words} ({offset(local)})" if twice else words


class MomentField(forms.DateTimeField):
    """A moment to the minute, in UTC, or None. `help_text` is completed with the time zone.

    A time that does not exist is refused with its neighbours; one that comes twice is asked about.
    """

    default_error_messages = {
        "invalid": gettext_lazy("Write a date and a time, such as 2026-12-01 09:00."),
        "years": gettext_lazy("Choose a year from %(first)s to %(last)s."),
        "skipped": gettext_lazy(
            "In %(zone)s the clocks skip %(moment)s. Choose %(before)s or %(after)s."
        ),
        "twice": gettext_lazy(
            "In %(zone)s %(moment)s comes twice, as the clocks are put back. Choose which you mean."
        ),
    }

    def __init__(self, *, help_text: Any = "", **kwargs: Any) -> None:
        zone = format_lazy(gettext_lazy("Time zone: {zone}."), zone=lazy(zone_name, str)())
        help_text = format_lazy("{} {}", help_text, zone)
        widget = MomentInput(YEARS)
        super().__init__(
            required=False, help_text=help_text, widget=widget, input_formats=(), **kwargs
        )

    def to_python(self, value: Any) -> dt.datetime | None:
        try:
            at = super().to_python(value)
        except ValidationError as error:
            if error.code == "ambiguous_timezone" and error.params:
                raise self._not_once(error.params["datetime"]) from error
            raise
        if at is None:
            return None
        return self._in_reach(at).replace(second=0, microsecond=0).astimezone(dt.UTC)

    def _in_reach(self, at: dt.datetime) -> dt.datetime:
        if at.year not in YEARS:
            raise self._refusal("years", first=YEARS[0], last=YEARS[-1])
        return at

    def _not_once(self, shown: dt.datetime) -> ValidationError:
        zone = timezone.get_current_timezone()
        words = {"zone": zone_name(), "moment": localize(self._in_reach(shown))}
        if moments_of(shown, zone):
            return self._refusal("twice", **words)
        before, after = around(shown, zone)
        return self._refusal("skipped", before=localize(before), after=localize(after), **words)

    def _refusal(self, code: str, **params: Any) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """The browser shows no seconds: they are no change."""
        return super().has_changed(initial and initial.replace(second=0, microsecond=0), data)
