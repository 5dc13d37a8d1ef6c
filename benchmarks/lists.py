"""How long the server takes for a list of 10,000 contents, against one of a hundred."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from statistics import median
from typing import TYPE_CHECKING

from .throwaway import throwaway_database

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.test import Client

ROUNDS = 5
FEW, MANY = 100, 10_000
MOST = 12
ADDRESSES = {
    "saved last first": "",
    "of one status": "?standing=draft",
    "by status": "?o=2",
    "a search": "?q=piece",
    "saved today": "?saved_from=2000-01-01",
    "with counts": "?_facets=True",
}


def add_questions(numbers: Iterable[int], by: User) -> None:
    """Drafts, each with a revision, written as rows: the lifecycle would take an hour."""
    from django.utils import timezone

    from faqs.models import Question
    from newsroom.publishing.guard import lifecycle_step
    from newsroom.publishing.revisions import Revision

    made = [Question.objects.create(title=f"Piece {n}?", slug=f"piece-{n}") for n in numbers]
    with lifecycle_step():
        Revision.objects.bulk_create(
            Revision(
                content_id=question.pk,
                number=1,
                schema=1,
                snapshot={},
                digest="",
                author=by,
                made_at=timezone.now(),
            )
            for question in made
        )


def measure(client: Client) -> dict[str, float]:
    return {
        what: median(_timed(client, query) for _round in range(ROUNDS))
        for what, query in ADDRESSES.items()
    }


def _timed(client: Client, query: str) -> float:
    """Milliseconds of the processor, which other processes do not lengthen."""
    start = time.process_time()
    answer = client.get(f"/admin/faqs/question/{query}")
    if answer.status_code != 200:
        raise SystemExit(f"The list answered {answer.status_code} to {query}")
    return (time.process_time() - start) * 1000


def main() -> int:
    with throwaway_database():
        from django.contrib.auth.models import User
        from django.db import transaction
        from django.test import Client

        ada = User.objects.create_superuser("ada")
        client = Client(SERVER_NAME="localhost")
        client.force_login(ada)
        asked = []
        for numbers in (range(FEW), range(FEW, MANY)):
            with transaction.atomic():
                add_questions(numbers, ada)
            measure(client)
            asked.append(measure(client))
    few, many = asked
    worst = 0.0
    for what in ADDRESSES:
        ratio = many[what] / few[what]
        worst = max(worst, ratio)
        times = f"{few[what]:7.1f} ms {many[what]:8.1f} ms  {ratio:5.2f} times"
        print(f"{what:17} {times} (at most {MOST})")
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
