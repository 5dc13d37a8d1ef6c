"""The parts of a manuscript as drafts: each function makes one content with its rows.

Everything is checked by `full_clean` before it is saved, and recorded by the lifecycle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from django.contrib.auth.models import User
from django.db import models
from django.utils.text import Truncator, slugify

from articles.models import (
    Article,
    ArticleAuthor,
    ArticleEvent,
    ArticleQuestion,
    Author,
    PromoHere,
    QuestionsHere,
    QuoteHere,
    Section,
    TimelineHere,
)
from faqs.models import Question
from manuscripts import tree
from newsroom.publishing import lifecycle
from newsroom.publishing.content import SLUG_LENGTH, Content, Publishable
from newsroom.richtext.words import paragraphs_to_html
from promos.models import Course, Promo
from quotes.models import Affiliation, Expert, Quote
from site_pages.models import Identity
from timeline.models import Event

M = TypeVar("M", bound=models.Model)
P = TypeVar("P", bound=Publishable)


@dataclass
class Parts:
    """The drafts of a manuscript's parts, in its order."""

    events: list[Event]
    quotes: list[Quote]
    questions: list[Question]
    promo: Promo | None
    author: Author | None


class Drafter:
    """Makes drafts in one language, recorded as written by one person."""

    def __init__(self, language: str, by: User) -> None:
        self.language, self.by = language, by
        self.made: list[Content] = []

    def event(self, entry: tree.EventEntry) -> Event:
        event = Event(
            title=entry.headline or entry.date_text,
            text=as_html(entry.paragraphs),
            date=entry.edtf,
            date_text=entry.date_text,
            status=entry.status,
        )
        return self._record(self._save(event))

    def quote(self, entry: tree.QuoteEntry) -> Quote:
        quote = Quote(
            text=entry.text,
            expert=self._expert(entry),
            honorific=entry.honorific,
            speaker=entry.speaker,
            role=entry.role,
            organisation=entry.organisation,
        )
        return self._record(self._save(quote))

    def _expert(self, entry: tree.QuoteEntry) -> Expert:
        """The expert of that name at that organisation, who may be known already."""
        known = Expert.objects.filter(
            title=entry.speaker, affiliations__organisation=entry.organisation
        ).first()
        if known:
            return known
        expert = self._save(Expert(title=entry.speaker, honorific=entry.honorific))
        role = f"role_{self.language}"
        affiliation = Affiliation(expert=expert, organisation=entry.organisation)
        setattr(affiliation, role, entry.role)
        save_row(affiliation)
        return self._record(expert)

    def question(self, entry: tree.FaqEntry) -> Question:
        question = Question(title=entry.question, answer=as_html(entry.paragraphs))
        return self._record(self._save(question))

    def promo(self, entry: tree.PromoEntry) -> Promo:
        promo = Promo(
            title=Truncator(entry.heading).chars(200),
            heading=entry.heading,
            pitch=tree.joined(entry.paragraphs),
            urging=entry.urging,
            cta_label=entry.cta_label,
            cta_url=entry.cta_url,
        )
        self._save(promo)
        for position, item in enumerate(entry.items):
            save_row(Course(promo=promo, position=position, title=item))
        return self._record(promo)

    def author(self, name: str) -> Author:
        known = Author.objects.filter(title=name).first()
        return known or self._record(self._save(Author(title=name)))

    def identity(self, follow: tree.Follow, name: str) -> Identity:
        identity = Identity(title=name, follow_label=follow.text, follow_url=follow.url)
        return self._record(self._save(identity))

    def article(self, manuscript: tree.Manuscript, parts: Parts) -> Article:
        article = self._save(Article(title=manuscript.title))
        if parts.author:
            save_row(ArticleAuthor(article=article, author=parts.author))
        for position, event in enumerate(parts.events):
            save_row(ArticleEvent(article=article, event=event, position=position))
        for position, question in enumerate(parts.questions):
            save_row(ArticleQuestion(article=article, question=question, position=position))
        for ordering, block in enumerate(_blocks(manuscript, parts), start=1):
            block.parent, block.region, block.ordering = article, "main", ordering * 10
            save_row(block)
        return self._record(article)

    def _save(self, content: P) -> P:
        if not content.in_every_language:
            content.language = self.language
        content.title = content.desk_title()
        content.slug = content.slug or free_slug(content)
        content.full_clean()
        content.save()
        return content

    def _record(self, content: P) -> P:
        lifecycle.record(content=content, by=self.by)
        self.made.append(content)
        return content


def _blocks(manuscript: tree.Manuscript, parts: Parts) -> Iterable[models.Model]:
    """The body's blocks in order. The introduction is a section without a heading."""
    for section in (manuscript.intro, *manuscript.sections):
        yield from _section_blocks(section, parts)


def _section_blocks(section: tree.Section, parts: Parts) -> Iterable[models.Model]:
    heading, subheading = section.heading, section.subheading
    runs = [list(run) for _is_text, run in groupby(section.items, key=_is_paragraph)]
    if heading and not (runs and _is_paragraph(runs[0][0])):
        yield Section(heading=heading, subheading=subheading)
        heading = subheading = ""
    for run in runs:
        if _is_paragraph(run[0]):
            yield Section(heading=heading, subheading=subheading, text=as_html(run))
            heading = subheading = ""
        else:
            yield from (_part_block(item, parts) for item in run)


def _is_paragraph(item: tree.Item) -> bool:
    return isinstance(item, tree.Paragraph)


def _part_block(item: tree.Item, parts: Parts) -> models.Model:
    match item:
        case tree.QuoteHere(index):
            return QuoteHere(quote=parts.quotes[index])
        case tree.TimelineHere():
            return TimelineHere()
        case tree.QuestionsHere():
            return QuestionsHere()
        case _:
            return PromoHere(promo=parts.promo)


def as_html(paragraphs: Iterable[tree.Paragraph]) -> str:
    """Formatted text; runs of listed paragraphs become lists."""
    runs = groupby(paragraphs, key=lambda paragraph: paragraph.listed)
    return "".join(_run_html([p.text for p in run], listed=listed) for listed, run in runs)


def _run_html(texts: list[str], *, listed: bool) -> str:
    if not listed:
        return paragraphs_to_html(texts)
    items = "".join(f"<li>{paragraphs_to_html([text])}</li>" for text in texts)
    return f"<ul>{items}</ul>"


def save_row(row: M) -> M:
    row.full_clean()
    row.save()
    return row


def free_slug(content: Publishable) -> str:
    """A slug made of the title that no content of its kind and language has yet."""
    base = slugify(content.title, allow_unicode=True)[: SLUG_LENGTH - 4].strip("-")
    taken = set(
        Content.objects.filter(
            kind=content.kind, language=content.language, slug__startswith=base
        ).values_list("slug", flat=True)
    )
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)
