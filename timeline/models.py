from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.dates.edtf import EdtfError
from newsroom.dates.fields import EdtfField
from newsroom.dates.words import read
from newsroom.publishing.content import Publishable
from newsroom.richtext.fields import CleanCharField, RichTextField

from .status import EventStatus

# What holds in every language, and so stands on the original alone.
FACTS = ("date", "date_text", "status", "countries")


class Event(Publishable):
    """Something that happened, or is planned to. `title` is its headline.

    `date` is EDTF, `date_from` and `date_to` the first and last day it may mean (None where it
    is open), `date_text` the date in the words of its source. A translation holds words: the
    headline, the text and what the place is called.
    """

    kind_name = "event"

    text = RichTextField(_("text"), blank=True, notes=True)
    date = EdtfField(
        _("date"),
        blank=True,
        help_text=_("As exact as the source, no more: 2023, March 2023, 16 March 2023, c. 1910."),
    )
    date_text = CleanCharField(_("date as the source writes it"), max_length=100, blank=True)
    date_from = models.DateField(null=True, editable=False, db_index=True)
    date_to = models.DateField(null=True, editable=False, db_index=True)
    status = models.CharField(_("status"), max_length=9, choices=EventStatus, blank=True)
    place = CleanCharField(_("place"), max_length=200, blank=True)
    countries = CleanCharField(
        _("countries"),
        max_length=100,
        blank=True,
        validators=[
            RegexValidator(
                r"^[A-Z]{2}( [A-Z]{2})*$",
                _("Enter the two capital letters of each country, with a space between: JP KR."),
            )
        ],
        help_text=_("The two-letter codes of ISO 3166, with a space between: JP KR."),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.date_from, self.date_to = first_and_last_day(self.date)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        held = [name for name in FACTS if getattr(self, name)] if self.original_id else []
        if held:
            message = _("This holds in every language: change it on the original.")
            raise ValidationError(dict.fromkeys(held, message))


class StatusChange(models.Model):
    """When an event came to its status, or to an earlier one, and who says so."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="status_changes")
    status = models.CharField(_("status"), max_length=9, choices=EventStatus)
    on = EdtfField(_("on"), blank=True)
    source = models.ForeignKey(
        "sources.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source"),
    )
    note = CleanCharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("change of status")
        verbose_name_plural = _("changes of status")
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_status_display()} {self.on}".strip()


def first_and_last_day(date: str) -> tuple[dt.date | None, dt.date | None]:
    """The days that a date may span; None where it is open, and where a draft has none yet."""
    try:
        days = read(date)
    except EdtfError:
        return None, None
    return days.date_from, days.date_to
