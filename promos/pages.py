"""The promo block as readers see it, and the preview of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import Part, Parts, facts_of_original

from .models import Relationship

_ADVERTISEMENT = pgettext_lazy("label above a promo", "Advertisement")
_LABELS: dict[str, str | Promise] = {
    Relationship.OWN: pgettext_lazy("label above a promo", "Advertisement · From our publisher"),
    Relationship.HOUSE: pgettext_lazy("label above a promo", "Notice from this site"),
}


@dataclass(frozen=True)
class CourseLine:
    title: str
    level: str
    url: str


@dataclass(frozen=True)
class PromoBlock:
    """`label` says what it is and stands before everything else; `rel` is for each of its links."""

    label: str | Promise
    disclosure: str
    advertiser: str
    heading: str
    pitch: str
    courses: tuple[CourseLine, ...]
    urging: str
    cta_label: str
    cta_url: str
    rel: str
    risk_line: str
    is_public: bool = True


@dataclass(frozen=True)
class PromoPage:
    """The preview of a promo: readers find it within articles only."""

    title: str
    promo: PromoBlock
    facts: PageFacts
    next_change: dt.datetime | None = None


def compose(snapshot: Snapshot, parts: Parts, facts: PageFacts) -> PromoPage:
    block = _block(snapshot, facts_of_original(snapshot, parts))
    return PromoPage(title=snapshot["title"], promo=block, facts=facts)


def promo_block(part: Part, parts: Parts, facts: PageFacts) -> PromoBlock | None:
    """The block for a page; None outside its window, and once it was withdrawn."""
    if part.withdrawal:
        return None
    shared = facts_of_original(part.snapshot, parts)
    opens, ends = _moment(shared["shown_from"]), _moment(shared["shown_until"])
    if (opens and facts.at < opens) or (ends and facts.at >= ends):
        return None
    return replace(_block(part.snapshot, shared), is_public=part.is_public)


def promo_moments(part: Part, parts: Parts) -> tuple[dt.datetime, ...]:
    """When its window opens and ends: a page that shows it then reads differently."""
    shared = {} if part.withdrawal else facts_of_original(part.snapshot, parts)
    moments = (_moment(shared.get(name)) for name in ("shown_from", "shown_until"))
    return tuple(moment for moment in moments if moment)


def _moment(written: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(written) if written else None


def _block(snapshot: Snapshot, shared: Snapshot) -> PromoBlock:
    relationship = shared["relationship"]
    return PromoBlock(
        label=_LABELS.get(relationship, _ADVERTISEMENT),
        disclosure=snapshot["disclosure"],
        advertiser=snapshot["advertiser"] or shared["advertiser"],
        heading=snapshot["heading"],
        pitch=snapshot["pitch"],
        courses=tuple(
            CourseLine(title=row["title"], level=row["level"], url=row["url"])
            for row in snapshot["courses"]
        ),
        urging=snapshot["urging"],
        cta_label=snapshot["cta_label"],
        cta_url=shared["cta_url"],
        rel="noopener" if relationship == Relationship.HOUSE else "sponsored noopener",
        risk_line=snapshot["risk_line"],
    )
