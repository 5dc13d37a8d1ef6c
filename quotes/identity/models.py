"""Public figures and organisations that are known, and who said that a namesake is another."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.dates.fields import EdtfField
from newsroom.publishing.guard import LifecycleOnly
from newsroom.richtext.fields import CleanCharField, CleanTextField
from quotes.periods import is_period

from .names import key_of
from .nearness import organisation_key

# A letter first: no name does anything when a spreadsheet opens it.
a_name = RegexValidator(
    r"^[^\W\d_][^;\n]*\Z", _("Begin with a letter, and leave semicolons out: they part names.")
)
KEY_LENGTH = 200


class Office(models.Model):
    """An office of state, by all that it is called: a role is compared with these."""

    name = CleanCharField(
        _("name"),
        max_length=200,
        unique=True,
        validators=[a_name],
        help_text=_("Such as President of the United States."),
    )
    country = CleanCharField(_("country"), max_length=100, validators=[a_name])
    titles = CleanTextField(
        _("titles"), help_text=_("In all languages, one a line: President, 大統領, 대통령.")
    )
    places = CleanTextField(
        _("places"),
        help_text=_(
            "What the title is “of”, in all languages, one a line, with adjectives and seats:"
            " Japan, Japanese, Cabinet Office, 日本."
        ),
    )

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["country", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def all_titles(self) -> list[str]:
        return self.titles.split("\n")

    @property
    def all_places(self) -> list[str]:
        return self.places.split("\n")


class PublicFigure(models.Model):
    """Somebody whose name is heard as that person's wherever it stands alone."""

    name = CleanCharField(
        _("name"),
        max_length=KEY_LENGTH,
        unique=True,
        validators=[a_name],
        help_text=_("As staff know this person, in Latin script."),
    )

    class Meta:
        verbose_name = _("public figure")
        verbose_name_plural = _("public figures")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def spellings(self) -> list[str]:
        """The other ways to write the name, in the order in which they were given."""
        return [row.text for row in self.names.all() if row.text != self.name]

    def set_spellings(self, spellings: Iterable[str]) -> None:
        self.names.all().delete()
        texts = dict.fromkeys([self.name, *spellings])
        FigureName.objects.bulk_create(
            FigureName(figure=self, text=text, key=key_of(text)) for text in texts
        )


class FigureName(models.Model):
    """One way to write a figure's name. `key` is the same for all that differ in form alone."""

    figure = models.ForeignKey(PublicFigure, on_delete=models.CASCADE, related_name="names")
    text = CleanCharField(_("name"), max_length=KEY_LENGTH, validators=[a_name])
    key = models.CharField(max_length=KEY_LENGTH, db_index=True, editable=False)

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["figure", "text"], name="quotes_spelling_once")
        ]

    def __str__(self) -> str:
        return self.text


class Term(models.Model):
    """How long a figure held an office."""

    figure = models.ForeignKey(PublicFigure, on_delete=models.CASCADE, related_name="terms")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="terms", verbose_name=_("office")
    )
    since = EdtfField(_("since"), blank=True)
    until = EdtfField(_("until"), blank=True)

    class Meta:
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        ordering = ["since", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.office}, {self.since or '..'}/{self.until or '..'}"

    def clean(self) -> None:
        super().clean()
        if not is_period(self.since, self.until):
            message = _("Give two dates in order, such as 2015 and 2018, not a span of its own.")
            raise ValidationError({"until": message})


class KnownOrganisation(models.Model):
    """An organisation by its official name in each language and all other names in use."""

    name_en = CleanCharField(
        _("name in English"), max_length=KEY_LENGTH, unique=True, validators=[a_name]
    )
    name_ja = CleanCharField(
        _("name in Japanese"), max_length=KEY_LENGTH, blank=True, validators=[a_name]
    )
    name_ko = CleanCharField(
        _("name in Korean"), max_length=KEY_LENGTH, blank=True, validators=[a_name]
    )

    class Meta:
        verbose_name = _("known organisation")
        verbose_name_plural = _("known organisations")
        ordering = ["name_en"]

    def __str__(self) -> str:
        return self.name_en

    @property
    def official_names(self) -> list[str]:
        return [name for name in (self.name_en, self.name_ja, self.name_ko) if name]

    @property
    def other_names(self) -> list[str]:
        official = self.official_names
        return [row.text for row in self.names.all() if row.text not in official]

    def set_other_names(self, names: Iterable[str]) -> None:
        self.names.all().delete()
        texts = dict.fromkeys([*self.official_names, *names])
        OrganisationName.objects.bulk_create(
            OrganisationName(organisation=self, text=text, key=organisation_key(text)[:KEY_LENGTH])
            for text in texts
        )


class OrganisationName(models.Model):
    """One name of an organisation, official or not."""

    organisation = models.ForeignKey(
        KnownOrganisation, on_delete=models.CASCADE, related_name="names"
    )
    text = CleanCharField(_("name"), max_length=KEY_LENGTH, validators=[a_name])
    key = models.CharField(max_length=KEY_LENGTH, editable=False)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "text"], name="quotes_organisation_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Verdict(models.TextChoices):
    """Who it is that bears the name of a public figure."""

    DIFFERENT = "different", _("A different person of the same name")
    SAME = "same", _("This person, in another role of theirs")


class Settlement(LifecycleOnly):
    """Somebody found out who a namesake is, and says how they know.

    It speaks of a name with what its bearer is said to be (`claim` is that in short, `said` in
    words), and so for later revisions too; it says nothing where either is changed.
    """

    figure = models.ForeignKey(
        PublicFigure,
        on_delete=models.CASCADE,
        related_name="settlements",
        verbose_name=_("public figure"),
    )
    name = models.CharField(_("name"), max_length=KEY_LENGTH)
    claim = models.CharField(max_length=64)
    said = CleanTextField(_("is said to be"), blank=True)
    verdict = models.CharField(_("who it is"), max_length=9, choices=Verdict)
    reason = CleanTextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("settled by"),
    )
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("namesake")
        verbose_name_plural = _("namesakes")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "name", "claim"], name="quotes_namesake_settled_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.figure}: {self.get_verdict_display()}"
