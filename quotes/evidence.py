"""Evidence: how we know that a quote was said, files in private storage included."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Any

from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanCharField, CleanTextField
from newsroom.sources.models import Source


class EvidenceKind(models.TextChoices):
    PUBLICATION = "publication", _("Published source")
    TRANSCRIPT = "transcript", _("Transcript")
    INTERVIEW = "interview", _("Own interview")
    LETTER = "letter", _("Letter")
    RECORDING = "recording", _("Recording")
    REPORT = "report", _("Reported by somebody else")


def private_storage() -> Storage:
    """Where no address leads but the one that asks for a right."""
    return storages["private"]


def evidence_path(evidence: Evidence, name: str) -> str:
    return f"evidence/{evidence.sha256}/{PurePath(name).name}"


class HashedFile(FieldFile):
    """Notes the SHA-256 of its bytes on its row when it is stored."""

    instance: Evidence

    def save(self, name: str, content: File[Any], save: bool = True) -> None:
        digest = hashlib.sha256()
        for chunk in content.chunks():
            digest.update(chunk)
        content.seek(0)
        self.instance.sha256 = digest.hexdigest()
        super().save(name, content, save)

    @property
    def url(self) -> str:
        return reverse("evidence_file", args=[self.instance.pk])

    @property
    def basename(self) -> str:
        return PurePath(self.name or "").name

    def __html__(self) -> str:
        """As pages show it: where it is stored tells staff nothing."""
        return escape(self.basename)


class HashedFileField(models.FileField):
    attr_class = HashedFile


class Evidence(models.Model):
    """One reason to believe that the words were said. Readers see its source and no more."""

    quote = models.ForeignKey("quotes.Quote", on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(
        _("kind"), max_length=11, choices=EvidenceKind, default=EvidenceKind.PUBLICATION
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("source"),
    )
    locator = CleanCharField(
        _("where in it"), max_length=100, blank=True, help_text=_("Page, chapter or time.")
    )
    passage = CleanTextField(
        _("passage"), blank=True, help_text=_("The passage that holds the words, copied exactly.")
    )
    obtained_on = models.DateField(_("obtained on"), null=True, blank=True)
    note = CleanTextField(
        _("note"), blank=True, help_text=_("For staff: who asked, who was present.")
    )
    # The file before its hash: a row is saved field by field, and storing the file sets the hash.
    file = HashedFileField(
        _("file"), storage=private_storage, upload_to=evidence_path, max_length=300, blank=True
    )
    sha256 = models.CharField(_("fingerprint (SHA-256)"), max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("piece of evidence")
        verbose_name_plural = _("evidence")
        ordering = ["pk"]

    def __str__(self) -> str:
        kind = self.get_kind_display()
        return f"{kind}: {self.source}" if self.source else str(kind)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.file:
            self.sha256 = ""
        super().save(*args, **kwargs)
