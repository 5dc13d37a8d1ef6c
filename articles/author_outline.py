"""Authors in comparisons: names and words by language, the picture, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.images.models import ImageText
from newsroom.images.outline import image_lines
from newsroom.publishing.compare.outlines import fields, lines, rows, topics
from newsroom.publishing.compare.pieces import Line, Piece
from newsroom.publishing.kinds import Snapshot

from .author_snapshots import LINK, NAMES, WORDS
from .models import Author, AuthorLink


def outline(snapshot: Snapshot) -> Iterator[Piece]:
    names = ("title", *NAMES, *WORDS, "slug")
    yield from fields(Author, snapshot, names, title=_("name"))
    yield topics(snapshot)
    yield _picture(snapshot)
    link = [name for name in LINK if name != "position"]
    yield from rows(AuthorLink, "links", snapshot["links"], link)


def _picture(snapshot: Snapshot) -> Piece:
    [image] = fields(Author, snapshot, ("picture",))
    shown = snapshot["picture_shown"]
    frozen = image_lines(shown) if shown else ()
    return Piece(image.key, image.label, (*image.lines, *frozen, *_words(snapshot)))


def _words(snapshot: Snapshot) -> Iterator[Line]:
    named = dict(settings.LANGUAGES)
    for row in snapshot["picture_words"]:
        code = row["language"]
        for line in lines(ImageText, row, ("alt",)):
            label = gettext("%(label)s, %(language)s")
            label %= {"label": line.label, "language": named.get(code, code)}
            yield replace(line, name=f"image_{line.name}_{code}", label=label)
