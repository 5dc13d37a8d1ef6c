from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from newsroom.publishing.addresses import RESERVED_SLUGS
from newsroom.publishing.content import Publishable
from newsroom.richtext.fields import CleanCharField, CleanTextField, RichTextField, SafeURLField


class Page(Publishable):
    """A plain page below the language: about, contact, privacy, how mistakes are corrected."""

    kind_name = "page"

    body = RichTextField(_("text"), blank=True)

    class Meta(Publishable.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED_SLUGS:
            message = _("The site itself answers at this address. Choose another one.")
            raise ValidationError({"slug": message})


class FrontPage(Publishable):
    """What editors of a language put first. Without one, readers get what is newest."""

    kind_name = "front_page"

    introduction = CleanTextField(_("introduction"), blank=True)
    lead = models.ForeignKey(
        Article,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead article"),
        help_text=_("The newest article leads where none is chosen."),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # No address: slugs are unique, so a language has one.
        self.slug = self.kind_name


class FrontPick(models.Model):
    """An article that editors chose for the front page."""

    front_page = models.ForeignKey(FrontPage, on_delete=models.CASCADE, related_name="picks")
    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="+", verbose_name=_("article")
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("article of the front page")
        verbose_name_plural = _("articles of the front page")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["front_page", "article"], name="site_pages_pick_once")
        ]

    def __str__(self) -> str:
        return str(self.article)


class Identity(Publishable):
    """What every page of a language says of the site. `title` is the site's name."""

    kind_name = "identity"

    publisher = CleanCharField(_("publisher"), max_length=200, blank=True)
    tagline = CleanCharField(_("tagline"), max_length=200, blank=True)
    follow_label = CleanCharField(
        _("follow line"),
        max_length=200,
        blank=True,
        help_text=_("Where readers can follow you, as it stands at the foot of every page."),
    )
    follow_url = SafeURLField(_("address of the follow line"), blank=True)
    sample_notice = models.BooleanField(
        _("sample site"),
        default=False,
        help_text=_(
            "Every page then says that its content is a sample, and asks search engines to leave"
            " it out."
        ),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("identity of the site")
        verbose_name_plural = _("identities of the site")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # No address: slugs are unique, so a language has one.
        self.slug = self.kind_name
