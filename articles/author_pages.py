"""The page of an author: who it is, and what readers find by them in this language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from django.core.files.storage import default_storage
from django.core.paginator import Page, Paginator

from newsroom.images.names import around
from newsroom.images.snapshots import lacks_words
from newsroom.publishing.cards import Card, card_with_topics
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.lists import PER_PAGE, count_live
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Parts
from newsroom.publishing.wordings import Words, words

from .author_snapshots import portraits
from .author_words import BIOGRAPHY, ROLE, author_name
from .bylines import signed_cards, with_authors
from .models import Article


@dataclass(frozen=True)
class Portrait:
    """`begins` is what the addresses of its crops begin with; `language` that of `alt`."""

    begins: str
    alt: str
    language: str
    credit: str


@dataclass(frozen=True)
class AuthorPage:
    name: Words
    role: Words
    biography: Words
    portrait: Portrait | None
    links: list[Snapshot]
    articles: list[Card]
    page_obj: Page[Edition]
    facts: PageFacts
    next_change: dt.datetime | None

    @property
    def title(self) -> str:
        return self.name.text


@dataclass(frozen=True)
class AuthorEntry:
    """An author in the list of them all."""

    name: Words
    role: Words
    portrait: Portrait | None
    path: str


def compose(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> AuthorPage:
    language = facts.language
    editions = _written_by(snapshot, facts)
    number, next_change = count_live(editions, facts)
    shown = _page(editions, number, facts)
    card = partial(card_with_topics, language=language)
    return AuthorPage(
        name=author_name(snapshot, language),
        role=words(snapshot, ROLE, language),
        biography=words(snapshot, BIOGRAPHY, language),
        portrait=_portrait(snapshot, language),
        links=snapshot["links"],
        articles=signed_cards(list(shown), parts, language, card),
        page_obj=shown,
        facts=facts,
        next_change=facts.next_change(next_change, *parts.moments),
    )


def author_entry(edition: Edition, language: str) -> AuthorEntry:
    snapshot = edition.read()
    return AuthorEntry(
        name=author_name(snapshot, language),
        role=words(snapshot, ROLE, language),
        portrait=_portrait(snapshot, language),
        path=edition.path,
    )


def _portrait(snapshot: Snapshot, language: str) -> Portrait | None:
    """The picture with words in the reader's language, else in the first that has some."""
    shown = portraits(snapshot)
    own = [frozen for frozen in shown if frozen["language"] == language]
    told = [frozen for frozen in (*own, *shown) if not lacks_words(frozen)]
    best = next(iter((*told, *own)), None)
    return _cropped(best, language) if best else None


def _cropped(frozen: Snapshot, language: str) -> Portrait:
    return Portrait(
        begins=default_storage.url(around(frozen["file"], frozen["focus"])),
        alt="" if frozen["decorative"] else frozen["alt"],
        language=frozen["language"] if frozen["language"] != language else "",
        credit=frozen["credit"],
    )


def _page(editions: EditionQuerySet, number: int, facts: PageFacts) -> Page[Edition]:
    live = with_authors(editions.live(facts.at)).prefetch_related("topics")
    paginator = Paginator(live, PER_PAGE)
    paginator.count = number
    return paginator.get_page(facts.page_asked)


def _written_by(snapshot: Snapshot, facts: PageFacts) -> EditionQuerySet:
    """Editions of the author's articles in the reader's language, of any time."""
    editions = Edition.objects.of_kind(Article.kind_name, facts.language)
    # 0 for an author who was never saved: None would find what shows no parts at all.
    editions = editions.filter(uses__part=snapshot["id"] or 0)
    return editions.order_by("-first_published", "pk")
