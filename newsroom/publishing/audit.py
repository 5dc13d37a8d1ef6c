"""The audit: append-only, each entry holding the hash of the one before it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from .content import Content
from .guard import LifecycleOnly


class AuditHead(LifecycleOnly):
    """Number and hash of the last entry: the lock appends queue at, and proof of the tail."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        default_permissions = ()


class AuditEntry(LifecycleOnly):
    """Who did what, when. Plain values and no foreign keys: it outlives what it speaks of."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField(_("when"))
    by_id = models.BigIntegerField(null=True)
    by = models.CharField(_("who"), max_length=150)
    action = models.CharField(_("what"), max_length=30)
    content_id = models.BigIntegerField(null=True, db_index=True)
    label = models.CharField(_("about"), max_length=250)
    details = models.JSONField(_("details"), encoder=DjangoJSONEncoder)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-number"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.number}: {self.by} {self.action} {self.label}"

    def computed_hash(self) -> str:
        told = [
            self.number,
            self.at.astimezone(dt.UTC).isoformat(),
            self.by_id,
            self.by,
            self.action,
            self.content_id,
            self.label,
            self.details,
            self.previous,
        ]
        plain = json.dumps(told, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)
        return hashlib.sha256(plain.encode()).hexdigest()


def append(
    action: str,
    *,
    by: AbstractBaseUser,
    at: dt.datetime,
    content: Content | None = None,
    label: str = "",
    **details: Any,
) -> AuditEntry:
    """Add an entry at the end of the chain, inside the transaction of the step it tells of."""
    AuditHead.objects.get_or_create(pk=1)
    head = AuditHead.objects.select_for_update().get(pk=1)
    entry = AuditEntry(
        number=head.number + 1,
        at=at,
        by_id=by.pk,
        by=by.get_username(),
        action=action,
        content_id=content.pk if content else None,
        label=label or (label_of(content) if content else ""),
        details=json.loads(json.dumps(details, cls=DjangoJSONEncoder)),
        previous=head.hash,
    )
    entry.hash = entry.computed_hash()
    entry.save(force_insert=True)
    head.number, head.hash = entry.number, entry.hash
    head.save()
    return entry


def label_of(content: Content) -> str:
    """The address rather than the title: a quote's title holds words that may have to be erased."""
    return f"{content.kind}: {content.slug or content.title}"[:250]


def first_broken_entry() -> int | None:
    """The number of the first entry that was changed, removed or added; None when all is well."""
    number, previous = 0, ""
    for entry in AuditEntry.objects.order_by("number").iterator():
        number += 1
        sound = entry.number == number and entry.previous == previous
        if not sound or entry.hash != entry.computed_hash():
            return number
        previous = entry.hash
    head = AuditHead.objects.filter(pk=1).first()
    expected = (head.number, head.hash) if head else (0, "")
    return None if expected == (number, previous) else number + 1
