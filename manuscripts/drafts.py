"""The parts of a manuscript as drafts: each method makes one content with its rows.

Everything is checked by `full_clean` before it is saved, and recorded by the lifecycle.
"""

from __future__ import annotations

from typing import TypeVar

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils.text import Truncator, slugify

from articles.models import Article, ArticleAuthor, ArticleEvent, ArticleQuestion, Author
from faqs.models import Question
from manuscripts import tree
from manuscripts.body import Parts, as_html, blocks
from manuscripts.facts import add_topics, cite, fill, prove
from manuscripts.rows import save_row
from manuscripts.tree import rows_told, told_of_it
from newsroom.publishing import lifecycle
from newsroom.publishing.content import SLUG_LENGTH, Content, Publishable
from promos.models import Course, Promo
from quotes.models import Affiliation, Expert, Quote
from site_pages.models import Identity
from timeline.models import Event

P = TypeVar("P", bound=Publishable)


class Drafter:
    """Makes drafts in one language, recorded as written by one person."""

    def __init__(self, language: str, by: User) -> None:
        self.language, self.by = language, by
        self.made: list[Content] = []

    def event(self, entry: tree.EventEntry) -> Event:
        title = entry.headline or entry.date_text
        event = Event(
            title=title,
            slug=self._free_slug(Event, title),
            text=as_html(entry.paragraphs),
            date=entry.edtf,
            date_text=entry.date_text,
            status=entry.status,
        )
        self._save(fill(event, entry.facts))
        return self._record(add_topics(cite(event, entry.facts), entry.facts))

    def quote(self, entry: tree.QuoteEntry) -> Quote:
        quote = Quote(
            text=entry.text,
            expert=self._expert(entry),
            honorific=entry.honorific,
            speaker=entry.speaker,
            role=entry.role,
            organisation=entry.organisation,
        )
        self._save(fill(quote, entry.facts))
        return self._record(add_topics(prove(quote, entry.facts), entry.facts))

    def _expert(self, entry: tree.QuoteEntry) -> Expert:
        """The expert of that name at that organisation, who may be known already."""
        known = Expert.objects.filter(
            title=entry.speaker, affiliations__organisation=entry.organisation
        ).first()
        if known:
            return known
        expert = self._save(Expert(title=entry.speaker, honorific=entry.honorific))
        if entry.role or entry.organisation:
            role = {f"role_{self.language}": entry.role}
            save_row(Affiliation(expert=expert, organisation=entry.organisation, **role))
        return self._record(expert)

    def question(self, entry: tree.FaqEntry) -> Question:
        question = Question(
            title=entry.question,
            slug=self._free_slug(Question, entry.question),
            answer=as_html(entry.paragraphs),
        )
        self._save(fill(question, entry.facts))
        return self._record(add_topics(cite(question, entry.facts), entry.facts))

    def promo(self, entry: tree.PromoEntry) -> Promo:
        promo = Promo(
            title=Truncator(entry.heading).chars(200),
            heading=entry.heading,
            pitch=tree.joined(entry.paragraphs),
            urging=entry.urging,
            cta_label=entry.cta_label,
            cta_url=entry.cta_url,
        )
        self._save(fill(promo, entry.facts))
        courses = [*({"title": item} for item in entry.items), *rows_told(entry.facts, "course")]
        for position, told in enumerate(courses):
            save_row(Course(promo=promo, position=position, **told))
        return self._record(add_topics(promo, entry.facts))

    def author(self, name: str) -> Author:
        called = Q(title=name) | Q(name_ja=name) | Q(name_ko=name)
        known = Author.objects.filter(called).order_by("pk").first()
        author = Author(title=name, slug=self._free_slug(Author, name))
        return known or self._record(self._save(author))

    def identity(self, follow: tree.Follow, name: str) -> Identity:
        identity = Identity(title=name, follow_label=follow.text, follow_url=follow.url)
        return self._record(self._save(identity))

    def article(self, manuscript: tree.Manuscript, parts: Parts) -> Article:
        title, facts = manuscript.title, manuscript.facts
        article = Article(title=title, slug=self._free_slug(Article, title))
        self._save(fill(article, facts))
        for position, author in enumerate(parts.authors):
            save_row(ArticleAuthor(article=article, author=author, position=position))
        for position, event in enumerate(parts.events):
            here = told_of_it(manuscript.timeline[position].facts).get("headline_here", "")
            save_row(ArticleEvent(article=article, event=event, headline=here, position=position))
        for position, question in enumerate(parts.questions):
            save_row(ArticleQuestion(article=article, question=question, position=position))
        for number, (block, fields) in enumerate(blocks(manuscript, parts), start=1):
            place = {"parent": article, "region": "main", "ordering": number * 10}
            save_row(block(**place, **fields))
        return self._record(add_topics(cite(article, facts), facts))

    def _save(self, content: P) -> P:
        if not content.in_every_language:
            content.language = self.language
        return save_row(content)

    def _record(self, content: P) -> P:
        lifecycle.record(content=content, by=self.by)
        self.made.append(content)
        return content

    def _free_slug(self, kind: type[Publishable], title: str) -> str:
        """A slug made of the title that no content of this kind and language has yet."""
        base = _shortened(slugify(title, allow_unicode=True), SLUG_LENGTH - len("-999"))
        language = "" if kind.in_every_language else self.language
        alike = Content.objects.filter(
            kind=kind.kind_name, language=language, slug__startswith=base
        )
        taken = set(alike.values_list("slug", flat=True)) if base else set()
        numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
        return next(slug for slug in (base, *numbered) if slug not in taken)


def _shortened(slug: str, length: int) -> str:
    """Without the words that are too many; cut within a word where there is but one."""
    if len(slug) <= length:
        return slug
    return slug[: length + 1].rpartition("-")[0] or slug[:length]
