"""Articles made of every block, with texts that look like everything else; seeded."""

from __future__ import annotations

import random
from typing import Any

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
from manuscripts.body import as_html
from manuscripts.lines import normalised
from manuscripts.rows import save_row
from manuscripts.tree import Paragraph
from newsroom.sources.models import CitedSource, Source
from promos.models import Course, Promo
from quotes.models import Evidence, Expert, Quote
from tests.articles.making import place
from timeline.models import Event

PLAIN = (
    "The ferry left at noon and came back at night.",
    "Wool went one way and salt the other, as it had for years.",
    "橋は二つの町を結ぶ。",
    "다리는 두 도시를 잇는다.",
    "A word",
)
HOSTILE = (
    *("- a dash at the start", "• an item", "* a star", "– another dash", "— and one more"),
    *("Q1: Is it a question?", "A1: It is an answer.", "FAQs:", "Questions and answers"),
    *("1898: The First Stone", "March 2023", "2031: In 2031 it will open", "c. 1910"),
    *("By Ada Penn", "Introduction: A title", "Title: Another", "# A heading", "## FAQs"),
    *("📚 Build Your Own!", "Advertisement: Buy this now!", "👉 See here", "Act Now Please!"),
    *("https://example.org/x", "Follow us on – The Gazette", "For news follow: The Gazette"),
    "Dr. Ada Penn says: “A bridge is a promise that two towns make to each other.”",
    "“A bridge is a promise that two towns make to each other,” said Tom Weir.",
    *("[Text]", "[Section: Nothing]", "[Quote: x]", "[Left out: all]", "[Source: x]", "[Title: y]"),
    *("[Status]", "[Date: 2020]", "[Language: ko]", "[Sources]", "[Timeline]", "[Course: z]"),
    *(
        "\\",
        "\\\\",
        "\\ text",
        "• \\ text",
        "\\• text",
        "-\\x",
        "***",
        "…",
        "?",
        "<b>bold</b> & more",
    ),
    *("&amp; &nbsp;", "*em* **strong** [x](y)", "A Short Heading", "Conclusion", "Background:"),
    *(
        "How Neighbours Talk",
        "よくある質問",
        "質問1：何？",
        "広告：買え",
        "フォロー：誰か",
        "글쓴이: 김",
    ),
    *('"Quoted" and “quoted”', "a: b: c", ": b", "a:", "[a] b", "]", "[", "[:]", "[Promo: a] b]"),
)
SPACED = ("a\u2028b", "two\u00a0spaces", "un\u200bseen", "soft\u00adhyphen", "x  y", "e\u0301")


