from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.content import Publishable
from newsroom.richtext.fields import CleanCharField, CleanTextField, SafeURLField


class Relationship(models.TextChoices):
    """Who earns when a reader follows the promo."""

    OWN = "own", _("Our own product")
    AFFILIATE = "affiliate", _("Affiliate: we earn from sales")
    PAID = "paid", _("Paid: the advertiser pays for the space")
    HOUSE = "house", _("House: nothing is sold")


FOR_OTHERS = frozenset({Relationship.AFFILIATE, Relationship.PAID})

# What holds in every language, and so stands on the original alone.
FACTS = ("relationship", "cta_url", "shown_from", "shown_until")


class Promo(Publishable):
    """An offer with its courses. `title` is what staff call it: readers see `heading`.

    The relationship is empty until someone has said what it is, and the promo cannot be
    published before. It is shown from `shown_from` up to before `shown_until`.
    """

    kind_name = "promo"

    relationship = models.CharField(
        _("relationship"),
        max_length=9,
        choices=Relationship,
        blank=True,
        help_text=_("Readers are told by the label above the heading."),
    )
    advertiser = CleanCharField(_("advertiser"), max_length=200, blank=True)
    heading = CleanCharField(_("heading"), max_length=200, blank=True)
    pitch = CleanTextField(_("pitch"), blank=True)
    urging = CleanCharField(_("urging line"), max_length=200, blank=True)
    cta_label = CleanCharField(_("call to action"), max_length=100, blank=True)
    cta_url = SafeURLField(_("address it leads to"), blank=True)
    disclosure = CleanTextField(
        _("disclosure"),
        blank=True,
        help_text=_("Who earns what, in a sentence. It stands below the label."),
    )
    risk_line = CleanTextField(
        _("risk line"), blank=True, help_text=_("What readers may lose, where money is at risk.")
    )
    shown_from = models.DateTimeField(_("shown from"), null=True, blank=True)
    shown_until = models.DateTimeField(_("shown until"), null=True, blank=True)

    class Meta(Publishable.Meta):
        verbose_name = _("promo")
        verbose_name_plural = _("promos")
        constraints = [
            models.CheckConstraint(
                condition=Q(shown_until__gt=F("shown_from")),
                name="promos_window_lasts",
                violation_error_message=_("It would end before it begins. Choose a later end."),
            )
        ]

    def clean(self) -> None:
        super().clean()
        held = [name for name in FACTS if getattr(self, name)] if self.original_id else []
        if held:
            message = _("This holds in every language: change it on the original.")
            raise ValidationError(dict.fromkeys(held, message))


class Course(models.Model):
    """One of the things that a promo offers."""

    promo = models.ForeignKey(Promo, on_delete=models.CASCADE, related_name="courses")
    position = models.PositiveIntegerField(_("position"), default=0)
    title = CleanCharField(_("title"), max_length=200)
    level = CleanCharField(_("level"), max_length=100, blank=True)
    url = SafeURLField(_("address"), blank=True)

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
