"""Quotes that may be another one once more, found among the newest drafts of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from newsroom.publishing.compare.runs import Run, Texts, runs_of
from newsroom.publishing.findings import Finding, info
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.passages import Passage
from newsroom.search.candidates import candidates

from .likeness import Likeness, likeness
from .models import Quote

MOST_NAMED = 3


@dataclass(frozen=True)
class Similar:
    """Another quote, and how the words differ from those at hand: a negation turns them round."""

    quote: Quote
    likeness: Likeness
    runs: list[Run]


def passages(snapshot: Snapshot) -> Iterator[Passage]:
    """The words, in each language that they stand in."""
    yield Passage("words", snapshot["text"], compared=True)
    if snapshot["original_words"]:
        yield Passage("original words", snapshot["original_words"], compared=True)


def similar_quotes(snapshot: Snapshot) -> list[Similar]:
    """The most alike first, a translation and its original not among them.

    Asks as much of the database for fifty thousand quotes as for one.
    """
    found: dict[int, tuple[Likeness, Texts]] = {}
    for passage in passages(snapshot):
        for key, alike, texts in _alike(passage.text):
            if found.get(key, (Likeness.LOOK, texts))[0] is Likeness.LOOK:
                found[key] = alike, texts
    others = Quote.objects.exclude(pk=snapshot["id"]).exclude(
        translation_key__in=Quote.objects.filter(pk=snapshot["id"]).values("translation_key")
    )
    quotes = others.in_bulk(found)
    listed = [
        Similar(quotes[key], alike, runs_of(texts))
        for key, (alike, texts) in found.items()
        if key in quotes
    ]
    return sorted(listed, key=lambda each: each.likeness is not Likeness.SAME)


def _alike(words: str) -> Iterator[tuple[int, Likeness, Texts]]:
    """Of whatever kind: to ask for quotes here would let the database begin with all of them."""
    for passage in candidates(words):
        if alike := likeness(passage.text, words):
            yield passage.content_id, alike, Texts(passage.text, words)


def find_duplicates(snapshot: Snapshot) -> Iterator[Finding]:
    """For staff to look at: two people can say the same, and one person can say it twice."""
    alike = similar_quotes(snapshot)
    same = [each.quote for each in alike if each.likeness is Likeness.SAME]
    if same:
        message = _("Nearly the same words stand in: %(quotes)s. Use that quote if it is the same.")
        yield info("said_before", _naming(message, same), "text")
    elif alike:
        message = _("Much the same words stand in: %(quotes)s. Look whether it is one quote.")
        yield info("perhaps_said_before", _naming(message, [each.quote for each in alike]), "text")


def _naming(message: str, quotes: list[Quote]) -> str:
    return message % {"quotes": "; ".join(map(str, quotes[:MOST_NAMED]))}
