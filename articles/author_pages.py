"""The page of an author: who it is, and what readers find by them in this language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsroom.publishing.cards import Card, card_with_topics, moments_of
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Parts

from .models import Article


@dataclass(frozen=True)
class AuthorPage:
    title: str
    biography: str
    articles: list[Card]
    facts: PageFacts
    next_change: dt.datetime | None


def compose(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> AuthorPage:
    language = facts.language
    editions = list(_written_by(snapshot, facts))
    live = (edition for edition in editions if edition.is_live(facts.at))
    return AuthorPage(
        title=author_name(snapshot, language),
        biography=snapshot.get(f"biography_{language}") or snapshot["biography"],
        articles=[card_with_topics(edition, language) for edition in live],
        facts=facts,
        next_change=facts.next_change(*moments_of(editions)),
    )


def author_name(snapshot: Snapshot, language: str) -> str:
    return str(snapshot.get(f"name_{language}") or snapshot["title"])


def _written_by(snapshot: Snapshot, facts: PageFacts) -> EditionQuerySet:
    """Editions of the author's articles in the reader's language, live or to come."""
    editions = Edition.objects.not_past(facts.at).of_kind(Article.kind_name, facts.language)
    # 0 for an author who was never saved: None would find what shows no parts at all.
    editions = editions.filter(uses__part=snapshot["id"] or 0)
    return editions.order_by("-first_published", "pk").prefetch_related("topics")
