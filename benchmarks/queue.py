"""How long a quote takes a moderator's server with 50,000 quotes waiting, against 1,000."""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING, Any

from .duplicates import AT_ONCE, add_quotes
from .throwaway import throwaway_database

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.test import Client

    from newsroom.publishing.reviews import Review
    from newsroom.publishing.revisions import Revision
    from quotes.models import Expert

FEW, MANY = 1_000, 50_000
ROUNDS = 15
MOST = 2
# One quote in so many is what somebody filters by.
RARE = 500
MOSTLY = {
    "said_on": "2025",
    "role": "historian",
    "form": "direct",
    "level": "as_reported",
    "speaker": "Hana Mori",
    "language": "en",
}
SELDOM = {
    "said_on": "2025",
    "role": "historian",
    "form": "partial",
    "level": "verified",
    "speaker": "Aki Moriyama",
    "language": "ko",
}
FILTERS = {
    "no filter": "",
    "direct": "?form=direct",
    "as reported": "?level=as_reported&language=en&expert=mori",
    "in Korean": "?language=ko",
    "partial": "?form=partial",
    "verified": "?level=verified",
    "of one writer": "?author={author}",
    "said by one": "?expert=moriyama",
    "said by nobody": "?expert=nobody",
    "for 4 weeks": "?age=28",
    "by all of these": "?language=ko&form=partial&level=verified&expert=moriyama",
}


class Queue:
    """Quotes with revision and review, written as rows: the lifecycle would take hours."""

    def __init__(self, authors: list[User], expert: Expert) -> None:
        self.authors, self.expert = authors, expert
        self.chance, self.seen = random.Random(7), Counter[int]()

    def grow_to(self, number: int) -> None:
        from django.db import connection, transaction

        from newsroom.publishing.guard import lifecycle_step
        from newsroom.publishing.reviews import Review
        from newsroom.publishing.revisions import Revision
        from newsroom.search.models import DraftPassage

        more = number - Review.objects.count()
        add_quotes(more, self.seen, self.chance)
        with transaction.atomic(), lifecycle_step():
            newest = DraftPassage.objects.order_by("-pk")[:more].values_list("content", "text")
            made = [
                self.made(key, words, is_rare=number % RARE == 0)
                for number, (key, words) in enumerate(newest, start=1)
            ]
            Revision.objects.bulk_create((revision for revision, _asked in made), AT_ONCE)
            Review.objects.bulk_create((asked for _revision, asked in made), AT_ONCE)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def made(self, key: int, words: str, *, is_rare: bool) -> tuple[Revision, Review]:
        from django.utils import timezone

        from newsroom.publishing.content import Content
        from newsroom.publishing.drafts import Draft
        from newsroom.publishing.reviews import Review
        from newsroom.publishing.revisions import Revision
        from quotes.models import Quote
        from quotes.snapshots import take_quote

        facts: dict[str, Any] = SELDOM if is_rare else MOSTLY
        quote = Quote(pk=key, content_ptr_id=key, text=words, expert=self.expert, **facts)
        quote.save_base(raw=True, force_insert=True)
        if is_rare:
            Content.objects.filter(pk=key).update(language=quote.language)
        author = self.authors[is_rare]
        at = timezone.now() - dt.timedelta(minutes=self.chance.randint(10, 80_000))
        told = {"schema": 2, "digest": "", "snapshot": take_quote(Draft(quote, {}, []))}
        revision = Revision(content_id=key, number=1, author=author, made_at=at, **told)
        return revision, Review(revision=revision, asked_by=author, asked_at=at)


def measure(client: Client, author: User) -> dict[str, tuple[float, int]]:
    """Milliseconds, and queries."""
    found = {"sent back, the next": _measured(lambda: _decide(client))}
    for what, query in FILTERS.items():
        address = f"/admin/quotes/quote/queue/{query.format(author=author.pk)}"
        found[what] = _measured(lambda address=address: client.get(address, follow=True))
    return found


def _decide(client: Client) -> Any:
    """What a moderator does with each quote, all pages of it."""
    from quotes.models import QueueClaim

    claim = QueueClaim.objects.first()
    address = f"/admin/quotes/quote/queue/{claim.review_id}/" if claim else ""
    if not address:
        return client.get("/admin/quotes/quote/queue/", follow=True)
    return client.post(address, {"step": "ask", "why": "source"}, follow=True)


def _measured(ask: Callable[[], Any]) -> tuple[float, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    # Of the processor, which others do not lengthen; but not what a database does by itself.
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    ask()
    rounds = []
    for _round in range(ROUNDS):
        start = clock()
        answer = ask()
        rounds.append((clock() - start) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"The queue answered {answer.status_code}")
    with CaptureQueriesContext(connection) as asked:
        ask()
    return median(rounds), len(asked)


def main() -> int:
    with throwaway_database():
        from django.test import Client

        from newsroom.publishing.rights import Role
        from tests.cast import person
        from tests.factories import make_expert

        authors = [person("wren", Role.WRITER), person("will", Role.WRITER)]
        client = Client(SERVER_NAME="localhost")
        client.force_login(person("mo", Role.MODERATOR))
        queue = Queue(authors, make_expert())
        queue.grow_to(FEW)
        few = measure(client, authors[1])
        queue.grow_to(MANY)
        many = measure(client, authors[1])
    return told(few, many)


def told(few: dict[str, tuple[float, int]], many: dict[str, tuple[float, int]]) -> int:
    too_much = False
    for what, (at_first, asked) in few.items():
        then, asked_then = many[what]
        too_much |= then > MOST * at_first or asked_then > asked
        print(
            f"{what:20} {at_first:7.1f} ms {then:7.1f} ms {then / at_first:6.2f} times"
            f" (at most {MOST}), {asked} and {asked_then} queries"
        )
    return int(too_much)


if __name__ == "__main__":
    sys.exit(main())
