"""The page of the calendar: a month, or all of one day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import get_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.admin.moments import YEARS
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.kinds import Kind, all_kinds
from newsroom.publishing.rights import Right, may

from .days import days
from .happenings import by_day, happenings
from .months import ONE_DAY, Month, Span

PER_DAY = 4
ON_ONE_DAY = 200


class CalendarForm(forms.Form):
    """What is asked for by the address; what makes no sense there is left out."""

    month = forms.DateField(input_formats=["%Y-%m"], required=False)
    day = forms.DateField(input_formats=["%Y-%m-%d"], required=False)
    kind = forms.ChoiceField(label=gettext_lazy("kind"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("language"),
        choices=[("", gettext_lazy("All")), *settings.LANGUAGES],
        required=False,
    )

    def __init__(self, *args: Any, kinds: list[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(kind.name, capfirst(kind.model._meta.verbose_name_plural)) for kind in kinds]
        field: Any = self.fields["kind"]
        field.choices = [("", _("All")), *names]
        self.full_clean()

    def date(self, name: str) -> dt.date | None:
        date: dt.date | None = self.cleaned_data.get(name)
        return date if date and date.year in YEARS else None

    def filters(self) -> dict[str, str]:
        names = ("kind", "language")
        return {name: value for name in names if (value := self.cleaned_data.get(name))}


def calendar(request: HttpRequest) -> HttpResponse:
    """Everybody at the desk sees the days of what they may view."""
    kinds = [kind for kind in all_kinds() if _may_view(request.user, kind)]
    form = CalendarForm(request.GET, kinds=kinds)
    editions = Edition.objects.filter(kind__in=[kind.name for kind in kinds])
    editions = _filtered(editions, form.filters())
    day = form.date("day")
    shown = _day(day, editions, request.user) if day else _month(form, editions, request.user)
    context = {
        **admin.site.each_context(request),
        "title": _("Calendar"),
        "form": form,
        "filters": form.filters(),
        "today": timezone.localdate(),
        **shown,
    }
    return TemplateResponse(request, "admin/publishing/calendar.html", context)


def _may_view(user: Any, kind: Kind) -> bool:
    return any(may(user, right, kind.model) for right in (Right.VIEW, Right.WRITE))


def _filtered(editions: EditionQuerySet, filters: dict[str, str]) -> EditionQuerySet:
    if kind := filters.get("kind"):
        editions = editions.filter(kind=kind)
    if language := filters.get("language"):
        editions = editions.filter(language__in=(language, ""))
    return editions


def _month(form: CalendarForm, editions: EditionQuerySet, user: Any) -> dict[str, Any]:
    month = Month.of(form.date("month") or timezone.localdate())
    weeks = month.weeks(int(get_format("FIRST_DAY_OF_WEEK")))
    found = _found(editions, month.span)
    dates = [date for week in weeks for date in week if Month.of(date) == month]
    shown = days(dates, found, user, most=PER_DAY)
    return {
        "month": month,
        "weekdays": weeks[0],
        "weeks": [[shown.get(date) for date in week] for week in weeks],
        "is_empty": not found,
    }


def _day(date: dt.date, editions: EditionQuerySet, user: Any) -> dict[str, Any]:
    found = _found(editions, Span(date, date + ONE_DAY))
    shown = days([date], found, user, most=ON_ONE_DAY)
    return {"month": Month.of(date), "day": shown[date]}


def _found(editions: EditionQuerySet, span: Span) -> Any:
    zone = timezone.get_current_timezone()
    return by_day(happenings(editions, *span.moments(zone)), zone)
