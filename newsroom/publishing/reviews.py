"""Reviews: somebody asks, somebody else decides, about one revision."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanTextField

from .editions import Edition
from .guard import LifecycleOnly, LifecycleOnlyQuerySet
from .revisions import Revision


class Decision(models.TextChoices):
    APPROVED = "approved", _("Approved")
    SENT_BACK = "sent_back", _("Sent back")
    REJECTED = "rejected", _("Rejected")


REFUSALS = (Decision.SENT_BACK, Decision.REJECTED)


class ReviewQuerySet(LifecycleOnlyQuerySet["Review"]):
    def unsettled(self, at: dt.datetime) -> Self:
        """Without reviews of what was published since, or is public: nobody waits for those.

        What was withdrawn may be asked about again.
        """
        as_new = Edition.objects.filter(
            content=OuterRef("revision__content"),
            revision__number__gte=OuterRef("revision__number"),
        )
        since = Q(live_from__gte=OuterRef("asked_at"), withdrawn=False)
        return self.exclude(Exists(as_new.not_past(at)) | Exists(as_new.filter(since)))

    def latest_of_each(self) -> Self:
        """One row per content: the last that was asked for."""
        later = Review.objects.filter(revision__content=OuterRef("revision__content"))
        same_moment = Q(asked_at=OuterRef("asked_at"), pk__gt=OuterRef("pk"))
        later = later.filter(Q(asked_at__gt=OuterRef("asked_at")) | same_moment)
        return self.exclude(Exists(later))


class Review(LifecycleOnly):
    """One request to look at one revision, and its outcome. Undecided while `decision` is ""."""

    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="reviews", db_index=False
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"))
    decision = models.CharField(_("decision"), max_length=9, choices=Decision, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    reason = CleanTextField(_("reason"), blank=True)

    objects = ReviewQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["revision"],
                condition=Q(decision=""),
                name="publishing_one_open_review_per_revision",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_by=None, decided_at=None)
                | (~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="publishing_a_decision_has_its_maker",
            ),
        ]
        indexes = [
            models.Index(fields=["revision", "-asked_at"], name="publishing_review_latest"),
            models.Index(fields=["decision", "asked_at"], name="publishing_review_waiting"),
            models.Index(fields=["decided_at"], name="publishing_review_decided"),
        ]

    def __str__(self) -> str:
        return str(self.get_decision_display() or _("Waiting for a decision"))


def is_approved(revision: Revision) -> bool:
    """Whether the latest decision on this very revision approved it."""
    latest = Review.objects.filter(revision=revision).exclude(decision="").first()
    return latest is not None and latest.decision == Decision.APPROVED
