"""Who has which quote open, and who put which one off."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.reviews import Review


class QueueClaim(models.Model):
    """Nobody else is given this review before `until`. A convenience: `lifecycle.decide` alone
    says who decides, and that it is done once."""

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField(_("until"))

    class Meta:
        default_permissions = ()
        verbose_name = _("claim")
        verbose_name_plural = _("claims")

    def __str__(self) -> str:
        return f"{self.by}: {self.review_id}"


class QueueSkip(models.Model):
    """This person looks at it after all others."""

    review = models.ForeignKey(
        Review, on_delete=models.CASCADE, related_name="queue_skips", db_index=False
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(_("when"))

    class Meta:
        default_permissions = ()
        verbose_name = _("skipped quote")
        verbose_name_plural = _("skipped quotes")
        constraints = [
            models.UniqueConstraint(fields=["review", "by"], name="quotes_skipped_once_by_each")
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.review_id}"
