"""Authors: who wrote an article."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from newsroom.publishing.content import Publishable
from newsroom.richtext.fields import CleanCharField, CleanTextField


class Author(Publishable):
    """A person or a desk that signs articles, one content for all languages.

    `title` is the name in English and the fallback for the others, as `biography` is.
    """

    kind_name = "author"
    in_every_language = True

    name_ja = CleanCharField(_("name in Japanese"), max_length=200, blank=True)
    name_ko = CleanCharField(_("name in Korean"), max_length=200, blank=True)
    biography = CleanTextField(
        _("biography"), blank=True, help_text=_("A paragraph or two for the author's page.")
    )
    biography_ja = CleanTextField(_("biography in Japanese"), blank=True)
    biography_ko = CleanTextField(_("biography in Korean"), blank=True)

    class Meta(Publishable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")
