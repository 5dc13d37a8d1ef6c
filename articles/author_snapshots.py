"""Authors as snapshots. `id` is there to find what the author wrote."""

from __future__ import annotations

from typing import cast

from django.conf import settings

from newsroom.images.models import Image
from newsroom.images.snapshots import freeze
from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Projection, Snapshot
from newsroom.publishing.snapshots import content_values, put_content_back, put_rows_back, values

from .models import Author, AuthorLink

NAMES = ("name_ja", "name_ko")
WORDS = ("role", "role_ja", "role_ko", "biography", "biography_ja", "biography_ko")
LINK = ("label", "url", "is_own", "position")

_FIELDS = (*NAMES, *WORDS, "picture")


def take(draft: Draft) -> Snapshot:
    author = cast("Author", draft.content)
    picture, languages = author.picture, [code for code, _name in settings.LANGUAGES]
    return {
        **content_values(draft),
        "id": author.pk,
        **values(author, _FIELDS),
        "picture_shown": freeze(picture, "") if picture else None,
        "picture_words": [_words(picture, code) for code in languages] if picture else [],
        "links": [{"id": row.pk, **values(row, LINK)} for row in draft.of(AuthorLink)],
    }


def put_back(author: Author, snapshot: Snapshot) -> list[str]:
    return [
        *put_content_back(author, snapshot, _FIELDS),
        *put_rows_back(AuthorLink, "author", author, snapshot["links"], LINK),
    ]


def project(snapshot: Snapshot) -> Projection:
    slug, picture = snapshot["slug"], snapshot["picture"]
    return Projection(
        title=snapshot["title"],
        path=f"/authors/{slug}/" if slug else "",
        summary=snapshot["role"],
        topics=tuple(snapshot["topics"]),
        attachments={"image": frozenset({picture} if picture else ())},
    )


def with_profile(snapshot: Snapshot) -> Snapshot:
    """A snapshot from before authors had a role, a picture and links."""
    roles = dict.fromkeys(("role", "role_ja", "role_ko"), "")
    shown = {"picture": None, "picture_shown": None, "picture_words": []}
    return {**snapshot, **roles, **shown, "links": []}


def _words(picture: Image, language: str) -> Snapshot:
    """No caption: beside the name of a face it would say that once more."""
    frozen = freeze(picture, language)
    return {name: frozen[name] for name in ("language", "alt")}


def portraits(snapshot: Snapshot) -> list[Snapshot]:
    """The picture as it was frozen, with its words in each language."""
    return [{**snapshot["picture_shown"], **row} for row in snapshot["picture_words"]]
