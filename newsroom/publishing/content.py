"""Content: one row per thing that can be published, and the base its kinds inherit from."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Collection
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from newsroom.richtext.fields import CleanCharField

from .guard import refuse_outside_a_step
from .status import ContentQuerySet
from .topics import TopicUse

SLUG_LENGTH = 80


class Content(models.Model):
    """The working draft of something publishable. Readers never see it, only its editions.

    `language` is a BCP 47 code of settings.LANGUAGES, or empty for kinds that are one content
    in every language. `translation_key` joins a piece with its translations; `original` is
    empty on the piece they were translated from. `version` is the edit lock, raised by every
    save that changed something; `settled_at` is the moment of the last step that touched its
    editions.
    """

    kind = models.CharField(_("kind"), max_length=20, editable=False)
    language = models.CharField(
        _("language"), max_length=12, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    translation_key = models.UUIDField(default=uuid.uuid4, editable=False)
    original = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("original"),
        help_text=_("The piece this one is a translation of; empty for an original."),
    )
    title = CleanCharField(_("title"), max_length=200)
    slug = models.SlugField(
        _("address"),
        max_length=SLUG_LENGTH,
        allow_unicode=True,
        blank=True,
        help_text=_("The last part of the page's address."),
    )
    topics = TaggableManager(through=TopicUse, blank=True, verbose_name=_("topics"), help_text="")
    version = models.PositiveIntegerField(default=0, editable=False)
    settled_at = models.DateTimeField(null=True, editable=False)

    objects = ContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("content")
        verbose_name_plural = _("contents")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language", "slug"],
                condition=~Q(slug=""),
                name="publishing_one_slug_per_kind_and_language",
                violation_error_message=_(
                    "Another piece of this kind has this address already. Choose another one."
                ),
            ),
            models.UniqueConstraint(
                fields=["kind", "translation_key", "language"],
                name="publishing_one_translation_per_language",
                violation_error_message=_("This piece exists in this language already."),
            ),
            models.CheckConstraint(condition=~Q(kind=""), name="publishing_content_has_a_kind"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        if type(self) is Content:
            raise TypeError("A content is saved as one of its kinds, never as a bare Content.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        refuse_outside_a_step(type(self))
        return super().delete(*args, **kwargs)


class Publishable(Content):
    """What every kind inherits. The only multi-table inheritance of the project.

    The parent link has no reverse accessor: `Content.expert` would clash with `Quote.expert`.
    """

    kind_name: ClassVar[str] = ""
    in_every_language: ClassVar[bool] = False

    content_ptr = models.OneToOneField(
        Content, on_delete=models.CASCADE, parent_link=True, primary_key=True, related_name="+"
    )

    class Meta:
        abstract = True
        ordering = ["-pk"]
        default_permissions = (
            "add",
            "change",
            "change_others",
            "delete",
            "view",
            "submit",
            "decide",
            "publish",
            "withdraw",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = self.kind_name
        if self.in_every_language:
            self.language = ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title = self.desk_title()
        self.slug = unicodedata.normalize("NFC", self.slug)
        self._join_original()
        super().save(*args, **kwargs)

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        self.title = self.desk_title()
        self.slug = unicodedata.normalize("NFC", self.slug)
        # One content for all languages has none of its own.
        excluded = {"language"} if self.in_every_language else set()
        super().clean_fields(exclude={*(exclude or ()), *excluded})

    def clean(self) -> None:
        super().clean()
        self._join_original()

    def desk_title(self) -> str:
        """What staff call this piece, for kinds whose readers see no title."""
        return self.title

    def _join_original(self) -> None:
        self._keep_what_was_published()
        original = self.original
        if original is None:
            return
        fits = original.kind == self.kind and not original.original_id and original.pk != self.pk
        if not fits or (self.pk and self.translations.exists()):
            raise ValidationError(
                {"original": _("Choose an original of the same kind, not a translation.")}
            )
        self.translation_key = original.translation_key

    def _keep_what_was_published(self) -> None:
        """Editions stand for a language and an original: a draft cannot move them elsewhere."""
        if not (self.pk and self.editions.exists()):
            return
        stored = Content.objects.get(pk=self.pk)
        names = {"language": "language", "original": "original_id"}
        changed = [
            name for name, key in names.items() if getattr(stored, key) != getattr(self, key)
        ]
        if changed:
            message = _("It was published with this: it cannot change any more.")
            raise ValidationError(dict.fromkeys(changed, message))
