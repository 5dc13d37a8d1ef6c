"""Authors: who wrote an article, by name, role and biography in each language of the readers."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.content import Publishable
from newsroom.richtext.fields import CleanCharField, CleanTextField, SafeURLField


class Author(Publishable):
    """A person or a desk that signs articles, one content for all languages.

    `title` is the name in English and the fallback for the others, as `role` and `biography` are.
    """

    kind_name = "author"
    in_every_language = True

    name_ja = CleanCharField(_("name in Japanese"), max_length=200, blank=True)
    name_ko = CleanCharField(_("name in Korean"), max_length=200, blank=True)
    role = CleanCharField(
        _("role"),
        max_length=200,
        blank=True,
        help_text=_("What they do and where, in a line: Seoul correspondent."),
    )
    role_ja = CleanCharField(_("role in Japanese"), max_length=200, blank=True)
    role_ko = CleanCharField(_("role in Korean"), max_length=200, blank=True)
    biography = CleanTextField(
        _("biography"), blank=True, help_text=_("A paragraph or two for the author's page.")
    )
    biography_ja = CleanTextField(_("biography in Japanese"), blank=True)
    biography_ko = CleanTextField(_("biography in Korean"), blank=True)
    picture = models.ForeignKey(
        "images.Image",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown as a square around the focal point of the picture."),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")


def is_https(url: str) -> bool:
    return url.lower().startswith("https://")


def require_https(url: str) -> None:
    if not is_https(url):
        raise ValidationError(_("Enter an address that begins with https://."), code="no_https")


class AuthorLink(models.Model):
    """A page elsewhere that is about an author, or the author's own."""

    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="links")
    label = CleanCharField(_("label"), max_length=100)
    url = SafeURLField(_("address"), validators=[require_https])
    is_own = models.BooleanField(
        _("the author's own"),
        default=False,
        help_text=_("A profile of theirs. It can prove it by a link back to the author's page."),
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("link of the author")
        verbose_name_plural = _("links of the author")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label
