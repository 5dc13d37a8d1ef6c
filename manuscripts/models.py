from __future__ import annotations

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from newsroom.richtext.fields import CleanCharField


def private_storage() -> Storage:
    """Where no address leads but the one that asks for a right."""
    return storages["private"]


class ImportedManuscript(models.Model):
    """A manuscript file that became drafts: its bytes, and the account of each of its lines.

    `ledger` is a list of rows as `ledger_rows` gives them, each with the content it went to.
    The same bytes are imported once; whoever deletes the article may import them again.
    """

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="manuscript", verbose_name=_("article")
    )
    name = CleanCharField(_("name of the file"), max_length=200)
    sha256 = models.CharField(max_length=64, unique=True)
    file = models.FileField(storage=private_storage, upload_to="manuscripts/")
    ledger = models.JSONField(_("ledger"))
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    imported_at = models.DateTimeField(_("imported"), auto_now_add=True)

    class Meta:
        verbose_name = _("imported manuscript")
        verbose_name_plural = _("imported manuscripts")
        ordering = ["-imported_at"]
        default_permissions = ("add", "view")

    def __str__(self) -> str:
        return self.name
