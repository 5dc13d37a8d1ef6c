"""Heard: a moderator says where in a recording, which no software reads, words are said.

It is no part of a revision: its author never says so of their own words. It counts for exactly
these words in exactly this recording, until somebody takes it back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.guard import LifecycleOnly
from newsroom.publishing.kinds import Snapshot
from newsroom.richtext.fields import CleanTextField

from .evidence import EvidenceKind
from .verbatim import fold

_HEARD = {EvidenceKind.RECORDING, EvidenceKind.INTERVIEW}


class Hearing(LifecycleOnly):
    """`words` and `recording` are fingerprints of what was heard; `quotes.hearing` writes it."""

    quote = models.ForeignKey("quotes.Quote", on_delete=models.CASCADE, related_name="hearings")
    words = models.CharField(max_length=64)
    recording = models.CharField(max_length=64)
    timecode = models.CharField(_("heard at"), max_length=9)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"))
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    taken_back_at = models.DateTimeField(_("taken back"), null=True)
    why_taken_back = CleanTextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["quote", "words", "recording"],
                condition=Q(taken_back_at=None),
                name="quotes_heard_once_in_a_recording",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_by=None, taken_back_at=None)
                | (
                    Q(taken_back_by__isnull=False, taken_back_at__isnull=False)
                    & ~Q(why_taken_back="")
                ),
                name="quotes_hearing_taken_back_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.timecode


def has_to_be_heard(row: Snapshot) -> bool:
    """A recording that is there, without its words in writing."""
    return row["kind"] in _HEARD and not row["passage"] and bool(row["file"] or row["source"])


def heard(quote: int, words: str) -> Mapping[str, Hearing]:
    """Where these words were heard, by the fingerprint of the recording."""
    found = Hearing.objects.filter(quote=quote, words=words_heard(words), taken_back_at=None)
    found = found.select_related("by")
    return {hearing.recording: hearing for hearing in found}


def words_heard(words: str) -> str:
    """Other quotation marks or dashes sound the same."""
    return hashlib.sha256(fold(words).text.encode()).hexdigest()


def recording_heard(row: Snapshot) -> str:
    """The file by its bytes; else the source, where it is found and the place in it."""
    address = (row["shown"] or {}).get("url", "")
    told = [row["sha256"]] if row["file"] else [row["source"], address, row["locator"]]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
