"""How quotes and experts are published: both need a moderator's approval."""

from __future__ import annotations

from newsroom.publishing.kinds import Appearance, Children, Kind, Translates, always
from newsroom.publishing.rights import MODERATORS_DECIDE

from . import duplicates, expert_pages, findings, outline, pages, snapshots
from .interests import Interest
from .models import Affiliation, Evidence, Expert, ProfileLink, Quote

EXPERT = Kind(
    model=Expert,
    schema=2,
    take=snapshots.take_expert,
    put_back=snapshots.put_expert_back,
    project=snapshots.project_expert,
    outline=outline.expert_outline,
    findings=findings.find_in_expert,
    rights=MODERATORS_DECIDE,
    children=(
        Children(Affiliation, "expert", order_by=("position", "pk")),
        Children(ProfileLink, "expert", order_by=("position", "pk")),
        Children(Interest, "expert", order_by=("position", "pk"), select_related=("source",)),
    ),
    approval=always,
    compose=expert_pages.expert_page,
    template="quotes/expert.html",
    upgrades={1: snapshots.without_interests},
    appears=Appearance(lists=("/experts/", "/quotes/")),
)
QUOTE = Kind(
    model=Quote,
    schema=2,
    take=snapshots.take_quote,
    put_back=snapshots.put_quote_back,
    project=snapshots.project_quote,
    outline=outline.quote_outline,
    findings=findings.find_in_quote,
    rights=MODERATORS_DECIDE,
    translates=Translates(left_out=snapshots.FACTS_OF_ORIGINAL),
    children=(Children(Evidence, "quote", select_related=("source",)),),
    approval=always,
    approved_by_two=snapshots.is_unnamed,
    compose=pages.quote_page,
    template="quotes/quote.html",
    passages=duplicates.passages,
    upgrades={1: snapshots.with_description},
    appears=Appearance(lists=("/quotes/",), under_topics=True, leaves_notice=True),
)
