"""Addresses: a path belongs for ever to what was first published there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .content import Content
from .editions import Edition
from .guard import LifecycleOnly

# First parts of paths that the site itself answers; no plain page may take one as its slug.
RESERVED_SLUGS = frozenset(
    {
        *("articles", "timeline", "timeline.ics", "timeline.json", "quotes", "experts", "authors"),
        *("faqs", "ask", "topics", "search", "corrections", "feed.atom", "feed.json"),
        *("admin", "accounts", "api", "media", "static", "preview"),
        *("healthz", "readyz", "robots.txt", "sitemap.xml"),
    }
)


class Address(LifecycleOnly):
    """A path, without its language, claimed for a content in one language."""

    path = models.CharField(max_length=200)
    language = models.CharField(max_length=12)
    content = models.ForeignKey(Content, on_delete=models.PROTECT, related_name="addresses")

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints = [
            models.UniqueConstraint(fields=["path", "language"], name="publishing_address_once")
        ]

    def __str__(self) -> str:
        return f"/{self.language}{self.path}"


@dataclass(frozen=True)
class Found:
    """What stands at an address: the edition readers last saw there, live or not."""

    edition: Edition
    is_live: bool
    moved: bool


def languages_claimed(language: str) -> tuple[str, ...]:
    """A content without a language claims its path in all of them."""
    return (language,) if language else tuple(code for code, _name in settings.LANGUAGES)


def holders(path: str, language: str) -> models.QuerySet[Address]:
    """The claims on a path in the languages that a content in `language` would claim."""
    return Address.objects.filter(path=path, language__in=languages_claimed(language))


def look_up(path: str, language: str, at: dt.datetime) -> Found | None:
    """What readers get at `path` at `at`: one query; None where nothing was public by then."""
    shown_here = Edition.objects.started(at).filter(path=path)
    editions = Edition.objects.filter(
        content__addresses__path=path,
        content__addresses__language=language,
        content__in=shown_here.values("content"),
    )
    edition = (
        editions.latest_started(at)
        .with_last_changed(at)
        .select_related("revision__content")
        .first()
    )
    if edition is None:
        return None
    edition.content = edition.revision.content
    return Found(edition=edition, is_live=edition.is_live(at), moved=edition.path != path)
