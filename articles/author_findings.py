"""What stands in the way of an author, and what articles lack of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.images.snapshots import lacks_words
from newsroom.publishing.findings import Case, Finding, block, info
from newsroom.publishing.kinds import Snapshot
from newsroom.richtext.links import is_safe_url

from .author_snapshots import portraits
from .author_words import BIOGRAPHY, NAME
from .authors import Author, is_https


def find(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    if not any(snapshot[field] for field in BIOGRAPHY.values()):
        yield info("no_biography", _("Readers learn nothing of this author but the name."))
    shown = portraits(snapshot)
    if shown and all(lacks_words(frozen) for frozen in shown):
        message = _(
            "The picture has no words for readers who do not see it. Write them with the image, or"
            " mark the image as decorative."
        )
        yield block("picture_without_words", message, "picture")
    for row in snapshot["links"]:
        if not (is_https(row["url"]) and is_safe_url(row["url"])):
            message = _("A link does not lead to an address that begins with https://.")
            yield block("no_https", message, f"link-{row['id']}")


def nameless_authors(snapshot: Snapshot) -> Iterator[Finding]:
    """Authors of an article who have no name of their own in its language."""
    field = NAME.get(snapshot["language"], "title")
    ids = [row["author"] for row in snapshot["authors"]]
    for author in Author.objects.filter(pk__in=ids, **{field: ""}).order_by("title", "pk"):
        message = _("“%(author)s” has no name in this language: readers find the one in English.")
        message = str(message) % {"author": author}
        yield info("no_name_in_language", message, f"author-{author.pk}")
