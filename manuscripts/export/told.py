"""All that an article says, with its parts in their places, as JSON-ready values without keys.

The other formats are written from it, so that none knows more than another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Part, Parts, facts_of_original
from newsroom.publishing.topics import Topic
from promos.models import FACTS as PROMO_FACTS
from promos.models import Promo
from promos.pages import promo_block
from quotes.interests_shown import public_interests
from quotes.snapshots import ATTRIBUTION, attribution, may_be_named
from timeline.models import FACTS as EVENT_FACTS

Told = dict[str, Any]

FORMAT = {"format": "relations article", "version": 1}

# What only has a meaning within one database, and what is told elsewhere.
_KEYS = {"id", "original", "expert", "image", "region", "ordering", "position", "lead_image"}
_KEYS |= {"picture"}
# Beside their words, what readers get of a quote, of its evidence, and of who said it.
_PUBLIC_QUOTE = (
    *("title", "slug", "language", "topics", "form", "said_on", "venue", "record", "text"),
    *("original_words", "words_language", "translator", "translation_is_ours", "level"),
    *ATTRIBUTION,
)
_PUBLIC_EVIDENCE = ("kind", "source", "locator", "shown")


def told_of(snapshot: Snapshot, parts: Parts, *, at: dt.datetime, in_public: bool) -> Told:
    """The article of a snapshot. In public it holds what readers see at `at`, and nothing else."""
    facts = PageFacts(language=snapshot["language"], path="", at=at)
    return _Telling(parts, facts, in_public=in_public).article(snapshot)


class _Telling:
    def __init__(self, parts: Parts, facts: PageFacts, *, in_public: bool) -> None:
        self.parts, self.facts, self.in_public = parts, facts, in_public

    def article(self, snapshot: Snapshot) -> Told:
        rest = {"authors", "blocks", "events", "questions", "citations", "lead_image_shown"}
        return {
            **FORMAT,
            **self._plain({name: it for name, it in snapshot.items() if name not in rest}),
            "is_a_translation": bool(snapshot["original"]),
            "authors": [
                self._plain(part.snapshot) for part in self._those(snapshot["authors"], "author")
            ],
            "lead_image": snapshot["lead_image_shown"],
            "blocks": [
                told for block in snapshot["blocks"] if (told := self._block(block)) is not None
            ],
            "events": [
                {"headline_here": row["headline"], **self._event(part)}
                for row in snapshot["events"]
                for part in self._those([row], "event")
            ],
            "questions": [
                self._plain(part.snapshot)
                for part in self._those(snapshot["questions"], "question")
            ],
            "citations": _citations(snapshot["citations"]),
        }

    def _those(self, rows: Iterable[Snapshot], name: str) -> list[Part]:
        """The parts of the rows, in their order, without those that nobody sees any more."""
        found = (self.parts.get(row[name]) for row in rows)
        return [part for part in found if part and part.snapshot]

    def _block(self, block: Snapshot) -> Told | None:
        told = self._plain(block)
        if block["type"] == "picture" and not block["shown"]:
            return None
        if block["type"] not in ("quote", "promo"):
            return told
        shown = self._those([block], block["type"])
        if not shown or (self.in_public and not self._is_open(shown[0])):
            return None
        say = self._quote if block["type"] == "quote" else self._promo
        return {**told, block["type"]: say(shown[0].snapshot)}

    def _is_open(self, part: Part) -> bool:
        """A promo is shown within its window alone."""
        is_promo = part.kind == Promo.kind_name
        return not is_promo or promo_block(part, self.parts, self.facts) is not None

    def _event(self, part: Part) -> Told:
        shared = facts_of_original(part.snapshot, self.parts)
        told = {**part.snapshot, **{name: shared[name] for name in EVENT_FACTS}}
        told["place"] = part.snapshot["place"] or shared["place"]
        return self._plain({**told, "status_changes": shared["status_changes"]})

    def _promo(self, snapshot: Snapshot) -> Told:
        shared = facts_of_original(snapshot, self.parts)
        return self._plain({**snapshot, **{name: shared[name] for name in PROMO_FACTS}})

    def _quote(self, snapshot: Snapshot) -> Told:
        shared = facts_of_original(snapshot, self.parts)
        told = {
            **snapshot,
            **{name: shared[name] for name in ("form", "said_on", "venue", "level")},
        }
        told["evidence"] = snapshot["evidence"] or shared["evidence"]
        if self.in_public:
            named = attribution(snapshot, shared)
            evidence = [
                {name: row[name] for name in _PUBLIC_EVIDENCE}
                for row in told["evidence"]
                if row["shown"]
            ]
            told = {**{name: told[name] for name in _PUBLIC_QUOTE}, **named, "evidence": evidence}
            if not may_be_named(snapshot):
                told["title"] = told["slug"] = ""
        expert = self.parts.get(shared["expert"])
        hidden = self.in_public and not (may_be_named(snapshot) and may_be_named(shared))
        known = expert.snapshot if expert and not hidden else {}
        if known and self.in_public:
            known = {**known, "interests": public_interests(known)}
        return {**self._plain(told), "expert": self._plain(known) if known else None}

    def _plain(self, value: Any) -> Any:
        """Without keys of this database; topics by their names."""
        if isinstance(value, list):
            return [self._plain(item) for item in value]
        if not isinstance(value, dict):
            return value
        told = {name: self._plain(it) for name, it in value.items() if name not in _KEYS}
        if "topics" in told:
            told["topics"] = _names(told["topics"])
        if "citations" in told:
            told["citations"] = _citations(told["citations"])
        return told


def _citations(rows: list[Snapshot]) -> list[Told]:
    """`source` is the number by which notes in the texts name it."""
    return [
        {"source": row["source"], **row["shown"], "locator": row.get("locator", "")} for row in rows
    ]


def _names(topics: list[int]) -> list[str]:
    return list(Topic.objects.filter(pk__in=topics).values_list("name", flat=True))
