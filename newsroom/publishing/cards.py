"""Cards: what lists show of a page, whatever kind it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.core.files.storage import default_storage
from django.utils.functional import Promise

from .editions import Edition
from .kinds import kind_named
from .pages import PageFacts
from .parts import Part
from .topics import Topic


@dataclass(frozen=True)
class TopicLink:
    name: str
    path: str


@dataclass(frozen=True)
class Signature:
    """One who signed a piece. `language` is that of the name where it is not the page's, `joint`
    what follows it in the byline."""

    name: str
    path: str
    language: str = ""
    joint: str = ""
    is_public: bool = True


@dataclass(frozen=True)
class Card:
    """`path` is without language; `image` is an address, or empty."""

    title: str
    path: str
    summary: str = ""
    kind_label: str | Promise = ""
    date: dt.datetime | None = None
    image: str = ""
    topics: tuple[TopicLink, ...] = ()
    byline: tuple[Signature, ...] = ()
    is_public: bool = True


def topic_links(topics: Iterable[Topic], language: str) -> tuple[TopicLink, ...]:
    return tuple(TopicLink(name=topic.name_in(language), path=topic.path) for topic in topics)


def edition_card(edition: Edition, *, kind_label: str | Promise = "") -> Card:
    return Card(
        title=edition.title,
        path=edition.path,
        summary=edition.summary,
        kind_label=kind_label,
        date=edition.first_published,
        image=_image_url(edition.lead_image),
    )


def card_with_topics(edition: Edition, language: str, *, kind_label: str | Promise = "") -> Card:
    """For editions whose topics were prefetched."""
    links = topic_links(edition.topics.all(), language)
    return replace(edition_card(edition, kind_label=kind_label), topics=links)


def part_card(part: Part) -> Card:
    shown = kind_named(part.kind).project(part.snapshot)
    return Card(
        title=part.title,
        path=part.path,
        summary=shown.summary,
        date=part.first_published,
        image=_image_url(shown.lead_image),
        is_public=part.is_public,
    )


def users_of(content_id: int | None, facts: PageFacts) -> list[Edition]:
    """Editions in the reader's language, live or to come, on whose pages the content stands.

    None is the id of what was never saved: nothing shows it.
    """
    if content_id is None:
        return []
    editions = Edition.objects.not_past(facts.at).filter(uses__part=content_id)
    return list(editions.filter(language__in=(facts.language, "")).exclude(path=""))


def moments_of(editions: Iterable[Edition]) -> Iterator[dt.datetime | None]:
    """When any of these opens or ends."""
    for edition in editions:
        yield edition.live_from
        yield edition.live_until


def _image_url(file: str) -> str:
    return str(default_storage.url(file)) if file else ""
