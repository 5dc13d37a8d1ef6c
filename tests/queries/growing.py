"""A site that grows: some pages of it show ever more, and every list gets longer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import (
    Article,
    ArticleAuthor,
    ArticleEvent,
    ArticleQuestion,
    Picture,
    PromoHere,
    QuestionsHere,
    QuoteHere,
    Section,
    TimelineHere,
)
from manuscripts.models import ImportedManuscript
from newsroom.publishing.editions import Change
from newsroom.publishing.guard import lifecycle_step
from newsroom.publishing.topics import Topic
from quotes.challenges.models import Challenge
from quotes.models import Affiliation, Evidence, Interest, Office, PublicFigure, Settlement
from relations_site.upkeep import tidy_up
from site_pages.models import FrontPick, Identity, Page
from tests.articles.making import make_article, make_author, make_image, place
from tests.factories import (
    cite,
    make_event,
    make_expert,
    make_promo,
    make_question,
    make_quote,
    make_source,
    published,
)
from tests.quotes.making import make_translation
from tests.site_pages.making import make_front_page
from timeline.models import StatusChange


class GrowingSite:
    """`article`, its translation, `event`, `question`, `quote` and `expert` show more each time."""

    def __init__(self, editor: User, moderator: User) -> None:
        self.editor, self.moderator = editor, moderator
        self.author = self._live(make_author("Main"))
        self.expert = self._live(make_expert(slug="main"))
        self.event = self._live(make_event(slug="main"))
        self.question = self._live(make_question(slug="main"))
        self.quote = self._live(make_quote(slug="main", expert=self.expert))
        self.parts = [self.event, self.question, self.quote]
        translations = [self._live(_translation(part)) for part in self.parts]
        self.article = self._live(self._article(self.parts, slug="main"))
        words = {"slug": "main", "language": "ja", "original": self.article}
        self.translation = self._live(self._article(translations, **words))
        self.front_page = self._live(make_front_page(lead=self.article))
        self._live(Identity.objects.create(title="The Strait Review", publisher="Strait Press"))

    def grow(self, numbers: Iterable[int]) -> None:
        """Add one of everything for each number, wherever it can be shown."""
        for number in numbers:
            self._add(number)
        changed = (self.expert, *self.parts, self.article, self.translation, self.front_page)
        for content in changed:
            self._live(content, change=Change.CORRECTION, note=f"Now {numbers}.")

    def _add(self, number: int) -> None:
        topic = Topic.objects.create(name=f"Topic {number}", slug=f"topic-{number}")
        self._add_parts(number, topic)
        self._add_rows(number, topic)
        self._add_article(number, topic)
        self._live(Page.objects.create(title="Page", slug=f"page-{number}", body="<p>…</p>"))

    def _add_parts(self, number: int, topic: Topic) -> None:
        """Parts for the growing article, and their translations for its translation."""
        expert = self._live(make_expert(f"Expert {number}"))
        parts = [
            make_event(title=f"Event {number}"),
            make_question(title=f"Why {number}?"),
            make_quote(f"Words {number}", expert=self.expert if number % 2 else expert),
        ]
        promo = make_promo(heading=f"Promo {number}", courses=["One", "Two"])
        _show(self.article, [self._live(part, topic) for part in (*parts, promo)], number)
        translations = [self._live(_translation(part), topic) for part in parts]
        _show(self.translation, translations, number)
        place(self.article, Section, heading=f"Section {number}", text="<p>…</p>")
        place(self.article, Picture, image=make_image())

    def _add_rows(self, number: int, topic: Topic) -> None:
        """What the growing pages have that is no content of its own."""
        for content in (*self.parts, self.article, self.expert):
            content.topics.add(topic)
        for content in (self.article, self.event, self.question):
            cite(content, f"Source {number}")
        StatusChange.objects.create(event=self.event, status="happened", source=make_source())
        Evidence.objects.create(quote=self.quote, source=make_source(), locator="1")
        Affiliation.objects.create(expert=self.expert, role_en=f"Role {number}")
        Interest.objects.create(expert=self.expert, organisation="A fund", source=make_source())
        self._list_figure(number)
        self._challenge()
        tidy_up.enqueue()

    def _list_figure(self, number: int) -> None:
        office = Office.objects.create(name=f"Mayor {number}", titles="Mayor", places="Example")
        figure = PublicFigure.objects.create(name=f"Figure {number}")
        figure.set_spellings([f"Figure the {number}th"])
        figure.terms.create(office=office, since="2001")
        with lifecycle_step():
            Settlement.objects.create(
                figure=figure, name="figure", reason="…", by=self.moderator, at=timezone.now()
            )

    def _challenge(self) -> None:
        edition = self.quote.editions.latest("pk")
        with lifecycle_step():
            Challenge.objects.create(
                edition=edition, objection="other", explanation="…", made_at=timezone.now()
            )

    def _add_article(self, number: int, topic: Topic) -> None:
        """A further article that shows what the growing pages are about, by one author more."""
        author = self._live(make_author(f"Author {number}"))
        ArticleAuthor.objects.create(article=self.article, author=author, position=number)
        article = self._article(self.parts, title=f"Article {number}", lead_image=make_image())
        self._live(article, topic)
        FrontPick.objects.create(front_page=self.front_page, article=article, position=number)
        ImportedManuscript.objects.create(
            article=article, name="Notes", sha256=f"{number}", ledger=[], imported_by=self.editor
        )

    def _article(self, parts: Iterable[Any], **fields: Any) -> Article:
        article = make_article(authors=[self.author], **fields)
        _show(article, parts)
        place(article, TimelineHere)
        place(article, QuestionsHere)
        return article

    def _live(self, content: Any, *topics: Topic, **how: Any) -> Any:
        content.topics.add(*topics)
        published(content, by=self.editor, approved_by=self.moderator, **how)
        return content


def _show(article: Article, parts: Iterable[Any], position: int = 0) -> None:
    for part in parts:
        match part.kind:
            case "event":
                ArticleEvent.objects.create(article=article, event=part, position=position)
            case "question":
                ArticleQuestion.objects.create(article=article, question=part, position=position)
            case "quote":
                place(article, QuoteHere, quote=part)
            case "promo":
                place(article, PromoHere, promo=part)


def _translation(original: Any) -> Any:
    makers = {"event": make_event, "question": make_question, "quote": make_translation}
    return makers[original.kind](original=original, language="ja", slug=original.slug)
