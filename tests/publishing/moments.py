"""Moments for tests: hours after the beginning of 2026."""

from __future__ import annotations

import datetime as dt

EPOCH = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def hour(number: float) -> dt.datetime:
    return EPOCH + dt.timedelta(hours=number)
