"""The page of a question, and questions as articles show them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

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
from newsroom.sources.pages import CitationLine, citation_lines


@dataclass(frozen=True)
class QuestionItem:
    """A question with its answer. `answer` is markup to be shown through `richtext`."""

    anchor: str
    path: str
    question: str
    short_answer: str
    answer: str
    reviewed_on: dt.date | None
    citations: list[CitationLine]


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
    return QuestionPage(
        title=snapshot["title"],
        question=_item(snapshot, parts, facts, facts.path),
        topics=topic_links(Topic.objects.filter(pk__in=snapshot["topics"]), facts.language),
        used_in=[edition_card(edition) for edition in users if edition.is_live(facts.at)],
        facts=facts,
        next_change=facts.next_change(*parts.moments, *moments_of(users)),
    )


def question_item(part: Part, parts: Parts, facts: PageFacts) -> QuestionItem:
    """The question as a page shows it. `part` must not be withdrawn."""
    return _item(part.snapshot, parts, facts, part.path)


def _item(snapshot: Snapshot, parts: Parts, facts: PageFacts, path: str) -> QuestionItem:
    reviewed = snapshot["reviewed_on"]
    return QuestionItem(
        anchor=f"q-{snapshot['slug']}",
        path=path,
        question=snapshot["title"],
        short_answer=snapshot["short_answer"],
        answer=snapshot["answer"],
        reviewed_on=dt.date.fromisoformat(reviewed) if reviewed else None,
        citations=citation_lines(_citations(snapshot, parts), facts.language),
    )


def _citations(snapshot: Snapshot, parts: Parts) -> list[Snapshot]:
    """The question's own; a translation without any shows those of its original."""
    original = parts.get(snapshot["original"])
    inherited = original.snapshot.get("citations", []) if original else []
    return snapshot["citations"] or inherited
