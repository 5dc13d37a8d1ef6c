"""Events that readers are told of as planned."""

from __future__ import annotations

import datetime as dt

from newsroom.publishing.editions import Edition, EditionQuerySet

from .models import Event
from .status import EventStatus


def live_plans(at: dt.datetime) -> EditionQuerySet:
    live = Edition.objects.live(at).filter(kind=Event.kind_name)
    return live.filter(revision__snapshot__status=EventStatus.PLANNED)
