"""Revisions: what a draft said each time it was saved. Immutable."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanCharField

from .content import Content
from .guard import LifecycleOnly
from .kinds import Snapshot, kind_of


def digest(snapshot: Snapshot) -> str:
    """SHA-256, in hex, of the snapshot as canonical JSON (sorted keys, no spaces, UTF-8)."""
    canonical = json.dumps(snapshot, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


class Revision(LifecycleOnly):
    """A snapshot of a whole content: fields, child rows, topics. `number` counts from 1.

    `words_added` and `words_removed` are the size of the change since the revision before.
    """

    content = models.ForeignKey(
        Content, on_delete=models.CASCADE, related_name="revisions", db_index=False
    )
    number = models.PositiveIntegerField(_("number"))
    schema = models.PositiveSmallIntegerField()
    snapshot = models.JSONField()
    digest = models.CharField(max_length=64)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made"))
    comment = CleanCharField(_("comment"), max_length=300, blank=True)
    words_added = models.PositiveIntegerField(default=0)
    words_removed = models.PositiveIntegerField(default=0)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["content", "number"], name="publishing_revision_number_once"
            )
        ]

    def __str__(self) -> str:
        return str(_("Revision %(number)s")) % {"number": self.number}

    def read(self) -> dict[str, Any]:
        """The snapshot in today's schema, whatever schema it was taken in."""
        return kind_of(self.content).load(self.snapshot, self.schema)


def head_of(content: Content) -> Revision | None:
    """The newest revision."""
    return Revision.objects.filter(content_id=content.pk).order_by("-number").first()
