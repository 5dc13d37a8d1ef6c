"""Declared interests: what ties an expert to others, so that readers can weigh their words."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.dates.fields import EdtfField
from newsroom.richtext.fields import CleanCharField
from newsroom.sources.models import Source

from .experts import Expert
from .periods import is_period


class InterestKind(models.TextChoices):
    FUNDING = "funding", _("Funding")
    GOVERNMENT = "government", _("Government")
    COMPANY = "company", _("Company")
    PARTY = "party", _("Political party")
    FAMILY = "family", _("Family")
    OTHER = "other", _("Other")


class Interest(models.Model):
    """One tie of an expert, while it lasts or lasted. Readers see those that are public."""

    expert = models.ForeignKey(Expert, on_delete=models.CASCADE, related_name="interests")
    kind = models.CharField(
        _("kind"), max_length=10, choices=InterestKind, default=InterestKind.FUNDING
    )
    organisation = CleanCharField(_("organisation"), max_length=200, blank=True)
    since = EdtfField(_("since"), blank=True)
    until = EdtfField(_("until"), blank=True)
    statement_en = CleanCharField(_("statement in English"), max_length=300, blank=True)
    statement_ja = CleanCharField(_("statement in Japanese"), max_length=300, blank=True)
    statement_ko = CleanCharField(_("statement in Korean"), max_length=300, blank=True)
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="interests",
        verbose_name=_("source"),
    )
    is_public = models.BooleanField(
        _("shown to readers"),
        default=True,
        help_text=_("On the expert's page, and beside quotes from that time."),
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("declared interest")
        verbose_name_plural = _("declared interests")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.get_kind_display(), self.organisation)))

    def clean(self) -> None:
        super().clean()
        if not is_period(self.since, self.until):
            message = _("Give two dates in order, such as 2015 and 2018, not a span of its own.")
            raise ValidationError({"until": message})
        if not (self.organisation or self.statement_en or self.statement_ja or self.statement_ko):
            raise ValidationError(_("Say what the interest is: the organisation, a statement."))
