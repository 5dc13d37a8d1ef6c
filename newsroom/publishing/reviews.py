"""Reviews: somebody asks, somebody else decides, about one revision."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanTextField

from .editions import Edition
from .guard import LifecycleOnly, LifecycleOnlyQuerySet
from .kinds import kind_of
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
    """One request to look at one revision, and its outcome. Undecided while `decision` is "".

    Where two have to approve it, it stays undecided after the first.
    """

    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="reviews", db_index=False
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"))
    first_approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    first_approved_at = models.DateTimeField(_("first approved"), null=True)
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
            models.CheckConstraint(
                condition=Q(first_approved_by=None, first_approved_at=None)
                | Q(first_approved_by__isnull=False, first_approved_at__isnull=False),
                name="publishing_a_first_approval_has_its_maker",
            ),
            models.CheckConstraint(
                condition=Q(first_approved_by=None)
                | ~Q(decision="approved")
                | ~Q(decided_by=F("first_approved_by")),
                name="publishing_two_approve_not_one_twice",
            ),
        ]
        indexes = [
            models.Index(fields=["revision", "-asked_at"], name="publishing_review_latest"),
            models.Index(fields=["decision", "asked_at"], name="publishing_review_waiting"),
            models.Index(fields=["decided_at"], name="publishing_review_decided"),
        ]

    def __str__(self) -> str:
        if self.waits_for_second:
            return str(_("Waiting for a second approval"))
        return str(self.get_decision_display() or _("Waiting for a decision"))

    @property
    def waits_for_second(self) -> bool:
        return bool(self.first_approved_by_id and not self.decision)


def is_approved(revision: Revision) -> bool:
    """Whether the latest decision on this very revision approved it, by two where two have to."""
    latest = Review.objects.filter(revision=revision).exclude(decision="").first()
    if latest is None or latest.decision != Decision.APPROVED:
        return False
    return bool(latest.first_approved_by_id) or not approved_by_two(revision)


def approved_by_two(revision: Revision) -> bool:
    """Whether one approval alone is not enough for it."""
    return not revision.erased_at and kind_of(revision.content).approved_by_two(revision.read())
