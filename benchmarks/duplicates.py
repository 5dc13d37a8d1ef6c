"""How long it takes to find quotes that say the same, among fifty times as many."""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from functools import cache
from statistics import median

from .throwaway import throwaway_database

FEW, MANY = 1_000, 50_000
ASKED = 60
MOST = 2
WORDS, AT_ONCE = 8_000, 5_000


def add_quotes(number: int, seen: Counter[int], chance: random.Random) -> None:
    """As the index keeps them; in lots, and with what is counted counted here."""
    from newsroom.publishing.content import Content
    from newsroom.search.fingerprints import fingerprints
    from newsroom.search.models import DraftPassage, Fingerprint
    from newsroom.search.upkeep import MOST_OF_EACH

    first = Content.objects.count()
    contents = [Content(kind="quote", title="-", slug=f"q{first + n}") for n in range(number)]
    Content.objects.bulk_create(contents, batch_size=AT_ONCE)
    keys = Content.objects.order_by("-pk").values_list("pk", flat=True)[:number]
    passages = DraftPassage.objects.bulk_create(
        [DraftPassage(content_id=key, name="words", text=words(chance)) for key in keys],
        batch_size=AT_ONCE,
    )
    marks = []
    for passage in passages:
        telling = {value for value in fingerprints(passage.text) if seen[value] < MOST_OF_EACH}
        seen.update(telling)
        marks += [Fingerprint(passage=passage, value=value) for value in telling]
    Fingerprint.objects.bulk_create(marks, batch_size=AT_ONCE)


def words(chance: random.Random) -> str:
    """A sentence of words as unevenly frequent as those of a language."""
    known, frequencies = vocabulary()
    return " ".join(chance.choices(known, frequencies, k=chance.randint(15, 60)))


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    chance, ranks = random.Random(1), range(1, WORDS + 1)
    syllables = [first + then for first in "bcdfghklmnprstvw" for then in "aeiou"]
    made = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _rank in ranks]
    return made, [1 / rank for rank in ranks]


def measure(chance: random.Random) -> float:
    """The median in milliseconds."""
    from newsroom.search.candidates import candidates
    from newsroom.search.models import DraftPassage

    keys = DraftPassage.objects.values_list("pk", flat=True)
    texts = DraftPassage.objects.filter(pk__in=chance.sample(list(keys), ASKED))
    taken = []
    for text in texts.values_list("text", flat=True):
        start = time.process_time()
        list(candidates(text))
        taken.append(time.process_time() - start)
    return median(taken) * 1000


def main() -> int:
    chance, seen = random.Random(7), Counter[int]()
    with throwaway_database():
        add_quotes(FEW, seen, chance)
        measure(chance)
        few = measure(chance)
        add_quotes(MANY - FEW, seen, chance)
        many = measure(chance)
    print(f"{FEW:>7} quotes {few:6.2f} ms")
    print(f"{MANY:>7} quotes {many:6.2f} ms  {many / few:5.2f} times (at most {MOST})")
    return int(many > MOST * few)


if __name__ == "__main__":
    sys.exit(main())
