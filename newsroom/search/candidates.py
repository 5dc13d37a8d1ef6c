"""What might say the same as a text: the passages of drafts with most fingerprints in common."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from .fingerprints import fingerprints
from .models import DraftPassage, Fingerprint

MOST_CANDIDATES = 50


def candidates(text: str) -> QuerySet[DraftPassage]:
    """At most MOST_CANDIDATES, however many passages there are."""
    shared = Fingerprint.objects.filter(value__in=fingerprints(text)).values("passage")
    best = shared.annotate(number=Count("pk")).order_by("-number", "passage")[:MOST_CANDIDATES]
    return DraftPassage.objects.filter(pk__in=[row["passage"] for row in best])
