from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.editions import Edition
from newsroom.publishing.guard import LifecycleOnly
from newsroom.richtext.fields import CleanTextField, SafeURLField


class Objection(models.TextChoices):
    """In the words that readers choose from."""

    NOT_SAID = "not_said", _("This was never said")
    MISQUOTED = "misquoted", _("The words are not quite these")
    OUT_OF_CONTEXT = "out_of_context", _("Something was left out that changes the meaning")
    WRONG_PERSON = "wrong_person", _("Somebody else said it")
    TRANSLATION = "translation", _("The translation is wrong")
    CONSENT = "consent", _("It was not meant to be published")
    OTHER = "other", _("Something else")


class ChallengeState(models.TextChoices):
    NEW = "new", _("New")
    UPHELD = "upheld", _("Upheld")
    DECLINED = "declined", _("Declined")
    SPAM = "spam", _("Spam")


class Challenge(LifecycleOnly):
    """A reader's word on what they saw of a quote: its edition. No reader ever sees it.

    `contact` is a mail address, forgotten on the day that was promised.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="challenges")
    objection = models.CharField(_("what is wrong"), max_length=14, choices=Objection)
    explanation = CleanTextField(_("explanation"))
    source = SafeURLField(_("where it can be seen"), blank=True)
    contact = models.EmailField(_("mail address"), blank=True)
    contact_until = models.DateTimeField(_("mail address kept until"), null=True)
    made_at = models.DateTimeField(_("received"))
    state = models.CharField(
        _("state"), max_length=8, choices=ChallengeState, default=ChallengeState.NEW
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    reason = CleanTextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("challenge by a reader")
        verbose_name_plural = _("challenges by readers")
        default_permissions = ()
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="new", decided_by=None, decided_at=None)
                | (~Q(state="new") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="quotes_challenge_decided_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["state", "made_at"], name="quotes_challenges_waiting")]

    def __str__(self) -> str:
        return self.get_objection_display()
