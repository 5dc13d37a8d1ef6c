"""What pages of every kind share: cards, links to topics, where a part is used, lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Min, Q
from django.utils.functional import Promise

from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_named
from newsroom.publishing.pages import Alternate, PageFacts
from newsroom.publishing.topics import Topic

SHOWN_ELSEWHERE = 10


@dataclass(frozen=True)
class TopicLink:
    name: str
    path: str


@dataclass(frozen=True)
class Card:
    """What lists show of a page. `path` is without language."""

    title: str
    path: str
    summary: str = ""
    kind_label: str | Promise = ""
    date: dt.datetime | None = None
    topics: tuple[TopicLink, ...] = ()


@dataclass(frozen=True)
class Elsewhere:
    """What another language has."""

    language: str
    entries: list[Card]


@dataclass(frozen=True)
class EmptyPage:
    """A list without entries in the reader's language."""

    title: str | Promise
    facts: PageFacts
    elsewhere: list[Elsewhere]
    next_change: dt.datetime | None


def topic_links(topics: Iterable[Topic], language: str) -> tuple[TopicLink, ...]:
    return tuple(TopicLink(name=topic.name_in(language), path=topic.path) for topic in topics)


def edition_card(edition: Edition) -> Card:
    return Card(
        title=edition.title,
        path=edition.path,
        summary=edition.summary,
        kind_label=kind_named(edition.kind).model._meta.verbose_name or "",
        date=edition.first_published,
    )


def users_of(content_id: int, facts: PageFacts) -> list[Edition]:
    """Editions in the reader's language, live or to come, on whose pages the content stands."""
    editions = Edition.objects.not_past(facts.at).filter(uses__part=content_id)
    return list(editions.filter(language__in=(facts.language, "")).exclude(path=""))


def moments_of(editions: Iterable[Edition]) -> Iterator[dt.datetime | None]:
    for edition in editions:
        yield edition.live_from
        yield edition.live_until


def facts_at(path: str, language: str, at: dt.datetime) -> PageFacts:
    """The facts of a page that stands at the same address in every language."""
    others = ((code, name) for code, name in settings.LANGUAGES if code != language)
    alternates = tuple(Alternate(code, name, path) for code, name in others)
    return PageFacts(language=language, path=path, at=at, alternates=alternates)


def count_live(kind: str, facts: PageFacts) -> tuple[int, dt.datetime | None]:
    """How many are live, and when the next one opens or ends: in one query."""
    ahead = Q(live_from__gt=facts.at)
    found = (
        Edition.objects.not_past(facts.at)
        .of_kind(kind, facts.language)
        .aggregate(
            number=Count("pk", filter=~ahead),
            opens=Min("live_from", filter=ahead),
            ends=Min("live_until"),
        )
    )
    return found["number"], facts.next_change(found["opens"], found["ends"])


def entries_elsewhere(kind: str, facts: PageFacts) -> list[Elsewhere]:
    """The newest pages of this kind in each of the other languages that has any."""
    live = Edition.objects.live(facts.at).filter(kind=kind).order_by("-first_published")
    found = (
        Elsewhere(other.language, [edition_card(edition) for edition in newest])
        for other in facts.alternates
        if (newest := live.filter(language=other.language)[:SHOWN_ELSEWHERE])
    )
    return list(found)
