from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.ageing import Ageing
from newsroom.publishing.content import Publishable
from newsroom.richtext.fields import CleanCharField, RichTextField


class Question(Ageing, Publishable):
    """A question that readers ask, and its answer. `title` is the question itself."""

    kind_name = "question"

    short_answer = CleanCharField(
        _("short answer"),
        max_length=300,
        blank=True,
        help_text=_("The answer in one or two sentences, for those who read no further."),
    )
    answer = RichTextField(_("answer"), blank=True, notes=True)
    reviewed_on = models.DateField(
        _("last reviewed"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last checked that the answer still holds."),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
