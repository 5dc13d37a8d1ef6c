"""How long the server takes for the form of a long article, against that of a short one."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from .throwaway import throwaway_database

if TYPE_CHECKING:
    from django.test import Client

    from articles.models import Article

ROUNDS = 9
SHORT, LONG = (5, 10), (60, 120)
MOST = 12


@dataclass(frozen=True)
class Measured:
    """Medians in milliseconds, and what opening asked of the database."""

    opening: float
    saving: float
    queries: int


def make_article_of(blocks: int, questions: int) -> Article:
    """Blocks of every kind that picks something, and text, one after the other."""
    from articles.models import ArticleQuestion, Picture, PromoHere, QuoteHere, Section
    from tests.articles.making import make_article, make_image, place
    from tests.factories import make_promo, make_question, make_quote

    title = f"{blocks} blocks"
    article = make_article(title=title)
    makers: list[Callable[[int], Any]] = [
        lambda n: place(article, QuoteHere, quote=make_quote(f"Words {title} {n}")),
        lambda n: place(article, Section, heading=f"Section {n}", text="<p>Text.</p>" * 5),
        lambda _n: place(article, Picture, image=make_image()),
        lambda _n: place(article, PromoHere, promo=make_promo()),
        lambda n: place(article, Section, heading=f"Section {n}", text="<p>Text.</p>" * 5),
    ]
    for number in range(1, blocks):
        makers[number % len(makers)](number)
    for number in range(questions):
        question = make_question(title=f"{title}, question {number}?")
        ArticleQuestion.objects.create(article=article, question=question, position=number)
    return article


def measure(client: Client, article: Article) -> Measured:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.page_forms import form_on

    address = f"/admin/articles/article/{article.pk}/change/"
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address).content.decode()
        queries = len(asked)
    form = form_on(page, "article_form") | {"_continue": "Save"}
    opening = [_timed(200, lambda: client.get(address)) for _ in range(ROUNDS)]
    version = int(form["edit_version"][0])
    rounds = [
        form | {"standfirst": f"Round {n}.", "edit_version": version + n} for n in range(ROUNDS)
    ]
    saving = [_timed(302, lambda sent=sent: client.post(address, sent)) for sent in rounds]
    return Measured(median(opening), median(saving), queries)


def _timed(status: int, ask: Callable[[], Any]) -> float:
    """Milliseconds of the processor, which other processes do not lengthen."""
    start = time.process_time()
    answer = ask()
    if answer.status_code != status:
        raise SystemExit(f"The form answered {answer.status_code}:\n{answer.content.decode()}")
    return (time.process_time() - start) * 1000


def main() -> int:
    with throwaway_database():
        from django.contrib.auth.models import User
        from django.test import Client

        client = Client(SERVER_NAME="localhost")
        client.force_login(User.objects.create_superuser("ada"))
        articles = [make_article_of(*size) for size in (SHORT, LONG)]
        for article in articles:
            measure(client, article)
        short, long = (measure(client, article) for article in articles)
    for what in ("opening", "saving"):
        few, many = getattr(short, what), getattr(long, what)
        print(f"{what:8} {few:7.1f} ms {many:7.1f} ms  {many / few:5.2f} times (at most {MOST})")
    print(f"queries  {short.queries:7} {long.queries:10}")
    return int(long.opening > MOST * short.opening or long.saving > MOST * short.saving)


if __name__ == "__main__":
    sys.exit(main())
