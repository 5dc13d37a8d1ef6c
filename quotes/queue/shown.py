"""All that a moderator has to see of one quote before deciding on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.standing import preview_of
from newsroom.publishing.admin.submitted import Submitted
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.parts import DraftParts, facts_of_original
from newsroom.publishing.reviews import Review, approved_by_two
from newsroom.publishing.revisions import head_of
from quotes.duplicates import similar_quotes
from quotes.identity.review import identity_in_review
from quotes.models import Expert, Quote
from quotes.review import quote_in_review

from .expert import ExpertShown, expert_shown
from .found import found_in
from .models import QueueSkip
from .uses import where_used

EARLIER = 5


class Said(NamedTuple):
    """The words as they were said in another language, to be read beside these; "" for none."""

    label: str | Promise
    words: str
    language: str


def quote_shown(review: Review, by: User, at: dt.datetime) -> dict[str, Any]:
    """The context of the page; asks as much of the database however long the queue is."""
    revision, content = review.revision, review.revision.content
    live = Edition.objects.live(at).filter(content=content).select_related("revision").first()
    snapshot = revision.read()
    facts = facts_of_original(snapshot, DraftParts(at))
    quote, found = quote_in_review(revision, by), found_in(revision, by, at)
    said = _said(snapshot, facts)
    return {
        "opts": Quote._meta,
        "original": content,
        "review": review,
        "quote": replace(quote, lines=[it for it in quote.lines if it.value != said.words]),
        "said": said,
        "speaker": snapshot["speaker"],
        "expert": _expert(facts),
        "identity": identity_in_review(revision, by),
        "found": found,
        "stops_approval": found.stops,
        "by_two": approved_by_two(revision),
        "submitted": Submitted(revision, live),
        "live": live,
        "head": head_of(content),
        "was_skipped": QueueSkip.objects.filter(review=review, by=by).exists(),
        "similar": similar_quotes(snapshot),
        "uses": where_used(content.pk, at),
        "earlier": _earlier(review),
        "preview_url": preview_of(revision, content),
    }


def _said(snapshot: Snapshot, facts: Snapshot) -> Said:
    if snapshot["original"]:
        return Said(_("the original"), facts["text"], facts["language"])
    return Said(_("original words"), snapshot["original_words"], snapshot["words_language"])


def _expert(facts: Snapshot) -> ExpertShown | None:
    experts = Expert.objects.prefetch_related("affiliations", "interests")
    expert = experts.filter(pk=facts["expert"]).first()
    return expert_shown(expert) if expert else None


def _earlier(review: Review) -> list[Review]:
    decided = Review.objects.filter(revision__content=review.revision.content_id)
    decided = decided.exclude(decision="").select_related("revision", "decided_by")
    return list(decided.defer("revision__snapshot")[:EARLIER])
