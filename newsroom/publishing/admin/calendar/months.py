"""Months, as rows of weeks that begin on the day on which weeks begin."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Self

from newsroom.dates.clocks import start_of
from newsroom.publishing.admin.moments import YEARS

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Days in a row, from `first` up to before `after`."""

    first: dt.date
    after: dt.date

    def moments(self, zone: dt.tzinfo) -> tuple[dt.datetime, dt.datetime]:
        return start_of(self.first, zone), start_of(self.after, zone)


@dataclass(frozen=True)
class Month:
    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> Self:
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.number, 1)

    @property
    def previous(self) -> Self | None:
        return self._within(self.first - ONE_DAY)

    @property
    def next(self) -> Self | None:
        return self._within(self.first + dt.timedelta(days=31))

    def _within(self, day: dt.date) -> Self | None:
        return type(self).of(day) if day.year in YEARS else None

    @property
    def span(self) -> Span:
        return Span(self.first, (self.first + dt.timedelta(days=31)).replace(day=1))

    def weeks(self, first_weekday: int) -> list[list[dt.date]]:
        """Whole weeks, so with days of the months around; Sunday is 0, as in Django's formats."""
        weeks = calendar.Calendar((first_weekday - 1) % 7)
        return weeks.monthdatescalendar(self.year, self.number)
