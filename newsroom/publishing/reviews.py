"""Reviews: somebody asks, somebody else decides, about one revision."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanTextField

from .guard import LifecycleOnly
from .revisions import Revision


class Decision(models.TextChoices):
    APPROVED = "approved", _("Approved")
    SENT_BACK = "sent_back", _("Sent back")
    REJECTED = "rejected", _("Rejected")


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
        indexes = [models.Index(fields=["revision", "-asked_at"], name="publishing_review_latest")]

    def __str__(self) -> str:
        return str(self.get_decision_display() or _("Waiting for a decision"))


def is_approved(revision: Revision) -> bool:
    """Whether the latest decision on this very revision approved it."""
    latest = Review.objects.filter(revision=revision).exclude(decision="").first()
    return latest is not None and latest.decision == Decision.APPROVED
