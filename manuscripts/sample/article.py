"""The sample's article: imported by the writer, settled by the editor, approved, published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, ArticleAuthor, Author, AuthorLink
from faqs.models import Question
from manuscripts.apply import Imported, apply
from manuscripts.ledger import Parsed
from manuscripts.lines import read_plain_text
from manuscripts.parse import parse
from manuscripts.rows import save_row
from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.inspection import inspect
from newsroom.publishing.reviews import Decision
from newsroom.publishing.revisions import Revision
from promos.models import Promo
from quotes.models import Quote
from timeline.models import Event

from .desk import Desk
from .texts import Sample, Told

C = TypeVar("C", bound=Content)


def parsed_manuscript(sample: Sample, name: str) -> Parsed:
    return parse(read_plain_text(sample.bytes_of(name)), sample.language)


def import_manuscript(sample: Sample, name: str, by: User) -> Imported:
    return apply(parsed_manuscript(sample, name), data=sample.bytes_of(name), name=name, by=by)


def publish_article(sample: Sample, imported: Imported, editor: Desk, moderator: User) -> Article:
    """Settle what the manuscript brought, and publish all of it at once."""
    settled = sample.settled
    _settle_parts(settled, imported, editor)
    for revision in _settle_quotes(settled, imported, editor):
        approve(revision, moderator)
    revision = _settle_article(settled, imported, editor)
    parts = inspect([revision], timezone.now()).missing
    lifecycle.publish(revision=revision, with_parts=parts, by=editor.by)
    return imported.manuscript.article


def approve(revision: Revision, moderator: User) -> None:
    review = lifecycle.submit(revision=revision, by=revision.author)
    lifecycle.decide(review=review, decision=Decision.APPROVED, by=moderator)


def _settle_parts(settled: Told, imported: Imported, editor: Desk) -> None:
    for model, told in ((Event, settled["events"]), (Question, settled["questions"])):
        parts = {part.title: part for part in _made(imported, model)}
        for each in told:
            editor.save(parts[each["title"]], each)
    facts = dict(settled["promo"])
    (promo,) = _made(imported, Promo)
    for course in facts.pop("courses"):
        row = promo.courses.get(title=course["title"])
        row.level, row.url = course["level"], course["url"]
        save_row(row)
    editor.save(promo, facts)


def _settle_quotes(settled: Told, imported: Imported, editor: Desk) -> Iterator[Revision]:
    quotes = {quote.speaker: quote for quote in _made(imported, Quote)}
    for told in settled["quotes"]:
        yield from editor.save_quote(quotes[told["speaker"]], told)


def _settle_article(settled: Told, imported: Imported, editor: Desk) -> Revision:
    article = imported.manuscript.article
    for position, told in enumerate(settled["authors"]):
        author = _author(told, editor)
        save_row(ArticleAuthor(article=article, author=author, position=position))
    # Sections share a source: the article lists each once, where it is needed first.
    keys = dict.fromkeys(key for section in settled["sections"] for key in section["sources"])
    return editor.save(article, {**settled["article"], "sources": keys})


def _author(told: Told, editor: Desk) -> Author:
    author = save_row(Author(**{name: it for name, it in told.items() if name != "links"}))
    for position, link in enumerate(told.get("links", ())):
        save_row(AuthorLink(author=author, position=position, **link))
    editor.save(author, {})
    return author


def _made(imported: Imported, model: type[C]) -> Iterable[C]:
    return [content for content in imported.made if isinstance(content, model)]
