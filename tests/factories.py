"""Drafts and published pieces, made as the site makes them: rows, then the lifecycle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractUser

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.reviews import Decision
from newsroom.publishing.revisions import Revision
from promos.models import Course, Promo, Relationship

P = TypeVar("P", bound=Publishable)


def recorded(content: Publishable, by: AbstractUser, **when: Any) -> Revision:
    """The newest revision of a draft, recorded by `by`."""
    return lifecycle.record(content=content, by=by, **when)


def approved(revision: Revision, by: AbstractUser, **when: Any) -> Revision:
    """The revision, submitted by its author and approved by `by`."""
    review = lifecycle.submit(revision=revision, by=revision.author, **when)
    lifecycle.decide(review=review, decision=Decision.APPROVED, by=by, **when)
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
