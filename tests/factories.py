"""Drafts and published pieces, made as the site makes them: rows, then the lifecycle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractUser, User
from django.utils.text import slugify

from faqs.models import Question
from newsroom.publishing import lifecycle
from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.reviews import Decision
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Role
from newsroom.sources.models import CitedSource, Source
from promos.models import Course, Promo, Relationship
from quotes.models import Affiliation, Evidence, Expert, Quote
from timeline.models import Event
from timeline.status import EventStatus

from .cast import person

P = TypeVar("P", bound=Publishable)


def recorded(content: Publishable, by: AbstractUser, **when: Any) -> Revision:
    """The newest revision of a draft, recorded by `by`."""
    return lifecycle.record(content=content, by=by, **when)


def approved(revision: Revision, by: AbstractUser, **when: Any) -> Revision:
    """The revision, submitted by its author and approved by `by`, and where needed by a second."""
    review = lifecycle.submit(revision=revision, by=revision.author, **when)
    review = lifecycle.decide(review=review, decision=Decision.APPROVED, by=by, **when)
    if review.waits_for_second:
        second = User.objects.filter(username="second").first() or person("second", Role.MODERATOR)
        lifecycle.decide(review=review, decision=Decision.APPROVED, by=second, **when)
    return revision


def published(
    content: Publishable,
    *,
    by: AbstractUser,
    approved_by: AbstractUser | None = None,
    change: Change | None = None,
    note: str = "",
    **when: Any,
) -> Edition:
    """The content's draft, recorded, approved where its kind needs that, and live."""
    revision = recorded(content, by)
    if kind_of(content).needs_approval and approved_by:
        approved(revision, approved_by)
    return lifecycle.publish(revision=revision, by=by, change=change, note=note, **when)


def make_promo(*, courses: Sequence[str] = (), **fields: Any) -> Promo:
    """A promo that nothing stands in the way of."""
    words = {"title": "Spring courses", "heading": "Learn Korean", "cta_label": "See the courses"}
    facts = {"relationship": Relationship.OWN, "cta_url": "https://example.org/courses"}
    complete = words if fields.get("original") else words | facts
    promo = Promo.objects.create(**complete | fields)
    for position, title in enumerate(courses):
        Course.objects.create(promo=promo, title=title, position=position)
    return promo


def make_source(title: str = "Treaty series", **fields: Any) -> Source:
    return Source.objects.create(title=title, **fields)


def cite(content: Publishable, *titles: str) -> None:
    """The draft's cited sources: new ones of these titles, after those it has."""
    for title in titles:
        position = content.cited_sources.count()
        CitedSource.objects.create(content=content, source=make_source(title), position=position)


def make_event(*, sources: Sequence[str] = ("Treaty series",), **fields: Any) -> Event:
    """An event that nothing stands in the way of; a translation of one has words alone."""
    title = fields.setdefault("title", "The leaders meet")
    fields.setdefault("slug", slugify(title, allow_unicode=True))
    if fields.get("original"):
        return Event.objects.create(**fields)
    event = Event.objects.create(**{"date": "2023-03-16", "status": EventStatus.HAPPENED} | fields)
    cite(event, *sources)
    return event


def make_question(*, sources: Sequence[str] = ("Treaty series",), **fields: Any) -> Question:
    """A question that nothing stands in the way of."""
    title = fields.setdefault("title", "When did the leaders meet?")
    fields.setdefault("slug", slugify(title, allow_unicode=True))
    words = {"short_answer": "In March 2023.", "answer": "<p>They met on 16 March 2023.</p>"}
    question = Question.objects.create(**words | fields)
    if not question.original_id:
        cite(question, *sources)
    return question


def make_expert(title: str = "Aki Moriyama", **fields: Any) -> Expert:
    """An expert that nothing stands in the way of."""
    expert = Expert.objects.create(title=title, **fields)
    Affiliation.objects.create(
        expert=expert, organisation="Example University", role_en="historian", since="2015"
    )
    return expert


def make_quote(
    text: str = "Neighbours who argue in the open have something to lose.",
    *,
    cited: bool = True,
    **fields: Any,
) -> Quote:
    """A direct quote with its source, for an `expert`; or a translation, for an `original`."""
    attribution = {"speaker": "Aki Moriyama", "role": "historian"}
    facts = {"translation_is_ours": True} if fields.get("original") else {"said_on": "2025-05-14"}
    quote = Quote.objects.create(text=text, **attribution | facts | fields)
    if cited and not quote.original_id:
        source = make_source("A lecture", url="https://example.org/lecture")
        Evidence.objects.create(quote=quote, source=source, locator="12:03")
    return quote
