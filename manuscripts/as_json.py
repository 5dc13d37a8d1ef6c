"""A parsed manuscript as JSON-ready values, the shape that ``--json`` prints.

A text that the source does not give is "", a whole part that it does not have is null.
"""

from __future__ import annotations

from typing import Any

from .ledger import Parsed
from .tree import EventEntry, FaqEntry, Follow, PromoEntry, QuoteEntry, Section, joined


def as_json(parsed: Parsed) -> dict[str, Any]:
    manuscript = parsed.manuscript
    return {
        "title": manuscript.title,
        "byline": manuscript.byline,
        "language": manuscript.language,
        "intro": [paragraph.text for paragraph in manuscript.intro.paragraphs],
        "sections": [_section(section) for section in manuscript.sections],
        "timeline": [_event(event) for event in manuscript.timeline],
        "quotes": [_quote(quote) for quote in manuscript.quotes],
        "faqs": [_faq(faq) for faq in manuscript.faqs],
        "promo": _promo(manuscript.promo) if manuscript.promo else None,
        "follow": _follow(manuscript.follow) if manuscript.follow else None,
        "unplaced": [
            {"line": row.line.number, "text": row.line.text, "reason": str(row.reason)}
            for row in parsed.ledger.unplaced()
        ],
        "lines_total": parsed.lines_total,
        "lines_accounted": parsed.lines_accounted,
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "subheading": section.subheading,
        "paragraphs": [paragraph.text for paragraph in section.paragraphs],
    }


def _event(event: EventEntry) -> dict[str, str]:
    return {
        "date_text": event.date_text,
        "edtf": event.edtf,
        "headline": event.headline,
        "text": joined(event.paragraphs),
        "status": event.status,
    }


def _quote(quote: QuoteEntry) -> dict[str, str]:
    return {
        "text": quote.text,
        "speaker": quote.speaker,
        "honorific": quote.honorific,
        "role": quote.role,
        "organisation": quote.organisation,
    }


def _faq(faq: FaqEntry) -> dict[str, str]:
    return {"question": faq.question, "answer": joined(faq.paragraphs)}


def _promo(promo: PromoEntry) -> dict[str, Any]:
    return {
        "heading": promo.heading,
        "pitch": joined(promo.paragraphs),
        "items": list(promo.items),
        "urging": promo.urging,
        "cta_label": promo.cta_label,
        "cta_url": promo.cta_url,
    }


def _follow(follow: Follow) -> dict[str, str]:
    return {"text": follow.text, "name": follow.name, "url": follow.url}
