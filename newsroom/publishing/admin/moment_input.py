"""The browser's own field for a date and a time, which asks where a time comes twice."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from newsroom.dates.clocks import moments_of, offset


class MomentInput(forms.DateTimeInput):
    """Posts the time, the zone it was shown in, and where that time comes twice, which one.

    The zone, as the person may have chosen another one since, in another tab.
    """

    input_type = "datetime-local"

    def __init__(self, years: range) -> None:
        super().__init__({"min": f"{years[0]}-01-01T00:00", "max": f"{years[-1]}-12-31T23:59"})

    def format_value(self, value: Any) -> Any:
        shown = _shown(value)
        return shown.isoformat(timespec="minutes") if shown else value

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        field = super().render(name, value, attrs, renderer)
        zone = forms.HiddenInput().render(f"{name}-zone", timezone.get_current_timezone_name())
        return format_html("{}{}{}", field, zone, _question(name, value))

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed; with its offset, where it names one moment no more and no less."""
        typed = super().value_from_datadict(data, files, name)
        zone = _zone(data.get(f"{name}-zone"))
        readings = _readings(typed, zone)
        if len(readings) == 1 and zone != timezone.get_current_timezone():
            return readings[0].isoformat()
        which = data.get(f"{name}-which")
        return which if which in [reading.isoformat() for reading in readings] else typed


def _shown(value: Any) -> dt.datetime | None:
    """What clocks show at `value`, to the minute: a date-time, or text that may be anything."""
    try:
        shown = parse_datetime(value.strip()) if isinstance(value, str) else value
        if shown and timezone.is_aware(shown):
            shown = timezone.make_naive(shown)
    except (ValueError, OverflowError):
        return None
    return shown.replace(second=0, microsecond=0) if shown else None


def _zone(name: str | None) -> dt.tzinfo:
    try:
        return zoneinfo.ZoneInfo(name or "")
    except (KeyError, OSError, ValueError):
        return timezone.get_current_timezone()


def _readings(value: Any, zone: dt.tzinfo) -> list[dt.datetime]:
    """The moments that `value` may name."""
    shown = _shown(value)
    try:
        moments = moments_of(shown.replace(fold=0), zone) if shown else []
    except OverflowError:
        return []
    return [moment.astimezone(zone) for moment in moments]


def _question(name: str, value: Any) -> SafeString | str:
    """Which of the two, where the time comes twice; the one that `value` names is chosen."""
    readings = _readings(value, timezone.get_current_timezone())
    if len(readings) < 2:
        return ""
    first, second = readings
    choices = [
        (first.isoformat(), _("The first, %(offset)s") % {"offset": offset(first)}),
        (second.isoformat(), _("The second, %(offset)s") % {"offset": offset(second)}),
    ]
    radios = forms.RadioSelect(choices=choices)
    return format_html(
        '<fieldset class="which-moment"><legend>{}</legend>{}</fieldset>',
        _("%(time)s comes twice. Which one?") % {"time": time_format(first.time())},
        radios.render(f"{name}-which", _chosen(value), {"id": f"id_{name}-which"}),
    )


def _chosen(value: Any) -> str:
    """Text says which only where it was chosen; a date-time always does."""
    shown = None if isinstance(value, str) else _shown(value)
    return shown.replace(tzinfo=timezone.get_current_timezone()).isoformat() if shown else value
