"""The index follows every step, in its transaction."""

from __future__ import annotations

from typing import Any

from django.db.models import Count

from newsroom.publishing.kinds import kind_of
from newsroom.publishing.revisions import Revision

from .fingerprints import fingerprints
from .models import DraftPassage, Fingerprint

MOST_OF_EACH = 50


def index_draft(sender: Any, revision: Revision, **_others: Any) -> None:
    """What staff find of a content is what its newest revision says."""
    DraftPassage.objects.filter(content=revision.content_id).delete()
    if revision.erased_at:
        return
    for name, text, anchor, compared in kind_of(revision.content).passages(revision.read()):
        passage = DraftPassage.objects.create(
            content_id=revision.content_id, name=name, text=text, anchor=anchor
        )
        if compared:
            mark(passage)


def mark(passage: DraftPassage) -> None:
    """A fingerprint of many passages already is a stock phrase and tells nothing more."""
    values = fingerprints(passage.text)
    same = Fingerprint.objects.filter(value__in=values).values("value")
    stock = same.annotate(number=Count("pk")).filter(number__gte=MOST_OF_EACH)
    telling = values - set(stock.values_list("value", flat=True))
    Fingerprint.objects.bulk_create(Fingerprint(passage=passage, value=each) for each in telling)
