"""What clocks show: some times come twice, some never, wherever clocks are put back and forward."""

from __future__ import annotations

import datetime as dt

MINUTE = dt.timedelta(minutes=1)


def moments_of(shown: dt.datetime, zone: dt.tzinfo) -> list[dt.datetime]:
    """The moments, in UTC, at which clocks in `zone` show this: one, two in order, or none."""
    readings = (shown.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    return sorted({moment for moment in readings if _shown_at(moment, zone) == shown})


def _shown_at(moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def around(shown: dt.datetime, zone: dt.tzinfo) -> tuple[dt.datetime, dt.datetime]:
    """Of a time that clocks in `zone` skip: the last minute before and the first one after."""
    before, after = shown, shown
    while not moments_of(before, zone):
        before -= MINUTE
    while not moments_of(after, zone):
        after += MINUTE
    return before, after


def start_of(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """The moment at which `day` begins in `zone`, even where clocks skip midnight."""
    return dt.datetime.combine(day, dt.time.min, zone).astimezone(dt.UTC)


def offset(moment: dt.datetime) -> str:
    """ "UTC+02:00": how far clocks are ahead of UTC at a moment in their zone."""
    return str(dt.timezone(moment.utcoffset() or dt.timedelta()))
