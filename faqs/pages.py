"""The page of a question, and questions as articles show them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from newsroom.publishing.ageing import Freshness, freshness
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
from newsroom.publishing.parts import Part, Parts
from newsroom.publishing.topics import Topic
from newsroom.richtext.notes import NO_NOTES, Notes
from newsroom.sources.pages import CitationLine, citation_lines, cited_at_places
from newsroom.sources.snapshots import listed, with_citations_of


@dataclass(frozen=True)
class QuestionItem:
    """A question with its answer. `answer` is markup to be shown through `richtext`.

    Its notes have numbers on its own page alone, for only there the sources are the page's.
    From `stale_from` on it may be out of date.
    """

    anchor: str
    path: str
    question: str
    short_answer: str
    answer: str
    freshness: Freshness | None
    citations: list[CitationLine]
    notes: Notes = NO_NOTES
    is_public: bool = True

    @property
    def stale_from(self) -> dt.datetime | None:
        return self.freshness.stale_from if self.freshness else None


@dataclass(frozen=True)
class QuestionPage:
    title: str
    question: QuestionItem
    topics: tuple[TopicLink, ...]
    used_in: list[Card]
    facts: PageFacts
    next_change: dt.datetime | None


def compose(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> QuestionPage:
    users = users_of(snapshot["id"], facts)
    rows = _citations(snapshot, parts)
    [notes], citations = cited_at_places([snapshot["answer"]], rows, facts.language)
    question = _item(snapshot, parts, facts, facts.path, facts.opened)
    return QuestionPage(
        title=snapshot["title"],
        question=replace(question, citations=citations, notes=notes),
        topics=topic_links(Topic.objects.filter(pk__in=snapshot["topics"]), facts.language),
        used_in=[edition_card(edition) for edition in users if edition.is_live(facts.at)],
        facts=facts,
        next_change=facts.next_change(question.stale_from, *parts.moments, *moments_of(users)),
    )


def question_item(part: Part, parts: Parts, facts: PageFacts) -> QuestionItem:
    """The question as a page shows it. `part` must not be withdrawn."""
    item = _item(part.snapshot, parts, facts, part.path, part.live_from)
    return replace(item, is_public=part.is_public)


def _item(
    snapshot: Snapshot, parts: Parts, facts: PageFacts, path: str, opened: dt.datetime | None
) -> QuestionItem:
    day = snapshot["reviewed_on"]
    reviewed_on = dt.date.fromisoformat(day) if day else None
    return QuestionItem(
        anchor=f"q-{snapshot['slug']}",
        path=path,
        question=snapshot["title"],
        short_answer=snapshot["short_answer"],
        answer=snapshot["answer"],
        freshness=freshness(snapshot, opened, facts.at, reviewed_on=reviewed_on),
        citations=citation_lines(_citations(snapshot, parts), facts.language),
    )


def _citations(snapshot: Snapshot, parts: Parts) -> list[Snapshot]:
    """Those it lists, or a translation's original does, and what else its answer cites."""
    original = parts.get(snapshot["original"])
    inherited = original.snapshot.get("citations", []) if original else []
    own = snapshot["citations"]
    return with_citations_of(listed(own) or inherited, own)
