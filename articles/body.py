"""The body of an article as readers see it: blocks, each with the template that shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from faqs.pages import QuestionItem, question_item
from newsroom.images.pages import Picture, picture
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Parts
from newsroom.richtext.notes import NO_NOTES, Notes
from promos.pages import PromoBlock as Promo
from promos.pages import promo_block, promo_moments
from quotes.pages import QuoteCard, WithdrawnNotice, quote_card, withdrawn_notice
from timeline.pages import EventItem, event_item
from timeline.status import EventStatus

from .anchors import with_anchors


@dataclass(frozen=True)
class Block:
    """`template` finds each field by its name. Blocks with a heading stand in the contents."""

    template: ClassVar[str]
    heading: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class SectionBlock(Block):
    template = "components/section.html"
    subheading: str = ""
    html: str = ""
    notes: Notes = NO_NOTES


@dataclass(frozen=True, kw_only=True)
class PictureBlock(Block):
    template = "components/picture.html"
    picture: Picture


@dataclass(frozen=True, kw_only=True)
class QuoteBlock(Block):
    template = "components/quote_card.html"
    quote: QuoteCard


@dataclass(frozen=True, kw_only=True)
class WithdrawnQuoteBlock(Block):
    template = "components/withdrawn_quote.html"
    notice: WithdrawnNotice


@dataclass(frozen=True, kw_only=True)
class TimelineBlock(Block):
    template = "components/timeline.html"
    events: list[EventItem]


@dataclass(frozen=True, kw_only=True)
class QuestionsBlock(Block):
    template = "components/question_list.html"
    questions: list[QuestionItem]


@dataclass(frozen=True, kw_only=True)
class PromoBlock(Block):
    template = "components/promo.html"
    promo: Promo


def compose_body(
    snapshot: Snapshot, parts: Parts, facts: PageFacts, notes: Iterable[Notes]
) -> Iterator[Block]:
    """The blocks in order, `notes` for each section. A part that ended leaves nothing, as one does
    that was not chosen yet; a withdrawn quote leaves its notice."""
    notes = iter(notes)
    for row, anchor in with_anchors(snapshot):
        match row["type"]:
            case "section":
                yield _section(row, anchor, next(notes))
            case "picture" if row["shown"]:
                yield PictureBlock(picture=picture(row["shown"], row["caption"]))
            case "quote":
                yield from _quote(row["quote"], parts, facts)
            case "timeline":
                yield from _timeline(snapshot["events"], parts, facts)
            case "questions":
                yield from _questions(snapshot["questions"], parts, facts)
            case "promo":
                yield from _promo(row["promo"], parts, facts)


def _section(row: Snapshot, anchor: str, notes: Notes) -> Block:
    return SectionBlock(row["heading"], anchor, row["subheading"], row["text"], notes)


def _quote(quote: int | None, parts: Parts, facts: PageFacts) -> Iterator[Block]:
    part = parts.get(quote)
    if part is None:
        return
    notice = withdrawn_notice(part)
    if notice:
        yield WithdrawnQuoteBlock(notice=notice)
    else:
        yield QuoteBlock(quote=quote_card(part, parts, facts))


def _timeline(rows: list[Snapshot], parts: Parts, facts: PageFacts) -> Iterator[Block]:
    shown = ((parts.get(row["event"]), row["headline"]) for row in rows)
    events = [
        event_item(part, parts, facts, headline=headline)
        for part, headline in shown
        if part and not part.withdrawal
    ]
    if events:
        yield TimelineBlock(events=events)


def _questions(rows: list[Snapshot], parts: Parts, facts: PageFacts) -> Iterator[Block]:
    shown = (parts.get(row["question"]) for row in rows)
    questions = [
        question_item(part, parts, facts) for part in shown if part and not part.withdrawal
    ]
    if questions:
        yield QuestionsBlock(_("Questions and answers"), "questions", questions=questions)


def _promo(promo: int | None, parts: Parts, facts: PageFacts) -> Iterator[Block]:
    part = parts.get(promo)
    block = promo_block(part, parts, facts) if part else None
    if block:
        yield PromoBlock(promo=block)


def body_moments(
    snapshot: Snapshot, blocks: Iterable[Block], parts: Parts
) -> Iterator[dt.datetime | None]:
    """When blocks read differently though no edition opens or ends: a plan is overdue by then,
    the window of a promo opens or closes, an answer may be out of date."""
    for block in blocks:
        if isinstance(block, TimelineBlock):
            yield from (event.overdue_from for event in block.events)
        elif isinstance(block, QuestionsBlock):
            yield from (question.stale_from for question in block.questions)
    for row in snapshot["blocks"]:
        if row["type"] == "promo" and (part := parts.get(row["promo"])):
            yield from promo_moments(part, parts)


def shows_plans(blocks: Iterable[Block]) -> bool:
    """Whether a timeline among them has something planned."""
    timelines = (block for block in blocks if isinstance(block, TimelineBlock))
    return any(event.status == EventStatus.PLANNED for block in timelines for event in block.events)
