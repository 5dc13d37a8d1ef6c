"""Time zones by their IANA names: which there are, and which are worth offering."""

from __future__ import annotations

import zoneinfo
from functools import cache
from itertools import groupby

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

REGIONS = (
    "Africa",
    "America",
    "Antarctica",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


@cache
def known() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def refuse_unknown(name: str) -> None:
    if name not in known():
        raise ValidationError(_("“%(name)s” is no time zone."), params={"name": name})


def site_time_zone() -> str:
    return settings.TIME_ZONE


@cache
def offered() -> list[tuple[str, list[tuple[str, str]]]]:
    """Places by region, as choices of a form; old names for the same are left out."""
    places = sorted(name for name in known() if name.partition("/")[0] in REGIONS)
    regions = groupby(places, key=lambda name: name.partition("/")[0])
    return [(region, [*map(_choice, names)]) for region, names in regions]


def _choice(name: str) -> tuple[str, str]:
    place = name.partition("/")[2]
    return name, place.replace("_", " ").replace("/", " / ")