class RandomArticle:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def make(self) -> Article:
        article = Article(title=self.line(200), slug="", **self.some(standfirst=self.line()))
        article.review_every = self.random.choice([180, 180, 30, None])
        save_row(article)
        self._cite(article)
        for position in range(self.random.randint(0, 3)):
            author = save_row(Author(title=f"{self.line(80)} {position}"))
            save_row(ArticleAuthor(article=article, author=author, position=position))
        kinds = [Section, Section, Section, QuoteHere, TimelineHere, QuestionsHere, PromoHere]
        blocks = self.random.choices(kinds, k=self.random.randint(0, 9))
        for number, kind in enumerate(blocks):
            if kind in (Section, QuoteHere) or kind not in blocks[:number]:
                self._place(article, kind)
        return article

    def line(self, longest: int = 10_000) -> str:
        text = self.random.choice(self.random.choice((PLAIN, HOSTILE)))
        if self.random.random() < 0.2:
            text = f"{text} {self.random.choice(HOSTILE)}"
        return normalised(text)[:longest].strip()

    def text(self, least: int = 0) -> str:
        count = self.random.randint(least, 4)
        return as_html(
            Paragraph(self.line(), self.random.random() < 0.3) for _number in range(count)
        )

    def some(self, **fields: Any) -> dict[str, Any]:
        return {name: it for name, it in fields.items() if self.random.random() < 0.5}

    def _place(self, article: Article, kind: Any) -> None:
        match kind.__name__:
            case "Section":
                words = self.some(heading=self.line(200), subheading=self.line(200))
                place(article, Section, **words, **self.some(text=self.text()))
            case "QuoteHere":
                place(article, QuoteHere, quote=self._quote())
            case "PromoHere":
                place(article, PromoHere, promo=self._promo())
            case "TimelineHere":
                place(article, TimelineHere)
                for position in range(self.random.randint(0, 4)):
                    save_row(
                        ArticleEvent(
                            article=article,
                            event=self._event(),
                            position=position,
                            **self.some(headline=self.line(200)),
                        )
                    )
            case _:
                place(article, QuestionsHere)
                for position in range(self.random.randint(0, 4)):
                    question = self._question()
                    save_row(ArticleQuestion(article=article, question=question, position=position))

    def _cite(self, content: Any) -> None:
        for position in range(self.random.randint(0, 2)):
            locator = self.some(locator=self.line(100))
            row = {"content": content, "source": self._source(), "position": position}
            save_row(CitedSource(**row, **locator))

    def _source(self) -> Source:
        told = self.some(
            author=self.line(200),
            publisher=self.line(200),
            published_on="2023-03-16",
            url="https://example.org/treaty",
            accessed_on="2024-01-02",
            language="ko",
        )
        return save_row(Source(title=self.line(300), **told))

    def _quote(self) -> Quote:
        speaker = self.random.choice(("Ada Penn", self.line(100)))
        expert = save_row(Expert(title=speaker))
        told = self.some(
            honorific=self.random.choice(("Dr.", "Professor", self.line(60))),
            role=self.random.choice(("Professor", "historian", self.line(200))),
            organisation=self.random.choice(("Example University", self.line(200))),
            said_on="2025-05",
            venue=self.line(200),
            form="partial",
            original_words=self.line(),
            words_language="fr",
            translation_is_ours=True,
        )
        quote = save_row(Quote(text=self.line(), speaker=speaker, expert=expert, **told))
        for _number in range(self.random.randint(0, 2)):
            more = self.some(
                source=self._source(),
                locator="p. 3",
                kind="interview",
                passage=self.line(),
                obtained_on="2025-05-15",
                note=self.line(),
            )
            save_row(Evidence(quote=quote, **more))
        return quote

    def _event(self) -> Event:
        told = self.some(
            text=self.text(),
            date=self.random.choice(("2023-03-16", "1898", "1910/1945", "..")),
            date_text=self.random.choice(("1898", "May 1898", self.line(100))),
            status=self.random.choice(("planned", "happened")),
            place=self.line(200),
            countries="JP KR",
        )
        told["date"] = told.get("date", "") if told.get("date") != ".." else ""
        event = save_row(Event(title=self.line(200), **told))
        self._cite(event)
        return event

    def _question(self) -> Question:
        told = self.some(
            short_answer=self.line(300),
            answer=self.text(),
            reviewed_on="2024-02-29",
            review_every=7,
        )
        question = save_row(Question(title=self.line(200), **told))
        self._cite(question)
        return question

    def _promo(self) -> Promo:
        told = self.some(
            heading=self.line(200),
            pitch="\n\n".join(self.line() for _number in range(self.random.randint(1, 3))),
            urging=self.line(200),
            cta_label=self.line(100),
            cta_url="https://example.org/courses?a=1",
            relationship="own",
            advertiser=self.line(200),
            disclosure=self.line(),
            risk_line=self.line(),
        )
        promo = save_row(Promo(title=self.line(200), **told))
        for position in range(self.random.randint(0, 3)):
            more = self.some(level=self.line(100), url="https://example.org/1")
            save_row(Course(promo=promo, position=position, title=self.line(200), **more))
        return promo
