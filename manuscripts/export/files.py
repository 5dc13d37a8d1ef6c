"""The files of an export, each with its name, type and bytes."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import Snapshot, kind_of
from newsroom.publishing.parts import DraftParts, LiveParts, Parts
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.revisions import head_of

from .as_markdown import as_markdown
from .as_text import as_text
from .told import Told, told_of


class Format(TextChoices):
    TEXT = "txt", gettext_lazy("Plain text, as the import reads it")
    MARKDOWN = "md", gettext_lazy("Markdown, with formats, links and notes")
    JSON = "json", gettext_lazy("JSON, with everything")


class Seen(TextChoices):
    """Which of an article's texts is meant."""

    DRAFT = "draft", gettext_lazy("The draft as saved")
    PUBLIC = "public", gettext_lazy("What readers see")


class ContentType(StrEnum):
    txt = "text/plain"
    md = "text/markdown"
    json = "application/json"


@dataclass(frozen=True)
class Exported:
    """`left_out` names in words what the format cannot hold."""

    name: str
    content_type: str
    data: bytes
    left_out: tuple[str, ...] = ()


def export(article: Article, format_: Format, seen: Seen, at: dt.datetime) -> Exported:
    """Raises Impossible where there is no such text of it."""
    told = tell(article, seen, at)
    left_out: tuple[str, ...] = ()
    match format_:
        case Format.TEXT:
            written, left_out = (plain := as_text(told)).text, plain.left_out
        case Format.MARKDOWN:
            written = as_markdown(told)
        case _:
            written = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    slug = slugify(told["slug"]) or f"article-{article.pk}"
    name = f"{slug}-{seen}.{format_}"
    return Exported(name, ContentType[format_].value, written.encode(), left_out)


def tell(article: Article, seen: Seen, at: dt.datetime) -> Told:
    snapshot, parts = _source(article, seen, at)
    parts.load(kind_of(article).project(snapshot).uses)
    return told_of(snapshot, parts, at=at, in_public=seen == Seen.PUBLIC)


def _source(article: Article, seen: Seen, at: dt.datetime) -> tuple[Snapshot, Parts]:
    if seen == Seen.PUBLIC:
        live = Edition.objects.filter(content=article.pk).live(at)
        edition = live.select_related("revision__content").first()
        if edition is None:
            raise Impossible(_("Readers see nothing of it now. Export the draft."))
        return edition.read(), LiveParts(at)
    head = head_of(article)
    if head is None or head.erased_at:
        raise Impossible(_("There is no saved text of it. Save the draft first."))
    return head.read(), DraftParts(at)
