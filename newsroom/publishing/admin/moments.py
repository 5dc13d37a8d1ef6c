"""Moments as staff write them: a date and a time in the site's own time zone, which is named."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import localize
from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


def moment(at: dt.datetime) -> str:
    """The moment as staff read it, in the site's own time zone."""
    return str(localize(timezone.localtime(at)))


class MomentField(forms.DateTimeField):
    """A moment to the minute, or None. `help_text` is completed with the time zone."""

    def __init__(self, *, help_text: Any = "", **kwargs: Any) -> None:
        zone = format_lazy(_("Time zone: {zone}."), zone=lazystr(timezone.get_default_timezone()))
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        help_text = format_lazy("{} {}", help_text, zone)
        super().__init__(required=False, help_text=help_text, widget=widget, **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """The browser shows no seconds: they are no change."""
        return super().has_changed(initial and initial.replace(second=0, microsecond=0), data)
