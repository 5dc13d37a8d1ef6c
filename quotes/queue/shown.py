"""All that a moderator has to see of one quote before deciding on it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.auth.models import User

from newsroom.publishing.admin.findings import in_words
from newsroom.publishing.admin.standing import preview_of
from newsroom.publishing.admin.submitted import Submitted
from newsroom.publishing.editions import Edition
from newsroom.publishing.inspection import apart_from_approval, stops_approval
from newsroom.publishing.parts import DraftParts, facts_of_original
from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import head_of
from quotes.duplicates import similar_quotes
from quotes.identity.review import identity_in_review
from quotes.models import Expert, Quote
from quotes.review import quote_in_review

from .uses import where_used

EARLIER = 5


def quote_shown(review: Review, by: User, at: dt.datetime) -> dict[str, Any]:
    """The context of the page; asks as much of the database however long the queue is."""
    revision, content = review.revision, review.revision.content
    live = Edition.objects.live(at).filter(content=content).select_related("revision").first()
    snapshot = revision.read()
    facts = facts_of_original(snapshot, DraftParts(at))
    return {
        "opts": Quote._meta,
        "original": content,
        "review": review,
        "quote": quote_in_review(revision, by),
        "speaker": snapshot["speaker"],
        "expert": Expert.objects.filter(pk=facts["expert"]).first(),
        "identity": identity_in_review(revision, by),
        "groups": in_words(apart_from_approval(revision, at), by),
        "stops_approval": stops_approval(revision, at),
        "submitted": Submitted(revision, live),
        "live": live,
        "head": head_of(content),
        "similar": similar_quotes(snapshot),
        "uses": where_used(content.pk, at),
        "earlier": _earlier(review),
        "preview_url": preview_of(revision, content),
    }


def _earlier(review: Review) -> list[Review]:
    decided = Review.objects.filter(revision__content=review.revision.content_id)
    decided = decided.exclude(decision="").select_related("revision", "decided_by")
    return list(decided.defer("revision__snapshot")[:EARLIER])
