from __future__ import annotations

from typing import Any

from django.conf import global_settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from newsroom.dates.fields import EdtfField
from newsroom.publishing.content import Publishable
from newsroom.publishing.snapshots import values
from newsroom.richtext.fields import CleanCharField, CleanTextField

from .challenges.models import Challenge, ChallengeState, Objection
from .evidence import Evidence, EvidenceKind
from .experts import Affiliation, Expert, NameOrder, ProfileLink
from .hearings import Hearing
from .identity.models import KnownOrganisation, Office, PublicFigure, Settlement
from .interests import Interest, InterestKind
from .queue.models import QueueClaim, QueueSkip
from .slugs import gives_away, unique_slug

__all__ = [
    "Affiliation",
    "Challenge",
    "ChallengeState",
    "Evidence",
    "EvidenceKind",
    "Expert",
    "Form",
    "Hearing",
    "Interest",
    "InterestKind",
    "KnownOrganisation",
    "Level",
    "NameOrder",
    "Objection",
    "Office",
    "ProfileLink",
    "PublicFigure",
    "QueueClaim",
    "QueueSkip",
    "Quote",
    "Record",
    "Settlement",
]


class Form(models.TextChoices):
    """How the text relates to what was said."""

    DIRECT = "direct", _("Direct: the words as they were said")
    PARTIAL = "partial", _("Partial: some of the words, gaps marked")
    TRANSLATED = "translated", _("Translated: said in another language")
    PARAPHRASE = "paraphrase", _("Paraphrase: the meaning, without quotation marks")


class Record(models.TextChoices):
    """What was agreed about naming the speaker."""

    ON_THE_RECORD = "on_the_record", _("On the record")
    BACKGROUND = "background", _("On background")
    ANONYMOUS = "anonymous", _("Anonymous")


class Level(models.TextChoices):
    """How far readers are told to trust that these words were said."""

    VERIFIED = "verified", _("Verified")
    AS_REPORTED = "as_reported", _("As reported")


def languages_of_origin() -> list[tuple[str, str | Promise]]:
    """The languages that words may have been said in: all that Django can name."""
    return [(code, _(name)) for code, name in global_settings.LANGUAGES]


class Quote(Publishable):
    """What somebody said. A translation holds words only: the facts stand on its original.

    Speaker, role and organisation are those of the day it was said: they stay when the expert
    moves on. Where it was not said on the record they stay with the staff, and readers get
    `described_as` alone. A translation's `record` is a copy of its original's.
    """

    kind_name = "quote"

    text = CleanTextField(_("words"), help_text=_("Exactly as they were said, no quotation marks."))
    form = models.CharField(_("form"), max_length=10, choices=Form, default=Form.DIRECT)
    expert = models.ForeignKey(
        Expert,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("expert"),
    )
    honorific = CleanCharField(_("honorific"), max_length=60, blank=True)
    speaker = CleanCharField(_("speaker"), max_length=200)
    role = CleanCharField(_("role"), max_length=200, blank=True)
    organisation = CleanCharField(_("organisation"), max_length=200, blank=True)
    said_on = EdtfField(_("said on"), blank=True)
    venue = CleanCharField(
        _("where it was said"), max_length=200, blank=True, help_text=_("Occasion or place.")
    )
    record = models.CharField(
        _("record"), max_length=13, choices=Record, default=Record.ON_THE_RECORD
    )
    described_as = CleanCharField(
        _("how readers may know them"),
        max_length=200,
        blank=True,
        help_text=_(
            "Stands in place of name, role and organisation where it was not said on the record,"
            " such as: a diplomat who took part."
        ),
    )
    record_reason = CleanTextField(
        _("why not on the record"),
        blank=True,
        help_text=_("For staff: the reason, and who decided."),
    )
    original_words = CleanTextField(
        _("original words"), blank=True, help_text=_("The words as said in another language.")
    )
    words_language = models.CharField(
        _("language of the original words"),
        max_length=12,
        choices=languages_of_origin,
        blank=True,
    )
    translator = CleanCharField(_("translator"), max_length=200, blank=True)
    translation_is_ours = models.BooleanField(_("our own translation"), default=False)
    level = models.CharField(
        _("level"),
        max_length=11,
        choices=Level,
        default=Level.AS_REPORTED,
        help_text=_("Verified: the moderator who approves it has seen the evidence."),
    )

    FACTS = (
        "form",
        "expert",
        "said_on",
        "venue",
        "record_reason",
        "original_words",
        "words_language",
        "level",
    )

    class Meta(Publishable.Meta):
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        indexes = [
            models.Index(fields=["form"], name="quotes_quote_form"),
            models.Index(fields=["level"], name="quotes_quote_level"),
        ]

    def clean_fields(self, exclude: Any = None) -> None:
        self._name_itself()
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        super().clean()
        if self.original_id:
            self._refuse_facts()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._name_itself()
        super().save(*args, **kwargs)

    def desk_title(self) -> str:
        words = Truncator(" ".join(self.text.split())).chars(60)
        return Truncator(f"{self.speaker}: {words}").chars(200)

    def _name_itself(self) -> None:
        """The address outlives a withdrawal: it never says the words, nor who must not be named."""
        self.title = self.desk_title()
        if self.original_id:
            self.record = record_of(self.original_id) or self.record
        if not self.slug or (self._address_names_them() and not self._was_published()):
            self._join_original()
            named = self.record == Record.ON_THE_RECORD
            self.slug = unique_slug(self.speaker if named else "quote", self.translation_key)

    def _address_names_them(self) -> bool:
        return self.record != Record.ON_THE_RECORD and gives_away(self.slug, self.speaker)

    def _was_published(self) -> bool:
        return bool(self.pk) and self.editions.exists()

    def _refuse_facts(self) -> None:
        nothing = values(Quote(), self.FACTS)
        facts = values(self, self.FACTS)
        said_here = [name for name in self.FACTS if facts[name] != nothing[name]]
        if said_here:
            message = _("This stands on the original, for all languages. Leave it empty here.")
            raise ValidationError(dict.fromkeys(said_here, message))


def record_of(quote: int) -> str:
    """What the draft of a quote says about naming the speaker; "" where there is none."""
    return Quote.objects.filter(pk=quote).values_list("record", flat=True).first() or ""
