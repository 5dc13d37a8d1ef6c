"""Dates no more exact than their source: a subset of EDTF, the Extended Date/Time Format.

2023  2023-03  2023-03-16      a year, a month, a day
2023-21 … 2023-24              spring, summer, autumn, winter
202X                           the 2020s
1910~  1910?  1910%            about, uncertain, both
1910/1945  2024/..  ../1945    from one to another; open at one end
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext as _


class Precision(StrEnum):
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    INTERVAL = "interval"


@dataclass(frozen=True, kw_only=True)
class EdtfDate:
    canonical: str
    date_from: date | None
    """The first day it may mean; None where an interval is open."""
    date_to: date | None
    """The last day it may mean; None where an interval is open."""
    precision: Precision
    approximate: bool
    uncertain: bool


@dataclass(frozen=True, kw_only=True)
class EdtfPoint(EdtfDate):
    date_from: date
    date_to: date


@dataclass(frozen=True, kw_only=True)
class EdtfInterval(EdtfDate):
    start: EdtfPoint | None
    end: EdtfPoint | None


class EdtfError(ValueError):
    def __init__(self, text: str) -> None:
        super().__init__(
            _(
                "“%(text)s” is not understood as a date. These are: 2023, 2023-03, 2023-03-16; "
                "2023-21 to 2023-24 for spring to winter; 202X for the 2020s; any of them with ~ "
                "for “about” or ? for “uncertain” at its end; 1910/1945, 2024/.. and ../1945 for "
                "a span; and words such as 16 March 2023 or c. 1910."
            )
            % {"text": text[:40]}
        )


_POINT = re.compile(
    r"(?: (?P<decade>\d{3})X | (?P<year>\d{4}) (?:-(?P<month>\d\d) (?:-(?P<day>\d\d))? )? )"
    r"(?P<qualifier>[~?%]?)",
    re.VERBOSE | re.ASCII,
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month in which each begins, in the north. Winter ends in the next year."""


def parse(text: str) -> EdtfPoint | EdtfInterval:
    """Raises EdtfError, whose message tells an editor what would be understood."""
    written = text.strip().upper()
    try:
        return _interval(written) if "/" in written else _point(written)
    except ValueError as error:
        raise EdtfError(text) from error


def _interval(written: str) -> EdtfInterval:
    start, end = ends = [None if end == ".." else _point(end) for end in written.split("/")]
    known = [end for end in ends if end]
    date_from = start.date_from if start else None
    date_to = end.date_to if end else None
    if not known or (date_to or date.max) < (date_from or date.min):
        raise ValueError(written)
    return EdtfInterval(
        canonical=written,
        date_from=date_from,
        date_to=date_to,
        precision=Precision.INTERVAL,
        approximate=any(end.approximate for end in known),
        uncertain=any(end.uncertain for end in known),
        start=start,
        end=end,
    )


def _point(written: str) -> EdtfPoint:
    match = _POINT.fullmatch(written)
    if not match:
        raise ValueError(written)
    precision, first, last = _days(match)
    return EdtfPoint(
        canonical=written,
        date_from=first,
        date_to=last,
        precision=precision,
        approximate=match["qualifier"] in ("~", "%"),
        uncertain=match["qualifier"] in ("?", "%"),
    )


def _days(match: re.Match[str]) -> tuple[Precision, date, date]:
    """The first and the last day that a point may mean. Raises ValueError for no such day."""
    if match["decade"]:
        year = int(match["decade"]) * 10
        return Precision.DECADE, date(year, 1, 1), date(year + 9, 12, 31)
    year = int(match["year"])
    if not match["month"]:
        return Precision.YEAR, date(year, 1, 1), date(year, 12, 31)
    month = int(match["month"])
    if match["day"]:
        day = date(year, month, int(match["day"]))
        return Precision.DAY, day, day
    if begins := _SEASONS.get(month):
        return Precision.SEASON, date(year, begins, 1), _month_end(year, begins + 2)
    return Precision.MONTH, date(year, month, 1), _month_end(year, month)


def _month_end(year: int, month: int) -> date:
    """`month` 13 and 14 are the first months of the next year."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
