"""The subset of EDTF (ISO 8601-2:2019) that the newsroom writes dates in.

2023  2023-03  2023-03-16  2023-21 (spring; 22 summer, 23 autumn, 24 winter)  202X (a decade)
any of these with ~ (approximate), ? (uncertain), % (both);  A/B, A/.. and ../B (intervals)
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _


class Precision(StrEnum):
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    INTERVAL = "interval"


class EdtfError(ValueError):
    """The text is no date of the subset; the message shows what would be understood."""


@dataclass(frozen=True)
class Edtf:
    """One date. `start` and `end` are its first and last day; None where it is open.

    For intervals, `first` and `last` are its two dates (None where open).
    """

    text: str
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    first: Edtf | None = None
    last: Edtf | None = None


# The first month of each season; winter is the one that begins in the year named.
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?|(?P<decade>\d{3})X", re.ASCII
)


def parse(text: str) -> Edtf:
    """Raises EdtfError, in words for the person who typed it."""
    text = text.strip()
    first, slash, last = text.partition("/")
    return _interval(text, first, last) if slash else _date(text)


def _interval(text: str, first: str, last: str) -> Edtf:
    begin = None if first == ".." else _date(first)
    finish = None if last == ".." else _date(last)
    if begin is None and finish is None:
        raise _not_understood(text)
    start, end = (begin.start if begin else None), (finish.end if finish else None)
    if start and end and start > end:
        raise EdtfError(_("This ends before it begins. Write the earlier date first."))
    dates = [date for date in (begin, finish) if date]
    return Edtf(
        text=text,
        start=start,
        end=end,
        precision=Precision.INTERVAL,
        approximate=any(date.approximate for date in dates),
        uncertain=any(date.uncertain for date in dates),
        first=begin,
        last=finish,
    )


def _date(text: str) -> Edtf:
    bare = text[:-1] if text[-1:] in {"~", "?", "%"} else text
    mark = text[len(bare) :]
    match = _DATE.fullmatch(bare)
    if match is None:
        raise _not_understood(text)
    try:
        precision, start, end = _span(match)
    except ValueError as error:
        raise _not_understood(text) from error
    return Edtf(text, start, end, precision, mark in {"~", "%"}, mark in {"?", "%"})


def _span(match: re.Match[str]) -> tuple[Precision, dt.date, dt.date]:
    if match["decade"]:
        year = int(match["decade"]) * 10
        return Precision.DECADE, dt.date(year, 1, 1), dt.date(year + 9, 12, 31)
    year = int(match["year"])
    if not match["month"]:
        return Precision.YEAR, dt.date(year, 1, 1), dt.date(year, 12, 31)
    month = int(match["month"])
    if match["day"]:
        day = dt.date(year, month, int(match["day"]))
        return Precision.DAY, day, day
    if month in SEASONS:
        return Precision.SEASON, *_season(year, SEASONS[month])
    return Precision.MONTH, dt.date(year, month, 1), _last_day(year, month)


def _season(year: int, month: int) -> tuple[dt.date, dt.date]:
    last_year, last_month = divmod(year * 12 + month + 1, 12)
    return dt.date(year, month, 1), _last_day(last_year, last_month + 1)


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _not_understood(text: str) -> EdtfError:
    message = _(
        "“%(text)s” is not understood as a date. Write for example 2023, 2023-03, 2023-03-16, "
        "1910/1945, 2018-10~ (about), 202X (the 2020s), 16 March 2023, 2023年3月16日 or "
        "2023년 3월 16일."
    )
    return EdtfError(message % {"text": text[:40]})
