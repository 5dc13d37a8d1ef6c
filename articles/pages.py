"""The page of an article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsroom.images.pages import Picture, picture
from newsroom.publishing.ageing import Freshness, freshness
from newsroom.publishing.cards import Signature, TopicLink, topic_links
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Parts
from newsroom.publishing.topics import Topic
from newsroom.sources.pages import CitationLine, cited_at_places
from quotes.cards import QuoteCard

from .body import Block, QuoteBlock, body_moments, compose_body, shows_plans
from .bylines import byline
from .snapshots import texts_of


@dataclass(frozen=True)
class ContentsEntry:
    anchor: str
    heading: str


@dataclass(frozen=True)
class ArticlePage:
    title: str
    standfirst: str
    facts: PageFacts
    byline: tuple[Signature, ...]
    lead_image: Picture | None
    blocks: list[Block]
    topics: tuple[TopicLink, ...]
    citations: list[CitationLine]
    freshness: Freshness | None
    next_change: dt.datetime | None

    @property
    def contents(self) -> list[ContentsEntry]:
        linked = (block for block in self.blocks if block.heading and block.anchor)
        return [ContentsEntry(block.anchor, block.heading) for block in linked]

    @property
    def quotes(self) -> list[QuoteCard]:
        return [block.quote for block in self.blocks if isinstance(block, QuoteBlock)]


def compose(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> ArticlePage:
    lead = snapshot["lead_image_shown"]
    texts = texts_of(snapshot["blocks"])
    notes, citations = cited_at_places(texts, snapshot["citations"], facts.language)
    blocks = list(compose_body(snapshot, parts, facts, notes))
    fresh = freshness(snapshot, facts.opened, facts.at, shows_plans=shows_plans(blocks))
    return ArticlePage(
        title=snapshot["title"],
        standfirst=snapshot["standfirst"],
        facts=facts,
        byline=byline(snapshot["authors"], parts, facts.language),
        lead_image=picture(lead) if lead else None,
        blocks=blocks,
        topics=topic_links(Topic.objects.filter(pk__in=snapshot["topics"]), facts.language),
        citations=citations,
        freshness=fresh,
        next_change=facts.next_change(
            fresh.stale_from if fresh else None,
            *parts.moments,
            *body_moments(snapshot, blocks, parts),
        ),
    )
