"""By the day something was saved last, or became public, in this person's time zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.dates.clocks import start_of
from newsroom.publishing.admin.moments import YEARS
from newsroom.publishing.editions import Edition

from .asked import AskedFilter

_REACH = {"min": dt.date(YEARS[0], 1, 1), "max": dt.date(YEARS[-1], 12, 31)}


class DayField(forms.DateField):
    """A day within the desk's calendar, written by the browser."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {name: day.isoformat() for name, day in _REACH.items()}
        widget = forms.DateInput(attrs={"type": "date", **attrs}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], required=False, **kwargs)

    def validate(self, value: dt.date | None) -> None:
        super().validate(value)
        if value and not _REACH["min"] <= value <= _REACH["max"]:
            raise forms.ValidationError(_("Choose another day."))


class DaysFilter(AskedFilter):
    """From one day to another, both included; links for what is asked most."""

    name = ""

    def fields(self) -> dict[str, forms.Field]:
        return {
            f"{self.name}_from": DayField(label=_("from")),
            f"{self.name}_to": DayField(label=_("to")),
        }

    def narrow(self, contents: QuerySet[Any], asked: dict[str, Any]) -> QuerySet[Any]:
        """Somebody who mixes up the two days means the same ones."""
        first, last = asked.get(f"{self.name}_from"), asked.get(f"{self.name}_to")
        if first and last and first > last:
            first, last = last, first
        since = _midnight(first) if first else None
        before = _midnight(last + dt.timedelta(days=1)) if last else None
        return self.between(contents, since, before)

    def between(
        self, contents: QuerySet[Any], since: dt.datetime | None, before: dt.datetime | None
    ) -> QuerySet[Any]:
        raise NotImplementedError

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        super().choices(changelist)
        return self._links(changelist)

    def _links(self, changelist: Any) -> Iterator[dict[str, Any]]:
        today = timezone.localdate()
        asked = {name: self.asked.get(name) for name in self.form.fields}
        for label, first in (
            (_("Today"), today),
            (_("Last 7 days"), today - dt.timedelta(days=6)),
            (_("This month"), today.replace(day=1)),
        ):
            days = {f"{self.name}_from": first, f"{self.name}_to": None}
            held = asked == days
            shown = {
                name: day.isoformat() if day and not held else None for name, day in days.items()
            }
            yield {
                "selected": held,
                "query_string": changelist.get_query_string(shown),
                "display": label,
            }


class SavedFilter(DaysFilter):
    title = _("day it was last saved")
    name = "saved"

    def between(
        self, contents: QuerySet[Any], since: dt.datetime | None, before: dt.datetime | None
    ) -> QuerySet[Any]:
        return contents.filter(**_within("head_made_at", since, before))


class PublishedFilter(DaysFilter):
    """Whenever readers were given something new of it, were it only a correction."""

    title = _("day it was published")
    name = "published"

    def between(
        self, contents: QuerySet[Any], since: dt.datetime | None, before: dt.datetime | None
    ) -> QuerySet[Any]:
        editions = Edition.objects.filter(content=OuterRef("pk")).started(timezone.now())
        return contents.filter(Exists(editions.filter(**_within("live_from", since, before))))


def _within(name: str, since: dt.datetime | None, before: dt.datetime | None) -> dict[str, Any]:
    bounds = {f"{name}__gte": since, f"{name}__lt": before}
    return {lookup: moment for lookup, moment in bounds.items() if moment}


def _midnight(day: dt.date) -> dt.datetime:
    return start_of(day, timezone.get_current_timezone())
