"""Events in snapshots: what they say, their history and the sources as they were."""

from __future__ import annotations

from typing import cast

from django.utils.text import Truncator

from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Projection, Snapshot
from newsroom.publishing.snapshots import content_values, put_content_back, put_rows_back, values
from newsroom.richtext.words import plain_text
from newsroom.sources.snapshots import cited_ids, freeze, put_citations_back, take_citations

from .models import FACTS, Event, StatusChange, first_and_last_day

_FIELDS = (*FACTS, "text", "place")
_CHANGE = ("status", "on", "source", "note")
_LENGTH_OF_SUMMARY = 200
FACTS_OF_ORIGINAL = {**values(Event(), FACTS), "status_changes": [], "citations": []}
"""What a translation has in place of them."""


def take(draft: Draft) -> Snapshot:
    event = cast("Event", draft.content)
    history = sorted(draft.of(StatusChange), key=lambda change: change.on)
    return {
        **content_values(draft),
        "id": event.pk,
        **values(event, _FIELDS),
        **_days(event),
        "status_changes": [_take_change(change) for change in history],
        "citations": take_citations(draft, event.text),
    }


def _days(event: Event) -> Snapshot:
    """The days that timelines sort by; not the open ones: SQLite sorts JSON's null as a text."""
    days = zip(("date_from", "date_to"), first_and_last_day(event.date), strict=True)
    return {name: day.isoformat() for name, day in days if day}


def _take_change(change: StatusChange) -> Snapshot:
    shown = freeze(change.source) if change.source else None
    return {"id": change.pk, **values(change, _CHANGE), "shown": shown}


def put_back(event: Event, snapshot: Snapshot) -> list[str]:
    lost = put_content_back(event, snapshot, _FIELDS)
    lost += put_rows_back(StatusChange, "event", event, snapshot["status_changes"], _CHANGE)
    return lost + put_citations_back(event, snapshot["citations"])


def project(snapshot: Snapshot) -> Projection:
    slug, original = snapshot["slug"], snapshot["original"]
    cited = [*snapshot["citations"], *snapshot["status_changes"]]
    return Projection(
        title=snapshot["title"],
        path=f"/timeline/{slug}/" if slug else "",
        summary=Truncator(plain_text(snapshot["text"])).chars(_LENGTH_OF_SUMMARY),
        topics=tuple(snapshot["topics"]),
        uses=(original,) if original else (),
        attachments={"source": cited_ids(cited)},
    )
