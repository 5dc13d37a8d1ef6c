"""What every page knows about itself, whatever kind it shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Protocol

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import Promise

from .addresses import Found
from .content import Content
from .editions import Change, Edition


@dataclass(frozen=True)
class Alternate:
    """The same piece in another language."""

    language: str
    label: str
    path: str


@dataclass(frozen=True)
class ChangeNote:
    """What readers were told when the piece changed. `language` where it is not the page's."""

    label: str | Promise
    note: str
    at: dt.datetime
    language: str = ""


@dataclass(frozen=True)
class PageFacts:
    """What the engine knows of a page: the app's `compose` adds what the snapshot says.

    `path` is without language; `at` is the moment the page is composed for, `opened` that from
    which readers see it so; `is_public` is false in previews. `moments` are those at which the
    editions themselves will change. `page_asked` is the number of the page of what it lists.
    """

    language: str
    path: str
    at: dt.datetime
    opened: dt.datetime | None = None
    first_published: dt.datetime | None = None
    last_changed: dt.datetime | None = None
    notes: tuple[ChangeNote, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    moments: tuple[dt.datetime, ...] = ()
    is_public: bool = True
    page_asked: str = ""

    def next_change(self, *moments: dt.datetime | None) -> dt.datetime | None:
        """The next moment after `at` at which the page reads differently, of all those given."""
        ahead = (m for m in (*self.moments, *moments) if m is not None and m > self.at)
        return min(ahead, default=None)


class Page(Protocol):
    """What templates and the page store need of any page."""

    @property
    def title(self) -> str: ...
    @property
    def facts(self) -> PageFacts: ...
    @property
    def next_change(self) -> dt.datetime | None: ...


@dataclass(frozen=True)
class ListPage:
    """A page that lists: `entries` are cards or the app's own view models."""

    title: str | Promise
    facts: PageFacts
    entries: list[object] = field(default_factory=list)
    intro: str | Promise = ""
    page_obj: object | None = None
    next_change: dt.datetime | None = None


def facts_of(found: Found, language: str, at: dt.datetime) -> PageFacts:
    """The facts of a live page: one query for its family of editions in all languages."""
    edition = found.edition
    family = _family(edition.content, at)
    own = [row for row in family if row.content_id == edition.content_id]
    return PageFacts(
        language=language,
        path=edition.path,
        at=at,
        opened=edition.live_from,
        first_published=edition.first_published,
        last_changed=edition.last_changed,
        notes=_notes(own, at),
        alternates=_alternates(edition, family, language, at),
        moments=tuple(m for row in family for m in (row.live_from, row.live_until) if m),
    )


def _family(content: Content, at: dt.datetime) -> list[Edition]:
    rows: QuerySet[Edition] = Edition.objects.filter(
        content__translation_key=content.translation_key
    )
    fields = "content", "language", "path", "live_from", "live_until", "change", "note"
    return list(rows.only(*fields).order_by("-live_from"))


def _notes(own: list[Edition], at: dt.datetime) -> tuple[ChangeNote, ...]:
    return tuple(change_note(row) for row in own if row.note and row.live_from <= at)


def change_note(edition: Edition, language: str = "") -> ChangeNote:
    label = Change(edition.change).label
    return ChangeNote(label=label, note=edition.note, at=edition.live_from, language=language)


def _alternates(
    edition: Edition, family: list[Edition], language: str, at: dt.datetime
) -> tuple[Alternate, ...]:
    live = {row.language: row.path for row in family if row.is_live(at)}
    return tuple(
        Alternate(language=code, label=name, path=live.get(code) or edition.path)
        for code, name in settings.LANGUAGES
        if code != language and (code in live or not edition.language)
    )
