"""What every template knows of the site, as `site`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Case, F, JSONField, Q, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, gettext

from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import Snapshot, kind_named


@dataclass(frozen=True)
class FollowLine:
    label: str
    url: str


@dataclass(frozen=True)
class PageLink:
    title: str
    path: str


@dataclass(frozen=True)
class Site:
    """The site's identity in one language, with the plain pages that its footer links to."""

    name: str
    url: str
    publisher: str = ""
    tagline: str = ""
    follow: FollowLine | None = None
    sample_notice: bool = False
    pages: tuple[PageLink, ...] = ()

    @property
    def noindex(self) -> bool:
        return self.sample_notice


def site(request: HttpRequest) -> dict[str, Any]:
    """Asks the database once, and only where a template uses `site`."""
    return {"site": SimpleLazyObject(lambda: read_site(get_language() or ""))}


def read_site(language: str) -> Site:
    """The live identity in this language, else in another, else what the code says."""
    rows = list(_rows(language))
    pages = tuple(PageLink(row["title"], row["path"]) for row in rows if row["kind"] == "page")
    identities = {row["language"]: row for row in rows if row["kind"] == "identity"}
    wanted = (language, *(code for code, _name in settings.LANGUAGES))
    row = next((identities[code] for code in wanted if code in identities), None)
    if row is None:
        return Site(name=gettext("Relations"), url=settings.SITE_URL, pages=pages)
    return _site(kind_named("identity").load(row["snapshot"], row["schema"]), pages)


def _rows(language: str) -> Iterable[dict[str, Any]]:
    """The identities in all languages with their snapshots, the pages of this one without."""
    wanted = Q(kind="identity") | Q(kind="page", language=language)
    snapshot = Case(
        When(kind="identity", then=F("revision__snapshot")), output_field=JSONField(null=True)
    )
    return (
        Edition.objects.live(timezone.now())
        .filter(wanted)
        .order_by("first_published", "pk")
        .values(
            "kind", "language", "title", "path", schema=F("revision__schema"), snapshot=snapshot
        )
    )


def _site(identity: Snapshot, pages: tuple[PageLink, ...]) -> Site:
    label = identity["follow_label"]
    return Site(
        name=identity["title"],
        url=settings.SITE_URL,
        publisher=identity["publisher"],
        tagline=identity["tagline"],
        follow=FollowLine(label, identity["follow_url"]) if label else None,
        sample_notice=identity["sample_notice"],
        pages=pages,
    )
