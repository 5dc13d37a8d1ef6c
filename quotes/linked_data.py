"""What machines read of quotes, in the words of schema.org: nothing that readers do not see.

A paraphrase is no quotation, and whom we may not name is nobody's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings

from newsroom.sources.pages import CitationLine

from .cards import QuoteCard

Thing = dict[str, Any]


def quotations(cards: Iterable[QuoteCard], language: str) -> list[Thing]:
    """`language` is that of the page that they stand on."""
    return [_quotation(card, language) for card in cards if card.quoted and card.is_public]


def _quotation(card: QuoteCard, language: str) -> Thing:
    said = card.said_on
    address = _address(card.path, language)
    return _known(
        {
            "@type": "Quotation",
            "@id": address,
            "url": address,
            "text": card.text,
            "inLanguage": card.text_language,
            "creator": _speaker(card, language),
            "dateCreated": said.start if said and not said.end else "",
            "translator": _translator(card),
            "translationOfWork": _original(card),
            "isBasedOn": list(_sources(card.citations)),
        }
    )


def _speaker(card: QuoteCard, language: str) -> Thing:
    """The attribution of the day."""
    if card.not_named or not card.speaker:
        return {}
    where = {"@type": "Organization", "name": card.organisation} if card.organisation else {}
    return _known(
        {
            "@type": "Person",
            "name": card.speaker,
            "honorificPrefix": card.honorific,
            "jobTitle": card.role,
            "affiliation": where,
            "url": _address(card.expert_path, language),
        }
    )


def _translator(card: QuoteCard) -> Thing:
    named = bool(card.original and card.translator)
    return {"@type": "Person", "name": card.translator} if named else {}


def _original(card: QuoteCard) -> Thing:
    words = card.original
    if not (words and words.quoted):
        return {}
    return {"@type": "Quotation", "text": words.text, "inLanguage": words.language}


def _sources(citations: Iterable[CitationLine]) -> Iterator[Thing]:
    for line in citations:
        if line.url:
            facts = {"name": line.title, "url": line.url, "archivedAt": line.archived_url}
            yield _known({"@type": "CreativeWork", **facts})


def _address(path: str, language: str) -> str:
    return f"{settings.SITE_URL}/{language}{path}" if path else ""


def _known(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value}
