from __future__ import annotations

import uuid

from django.conf import settings
from django.core.files.storage import Storage, default_storage, storages
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.guard import LifecycleOnly
from newsroom.publishing.revisions import Revision
from newsroom.publishing.topics import Topic
from newsroom.richtext.fields import CleanCharField


def private_storage() -> Storage:
    return storages["private"]


def _original_name(_file: ImageFile, _name: str) -> str:
    """Names come from us: what an uploader called a file reaches no path."""
    return f"originals/{uuid.uuid4().hex}"


class Image(models.Model):
    """A picture of the library. `file` is what readers get of it, made from the newest upload.

    It is named by its content, so replacing a picture never changes one already shown.
    """

    title = CleanCharField(_("title"), max_length=200, help_text=_("What staff find it by."))
    file = models.CharField(max_length=100, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    credit = CleanCharField(_("credit"), max_length=200, blank=True)
    licence = CleanCharField(_("licence"), max_length=200, blank=True)
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_(
            "It says nothing that the text does not: readers who see none miss nothing. Words below"
            " are kept, but nobody is told them while this is ticked."
        ),
    )
    focus_x = models.PositiveSmallIntegerField(
        _("from the left, in %"), default=50, validators=[MaxValueValidator(100)]
    )
    focus_y = models.PositiveSmallIntegerField(
        _("from the top, in %"), default=50, validators=[MaxValueValidator(100)]
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="images", verbose_name=_("topics")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("added by"),
    )

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-pk"]
        default_permissions = ("add", "change", "change_others", "delete", "view")

    def __str__(self) -> str:
        return self.title

    @property
    def url(self) -> str:
        return str(default_storage.url(self.file))

    @property
    def focus(self) -> tuple[int, int]:
        """What stays in sight where a shape of its own crops the picture."""
        return self.focus_x, self.focus_y


class ImageFile(models.Model):
    """A file that an image has or had: pages show it long after another took its place.

    `name` is that of the public file, the original stays private.
    """

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=100, db_index=True)
    width = models.PositiveIntegerField()
    original = models.FileField(storage=private_storage, upload_to=_original_name)
    has_renditions = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("file of an image")
        verbose_name_plural = _("files of images")

    def __str__(self) -> str:
        return self.name


class Crop(models.Model):
    """A point that a file is or was cropped around: lists show that until it is published anew."""

    file = models.ForeignKey(ImageFile, on_delete=models.CASCADE, related_name="crops")
    x = models.PositiveSmallIntegerField()
    y = models.PositiveSmallIntegerField()
    is_made = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("crop of an image")
        verbose_name_plural = _("crops of images")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["file", "x", "y"], name="images_one_crop_per_point")
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.x} % {self.y} %"

    @property
    def focus(self) -> tuple[int, int]:
        return self.x, self.y


class ImageText(models.Model):
    """What a picture shows, in words, in one language."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    alt = CleanCharField(
        _("text instead of the picture"),
        max_length=300,
        help_text=_("For readers who do not see it: what it shows, in one sentence."),
    )
    caption = CleanCharField(_("caption"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("words for an image")
        verbose_name_plural = _("words for an image")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "language"], name="images_one_text_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.alt


class ImageUse(LifecycleOnly):
    """A revision froze this image: it cannot be deleted while the revision stands."""

    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="image_uses", db_index=False
    )
    image = models.ForeignKey(Image, on_delete=models.PROTECT, related_name="uses")

    class Meta:
        verbose_name = _("use of an image")
        verbose_name_plural = _("uses of images")
        constraints = [
            models.UniqueConstraint(fields=["revision", "image"], name="images_one_use_per_image")
        ]

    def __str__(self) -> str:
        return f"{self.revision}: {self.image}"


def use_images(revision: Revision, images: frozenset[int]) -> None:
    """Write down which images a new revision froze."""
    ImageUse.objects.bulk_create(
        ImageUse(revision=revision, image_id=image) for image in sorted(images)
    )
