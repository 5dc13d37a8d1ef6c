"""A site in which every kind of content is in every state, in all the ways it can be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from articles.models import (
    Article,
    ArticleAuthor,
    ArticleEvent,
    ArticleQuestion,
    PromoHere,
    QuestionsHere,
    QuoteHere,
    TimelineHere,
)
from newsroom.publishing.content import Publishable
from quotes.challenges.steps import challenge
from quotes.models import Objection, Record
from tests.articles.making import make_article, place
from tests.site_pages.making import make_front_page

from .desk import Desk, day
from .kinds import MAKERS
from .states import NEVER_PUBLIC, NO_LONGER_PUBLIC, STATES

ONE_PER_LANGUAGE = ("front_page", "identity")


# A content in a state: its kind, its language (of translations alone) and its state.
Key = tuple[str, str, str]


@dataclass
class World:
    """`cast` are plain live contents by kind, `contents` those in a state."""

    desk: Desk = field(default_factory=Desk)
    cast: dict[str, Publishable] = field(default_factory=dict)
    contents: dict[Key, Publishable] = field(default_factory=dict)

    def build(self) -> World:
        for kind in MAKERS:
            if kind in ONE_PER_LANGUAGE:
                self._enter(kind, "ja", "live")
                self._enter(kind, "ko", "withdrawn")
            else:
                self._in_every_state(kind)
        self._quotes_of_experts()
        self._quote_without_a_name()
        self._article_of_parts("", [*NO_LONGER_PUBLIC, "live"])
        self._article_of_parts("ja", ["edited", "live"])
        self._front_page_of_articles()
        self._challenge_by_a_reader()
        return self

    def _in_every_state(self, kind: str) -> None:
        plain = MAKERS[kind](self.cast, slug=f"{kind}-plain")
        self._open(plain, "plain", -40)
        self.cast[kind] = plain
        for state in (*NEVER_PUBLIC, *NO_LONGER_PUBLIC, "live"):
            self._enter(kind, "", state, slug=f"{kind}-{state}")
        if not plain.in_every_language:
            self._enter(kind, "ja", "edited", slug=f"{kind}-plain", original=plain)
            self._enter(kind, "ko", "draft", slug=f"{kind}-plain", original=plain)

    def _enter(self, kind: str, language: str, state: str, **fields: Any) -> None:
        if language:
            fields["language"] = language
        content = MAKERS[kind](self.cast, **fields)
        STATES[state](self.desk, content)
        self.contents[kind, language, state] = content

    def _open(self, content: Publishable, label: str, at: float) -> None:
        self.desk.open(self.desk.say(content, label, day(at), shown=True), day(at))

    def _parts(self, kind: str, states: Iterable[str], language: str = "") -> list[Publishable]:
        """Those of the kind that are or were in these states, as translations where it has any."""
        keys = ((kind, language, state) for state in states)
        return [self.contents[key] for key in keys if key in self.contents]

    def _quotes_of_experts(self) -> None:
        """Live quotes of experts of whom most are gone since."""
        for state in (*NO_LONGER_PUBLIC, "live"):
            [expert] = self._parts("expert", [state])
            self._open(MAKERS["quote"](self.cast, expert=expert), f"ofexpert{state}", -15)

    def _quote_without_a_name(self) -> None:
        quote = MAKERS["quote"](self.cast, expert=None, record=Record.ANONYMOUS)
        self._open(quote, "unnamed", -15)

    def _article_of_parts(self, language: str, states: Iterable[str]) -> None:
        """A live article with parts in these states, and a draft of it with parts never public."""
        article = make_article(slug="of-parts", language=language or "en")
        self._show(article, states, language)
        place(article, TimelineHere)
        place(article, QuestionsHere)
        self._open(article, "ofparts", -15)
        self._show(article, NEVER_PUBLIC, language)
        self.desk.say(article, "sinceparts", day(-5))

    def _show(self, article: Article, states: Iterable[str], language: str) -> None:
        for author in self._parts("author", states):
            ArticleAuthor.objects.create(article=article, author=author)
        for event in self._parts("event", states, language):
            ArticleEvent.objects.create(article=article, event=event)
        for question in self._parts("question", states, language):
            ArticleQuestion.objects.create(article=article, question=question)
        for quote in self._parts("quote", states, language):
            place(article, QuoteHere, quote=quote)
        for promo in self._parts("promo", states, language):
            place(article, PromoHere, promo=promo)

    def _challenge_by_a_reader(self) -> None:
        """All that one holds is for staff."""
        challenge(
            edition=self.cast["quote"].editions.get(),
            objection=Objection.OTHER,
            explanation="zzchallengeexplanation",
            source="https://example.org/zzchallengesource",
            contact="zzchallengecontact@example.org",
        )

    def _front_page_of_articles(self) -> None:
        """A live front page with articles, of its language, of which most are gone since."""
        articles = self._parts("article", [*NO_LONGER_PUBLIC, "live"])
        front_page = make_front_page(lead=self.cast["article"], picks=tuple(articles))
        self._open(front_page, "ofarticles", -15)
