"""Dates as manuscripts write them, to EDTF; and the lines of a timeline that open with one.

Only what can be read in one way becomes a date: years, months, days, decades, seasons, ranges of
years, and "c." before one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .cuts import Cut, cut

_READ_SO_FAR = 2000  # characters of an event's text in which its date may be told more exactly
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>[12]\d{3})"
_TH = r"(?:st|nd|rd|th)?"
_WESTERN = (
    rf"(?:(?P<day>\d{{1,2}}){_TH}\s)?{_MONTH}"
    rf"(?:\s(?P<day_after>\d{{1,2}}){_TH})?,?\s{_YEAR}"
)
_EASTERN = rf"{_YEAR}[年년](?:\s?(?P<month>\d{{1,2}})[月월](?:\s?(?P<day>\d{{1,2}})[日일])?)?"
_ISO = rf"{_YEAR}(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"

_DATES = [re.compile(pattern) for pattern in (_ISO, _EASTERN, _WESTERN)]
_DECADE = re.compile(r"(?:the )?(?P<decade>[12]\d\d)0(?:s|年代|년대)", re.IGNORECASE)
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)}) {_YEAR}", re.IGNORECASE)
_ABOUT = re.compile(r"(?:c\.|ca\.|circa)\s?(?P<rest>.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"(?P<first>[^–—〜~-]+?)\s?[–—〜~-]\s?(?P<last>[^–—〜~-]+)")

_ON = r"(?P<on>\b(?:[Ii]n|[Oo]n|(?:scheduled|planned|set|due) for)\s)?"
_MENTIONS = [re.compile(rf"{_ON}\b{_WESTERN}\b"), re.compile(rf"(?P<on>){_EASTERN}")]

_MARK = r"(?:#{1,6}\s|[•◦‣▪●・▼]\s?|[*–—-]\s)?"
_HEADED = [
    re.compile(rf"{_MARK}(?P<date_text>[^:：]{{4,40}}?)\s?[:：]\s?(?P<headline>.{{1,200}})"),
    re.compile(rf"{_MARK}(?P<date_text>.{{4,40}}?)\s[–—-]\s(?P<headline>.{{1,120}})"),
    re.compile(rf"{_MARK}(?P<date_text>.{{4,40}})"),
]


def dated_heading(text: str) -> Cut | None:
    """A line like "March 2023: A Meeting", cut into date and headline; or a date alone."""
    matches = (pattern.fullmatch(text) for pattern in _HEADED)
    return next((cut(match) for match in matches if match and edtf_of(match["date_text"])), None)


def edtf_of(text: str) -> str:
    """The date in EDTF, or nothing where the text is not wholly one date."""
    if about := _ABOUT.fullmatch(text):
        return f"{edtf}~" if (edtf := _single(about["rest"])) else ""
    return _single(text) or _range(text)


def refined(edtf: str, text: str) -> str:
    """The date told more exactly by the one month or day within it that the text names.

    A month counts where the text says "in" or "on" it, and names no second one of that time.
    """
    within = f"{edtf}-"
    told = [(day, on) for day, on in _mentions(text[:_READ_SO_FAR]) if day.startswith(within)]
    exact = {day for day, on in told if on}
    if len({day[:7] for day, _on in told}) != 1 or not exact:
        return edtf
    longest = max(map(len, exact))
    days = {day for day in exact if len(day) == longest}
    return days.pop() if len(days) == 1 else days.pop()[:7]


def _single(text: str) -> str:
    for pattern in _DATES:
        if match := pattern.fullmatch(text):
            return _written(match)
    if match := _SEASON.fullmatch(text):
        return f"{match['year']}-{_SEASONS[match['season'].lower()]}"
    match = _DECADE.fullmatch(text)
    return f"{match['decade']}X" if match else ""


def _range(text: str) -> str:
    match = _BETWEEN.fullmatch(text)
    first, last = (_single(match["first"]), _single(match["last"])) if match else ("", "")
    return f"{first}/{last}" if first and first < last else ""


def _mentions(text: str) -> Iterator[tuple[str, bool]]:
    for pattern in _MENTIONS:
        for match in pattern.finditer(text):
            if day := _written(match):
                yield day, match["on"] is not None


def _written(match: re.Match[str]) -> str:
    """Year, month and day of a match in EDTF; nothing where the calendar has no such day."""
    parts = match.groupdict()
    month, day = parts.get("month"), parts.get("day") or parts.get("day_after")
    try:
        when = date(int(parts["year"]), _month_number(month or "1"), int(day or 1))
    except ValueError:
        return ""
    return when.isoformat()[: 10 if day else 7 if month else 4]


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
