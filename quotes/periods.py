"""Spans of time as an expert's life has them: two EDTF dates, either of which may be unknown."""

from __future__ import annotations

import datetime as dt

from newsroom.dates.edtf import EdtfError, parse


def period(since: str, until: str) -> str:
    """The span between two EDTF dates, open where one is missing; "" where both are."""
    return f"{since or '..'}/{until or '..'}" if since or until else ""


def is_period(since: str, until: str) -> bool:
    """Whether the dates make a span: in order, and neither of them a span itself."""
    try:
        return not period(since, until) or bool(parse(period(since, until)))
    except EdtfError:
        return False


def days(edtf: str) -> tuple[dt.date, dt.date]:
    """The first and the last day that a date may mean; all of time where there is no telling."""
    try:
        date = parse(edtf)
    except EdtfError:
        return dt.date.min, dt.date.max
    return date.date_from or dt.date.min, date.date_to or dt.date.max


def overlap(one: str, other: str) -> bool:
    """Whether two dates may mean a day in common."""
    (first, last), (since, until) = days(one), days(other)
    return last >= since and first <= until
