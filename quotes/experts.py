"""Experts: who is quoted, with their names in each script and what they do where."""

from __future__ import annotations

import unicodedata
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.dates.fields import EdtfField
from newsroom.publishing.content import Publishable
from newsroom.richtext.fields import CleanCharField, CleanTextField, SafeURLField

from .periods import is_period
from .slugs import slug_of, unique_slug


class NameOrder(models.TextChoices):
    """Where the family name stands in the Latin name."""

    GIVEN_FIRST = "given_first", _("Given name first")
    FAMILY_FIRST = "family_first", _("Family name first")


class Expert(Publishable):
    """A person who is quoted. `title` is the name in Latin script, as shown in English."""

    kind_name = "expert"
    in_every_language = True

    name_kanji = CleanCharField(_("name in Japanese"), max_length=200, blank=True)
    name_hangul = CleanCharField(_("name in Korean"), max_length=200, blank=True)
    reading = CleanCharField(
        _("reading"), max_length=200, blank=True, help_text=_("How the name is read, in kana.")
    )
    name_order = models.CharField(
        _("order of names"), max_length=12, choices=NameOrder, default=NameOrder.GIVEN_FIRST
    )
    sort_key = CleanCharField(
        _("sorted as"),
        max_length=200,
        blank=True,
        help_text=_("Made from the name where it is empty."),
    )
    honorific = CleanCharField(
        _("honorific"), max_length=60, blank=True, help_text=_("Such as Dr. or Professor.")
    )
    bio_en = CleanTextField(_("about the person, in English"), blank=True)
    bio_ja = CleanTextField(_("about the person, in Japanese"), blank=True)
    bio_ko = CleanTextField(_("about the person, in Korean"), blank=True)
    public_note = CleanTextField(
        _("public note"),
        blank=True,
        help_text=_("Shown to readers: for example that somebody else has the same name."),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("expert")
        verbose_name_plural = _("experts")

    def clean_fields(self, exclude: Any = None) -> None:
        self._name_itself()
        super().clean_fields(exclude=exclude)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._name_itself()
        super().save(*args, **kwargs)

    def _name_itself(self) -> None:
        self.slug = self.slug or self._free_slug()
        self.sort_key = self.sort_key or self._sorted_as()

    def _free_slug(self) -> str:
        slug = slug_of(self.title)
        taken = slug and Expert.objects.filter(slug=slug).exclude(pk=self.pk).exists()
        return unique_slug(self.title, self.translation_key) if taken else slug

    def _sorted_as(self) -> str:
        """The Latin name, family name first, without case and accents."""
        given, _space, family = self.title.strip().rpartition(" ")
        in_order = self.name_order == NameOrder.FAMILY_FIRST or not given
        name = self.title if in_order else f"{family} {given}"
        letters = unicodedata.normalize("NFKD", name.casefold())
        return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Affiliation(models.Model):
    """What an expert is or was, where, and when; the role in each language."""

    expert = models.ForeignKey(Expert, on_delete=models.CASCADE, related_name="affiliations")
    organisation = CleanCharField(_("organisation"), max_length=200, blank=True)
    role_en = CleanCharField(_("role in English"), max_length=200, blank=True)
    role_ja = CleanCharField(_("role in Japanese"), max_length=200, blank=True)
    role_ko = CleanCharField(_("role in Korean"), max_length=200, blank=True)
    since = EdtfField(_("since"), blank=True)
    until = EdtfField(_("until"), blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.role_en, self.organisation)))

    def clean(self) -> None:
        super().clean()
        if not is_period(self.since, self.until):
            message = _("Give two dates in order, such as 2015 and 2018, not a span of its own.")
            raise ValidationError({"until": message})


class ProfileLink(models.Model):
    """A page elsewhere that is about an expert."""

    expert = models.ForeignKey(Expert, on_delete=models.CASCADE, related_name="profile_links")
    label = CleanCharField(_("label"), max_length=100)
    url = SafeURLField(_("address"))
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("profile link")
        verbose_name_plural = _("profile links")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label
