"""The blocks that an article's body is made of: one table for each type, in one order.

What a block shows may be chosen later: the draft keeps its place, and publishing waits for it.
"""

from __future__ import annotations

from typing import Any

from content_editor.models import create_plugin_base
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanCharField, RichTextField

from .articles import Article, require_same_language

ANCHOR_LENGTH = 80

Block: Any = create_plugin_base(Article)


class Section(Block):
    """Formatted text, with or without a heading."""

    heading = CleanCharField(_("heading"), max_length=200, blank=True)
    subheading = CleanCharField(_("subheading"), max_length=300, blank=True)
    anchor = models.SlugField(
        _("anchor"),
        max_length=ANCHOR_LENGTH,
        allow_unicode=True,
        blank=True,
        help_text=_(
            "The end of links to this section. Made from the first heading, and kept when that"
            " changes, so that links last."
        ),
    )
    text = RichTextField(_("text"), blank=True, notes=True)

    class Meta(Block.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return self.heading or str(_("Text"))

    def clean(self) -> None:
        super().clean()
        self._keep_anchor()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._keep_anchor()
        super().save(*args, **kwargs)

    def _keep_anchor(self) -> None:
        if self.heading and not self.anchor:
            words = slugify(self.heading, allow_unicode=True)[:ANCHOR_LENGTH]
            self.anchor = words or "section"


class Picture(Block):
    """An image, with its own caption or one for this place."""

    image = models.ForeignKey(
        "images.Image",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image"),
    )
    caption = CleanCharField(
        _("caption here"),
        max_length=500,
        blank=True,
        help_text=_("In place of the image's own caption, in this article alone."),
    )

    class Meta(Block.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return str(self.image or self._meta.verbose_name)


class QuoteHere(Block):
    """A quote, wherever its live edition is; its text is never copied into the article."""

    quote = models.ForeignKey(
        "quotes.Quote",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("quote"),
    )

    class Meta(Block.Meta):
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")

    def __str__(self) -> str:
        return str(self.quote or self._meta.verbose_name)

    def clean(self) -> None:
        super().clean()
        require_same_language(self, "quote", "parent")


class TimelineHere(Block):
    """The place of the article's timeline."""

    class Meta(Block.Meta):
        verbose_name = _("timeline")
        verbose_name_plural = _("timelines")

    def __str__(self) -> str:
        return str(_("The timeline"))


class QuestionsHere(Block):
    """The place of the article's questions and answers."""

    class Meta(Block.Meta):
        verbose_name = _("questions and answers")
        verbose_name_plural = _("questions and answers")

    def __str__(self) -> str:
        return str(_("The questions and answers"))


class PromoHere(Block):
    """A promo: visibly an advertisement, and gone from the page when its window ends."""

    promo = models.ForeignKey(
        "promos.Promo",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("promo"),
    )

    class Meta(Block.Meta):
        verbose_name = _("promo")
        verbose_name_plural = _("promos")

    def __str__(self) -> str:
        return str(self.promo or self._meta.verbose_name)

    def clean(self) -> None:
        super().clean()
        require_same_language(self, "promo", "parent")
