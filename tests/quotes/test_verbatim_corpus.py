"""Altered quotes are caught, all of them; typography alone never is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import pytest

from quotes.verbatim import Match, check, mixed_words, unseen_in
from tests.machine import FULL_SIZE
from tests.quotes.verbatim_alterations import TYPOGRAPHY, WORDS_ALTERED, Alteration
from tests.quotes.verbatim_sentences import SENTENCES

SEED = 20261123
ROUNDS = 400 if FULL_SIZE else 4


class Case(NamedTuple):
    kind: str
    language: str
    said: str
    quoted: str
    passage: str


def cases(alterations: list[Alteration], seed: int) -> Iterator[Case]:
    """Every sentence altered in every way that alters it, in a passage of its neighbours."""
    random = Random(seed)
    for language, sentences in SENTENCES.items():
        for at, said in enumerate(sentences):
            passage = passage_around(at, sentences)
            for alter in alterations:
                quoted = alter(said, language, random)
                if quoted != said:
                    yield Case(alter.__name__, language, said, quoted, passage)


def passage_around(at: int, sentences: list[str]) -> str:
    return " ".join(sentences[max(at - 2, 0) : at + 3])


def is_flagged(quoted: str, passage: str) -> bool:
    found = check(quoted, passage)
    stands = isinstance(found, Match) and not found.is_cut
    return not stands or bool(mixed_words(quoted) or unseen_in(quoted))


def bare(text: str) -> str:
    """Letters and digits alone, another way than the check takes."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\W_]", "", plain)


def test_every_altered_quote_is_caught() -> None:
    corpus = list(cases(WORDS_ALTERED, SEED))
    assert len(corpus) >= 300
    counts = Counter((case.language, case.kind) for case in corpus)
    missing = [key for key in product_of_kinds() if counts[key] < 7]
    assert not missing, counts
    alike = [case for case in corpus if bare(case.quoted) == bare(case.said)]
    assert {case.kind for case in alike} <= {"homoglyph"}
    passed = [case for case in corpus if not is_flagged(case.quoted, case.passage)]
    assert not passed, report(passed)


def product_of_kinds() -> Iterator[tuple[str, str]]:
    for language in SENTENCES:
        yield from ((language, alter.__name__) for alter in WORDS_ALTERED)


def test_typography_is_never_flagged() -> None:
    corpus = list(cases(TYPOGRAPHY, SEED))
    assert len(corpus) >= 200
    assert {case.kind for case in corpus} == {alter.__name__ for alter in TYPOGRAPHY}
    altered = [case for case in corpus if bare(case.quoted).lower() != bare(case.said).lower()]
    assert not altered, report(altered)
    flagged = [case for case in corpus if is_flagged(case.quoted, case.passage)]
    assert not flagged, report(flagged)


def test_the_words_themselves_are_found_where_they_stand() -> None:
    for sentences in SENTENCES.values():
        for at, said in enumerate(sentences):
            passage = passage_around(at, sentences)
            found = check(said, passage)
            assert isinstance(found, Match), said
            assert [passage[slice(*span)] for span in found.spans] == [said.strip(".。“「‘")]


@pytest.mark.scaled
def test_noise_upon_noise_is_forgiven_and_no_word_is() -> None:
    """Typography of several kinds on both sides, and then one word altered."""
    random = Random(SEED)
    for round_ in range(ROUNDS):
        for case in cases([random.choice(WORDS_ALTERED)], SEED + round_):
            passage = noisy(case.passage, case.language, random)
            assert not is_flagged(noisy(case.said, case.language, random), passage), case
            quoted = noisy(case.quoted, case.language, random)
            assert is_flagged(quoted, passage), (case, quoted)


def noisy(text: str, language: str, random: Random) -> str:
    harmless = [each for each in TYPOGRAPHY if each.__name__ not in ("stops", "capital")]
    for alter in random.sample(harmless, 3):
        text = alter(text, language, random)
    return text


def report(found: list[Case]) -> str:
    rows = (f"{case.language} {case.kind}: {case.quoted!r} of {case.said!r}" for case in found)
    return "\n".join([f"{len(found)} cases:", *rows])
