"""The page of an event, and events as timelines show them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.utils.functional import Promise

from newsroom.dates.display import DateText, display
from newsroom.publishing.cards import (
    Card,
    TopicLink,
    edition_card,
    moments_of,
    topic_links,
    users_of,
)
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Part, Parts, facts_of_original
from newsroom.publishing.topics import Topic
from newsroom.richtext.notes import NO_NOTES, Notes
from newsroom.sources.pages import CitationLine, citation_lines, cited_at_places
from newsroom.sources.snapshots import with_citations_of

from .models import first_and_last_day
from .status import EventStatus, overdue_from


@dataclass(frozen=True)
class EventItem:
    """An event in a timeline. `text` is markup to be shown through `richtext`.

    Its notes have numbers on its own page alone, for only there the sources are the page's.
    `overdue` says that a plan's last day has passed; `overdue_from` when it did or will.
    """

    anchor: str
    path: str
    headline: str
    date: DateText
    text: str
    status: str
    status_label: str | Promise
    overdue: bool
    overdue_from: dt.datetime | None
    place: str
    citations: list[CitationLine]
    notes: Notes = NO_NOTES
    is_public: bool = True


@dataclass(frozen=True)
class StatusLine:
    """One step of an event's history; `date` and `citations` may be empty."""

    label: str | Promise
    date: DateText
    note: str
    citations: list[CitationLine]


@dataclass(frozen=True)
class EventPage:
    title: str
    event: EventItem
    history: list[StatusLine]
    topics: tuple[TopicLink, ...]
    used_in: list[Card]
    facts: PageFacts
    next_change: dt.datetime | None


def compose(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> EventPage:
    rows = _citations(snapshot, parts)
    [notes], citations = cited_at_places([snapshot["text"]], rows, facts.language)
    event = _item(snapshot, parts, facts, facts.path)
    event = replace(event, citations=citations, notes=notes)
    users = users_of(snapshot["id"], facts)
    history = facts_of_original(snapshot, parts)["status_changes"]
    return EventPage(
        title=snapshot["title"],
        event=event,
        history=[_status_line(row, facts.language) for row in history],
        topics=topic_links(Topic.objects.filter(pk__in=snapshot["topics"]), facts.language),
        used_in=[edition_card(edition) for edition in users if edition.is_live(facts.at)],
        facts=facts,
        next_change=facts.next_change(event.overdue_from, *parts.moments, *moments_of(users)),
    )


def event_item(part: Part, parts: Parts, facts: PageFacts, headline: str = "") -> EventItem:
    """The event as a timeline shows it, under its own headline or the one given.

    `part` must not be withdrawn. A page that shows the item reads differently from its
    `overdue_from` on.
    """
    item = _item(part.snapshot, parts, facts, part.path, headline)
    return replace(item, is_public=part.is_public)


def _item(
    snapshot: Snapshot, parts: Parts, facts: PageFacts, path: str, headline: str = ""
) -> EventItem:
    shared = facts_of_original(snapshot, parts)
    status = shared["status"]
    overdue = overdue_from(status, first_and_last_day(shared["date"])[1])
    return EventItem(
        anchor=f"e-{snapshot['slug']}",
        path=path,
        headline=headline or snapshot["title"],
        date=_date(shared["date"], facts.language),
        text=snapshot["text"],
        status=status,
        status_label=EventStatus(status).label if status else "",
        overdue=overdue is not None and overdue <= facts.at,
        overdue_from=overdue,
        place=snapshot["place"] or shared["place"],
        citations=citation_lines(_citations(snapshot, parts), facts.language),
    )


def _citations(snapshot: Snapshot, parts: Parts) -> list[Snapshot]:
    """Those of the original, and what the text of a translation cites beside them."""
    shared = facts_of_original(snapshot, parts)["citations"]
    return with_citations_of(shared, snapshot["citations"])


def _date(edtf: str, language: str) -> DateText:
    """A draft may have no date yet."""
    return display(edtf, language) if edtf else DateText("")


def _status_line(row: Snapshot, language: str) -> StatusLine:
    return StatusLine(
        label=EventStatus(row["status"]).label,
        date=_date(row["on"], language),
        note=row["note"],
        citations=citation_lines([row] if row["source"] else [], language),
    )
