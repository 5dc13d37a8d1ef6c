"""The order of a timeline."""

from __future__ import annotations

import datetime as dt

from django.db.models import F, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from newsroom.publishing.editions import Edition, EditionQuerySet

from .models import Event


def by_date(at: dt.datetime) -> EditionQuerySet:
    """Editions of events by their first day, as dates stand at `at`; the longer ones first."""
    originals = Edition.objects.live(at).filter(content=OuterRef("content__original"))

    def day(name: str) -> Coalesce:
        """A day of the event, which stands on the original where there is one."""
        written = KeyTextTransform(name, "revision__snapshot")
        return Coalesce(Subquery(originals.values_list(written)), written)

    events = Edition.objects.filter(kind=Event.kind_name)
    events = events.annotate(starts=Coalesce(day("date_from"), day("date_to")), ends=day("date_to"))
    return events.order_by("starts", F("ends").desc(nulls_first=True), "pk")
