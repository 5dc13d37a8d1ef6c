from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.content import Content


class DraftPassage(models.Model):
    """A passage of the newest revision of a content: for staff alone, never for readers."""

    content = models.ForeignKey(Content, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=20)
    anchor = models.CharField(max_length=100, blank=True)
    text = models.TextField()

    class Meta:
        verbose_name = _("passage of a draft")
        verbose_name_plural = _("passages of drafts")

    def __str__(self) -> str:
        return self.text


class Fingerprint(models.Model):
    """One of the marks that a passage has in common with any other that says much the same."""

    passage = models.ForeignKey(DraftPassage, on_delete=models.CASCADE, related_name="+")
    value = models.BigIntegerField()

    class Meta:
        verbose_name = _("fingerprint")
        verbose_name_plural = _("fingerprints")
        indexes = [models.Index(fields=["value", "passage"], name="search_fingerprint_value")]

    def __str__(self) -> str:
        return str(self.value)
