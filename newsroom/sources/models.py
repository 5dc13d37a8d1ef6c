from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.dates.fields import EdtfField
from newsroom.publishing.content import Content
from newsroom.publishing.guard import LifecycleOnly
from newsroom.publishing.revisions import Revision
from newsroom.richtext.fields import CleanCharField, CleanTextField, SafeURLField


class Source(models.Model):
    """Something published, or said, that a statement can be traced to."""

    title = CleanCharField(_("title"), max_length=300)
    author = CleanCharField(_("author"), max_length=200, blank=True)
    publisher = CleanCharField(_("publisher"), max_length=200, blank=True)
    published_on = EdtfField(_("published on"), blank=True)
    language = models.CharField(
        _("language"), max_length=12, choices=settings.LANGUAGES, blank=True
    )
    url = SafeURLField(_("address"), max_length=1000, blank=True)
    archived_url = SafeURLField(_("archived at"), max_length=1000, blank=True)
    accessed_on = models.DateField(_("accessed on"), null=True, blank=True)
    note = CleanTextField(
        _("note"), blank=True, help_text=_("For staff: how far this source can be relied on.")
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher})" if self.publisher else self.title


class CitedSource(models.Model):
    """A draft's use of a source, in the order in which readers find them."""

    content = models.ForeignKey(Content, on_delete=models.CASCADE, related_name="cited_sources")
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="cited_in", verbose_name=_("source")
    )
    locator = CleanCharField(
        _("where in it"), max_length=100, blank=True, help_text=_("Page, chapter or time.")
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("cited source")
        verbose_name_plural = _("cited sources")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.source)


class Citation(LifecycleOnly):
    """A revision froze this source: it cannot be deleted while the revision stands."""

    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="citations", db_index=False
    )
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations")

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "source"], name="sources_one_citation_per_source"
            )
        ]

    def __str__(self) -> str:
        return f"{self.revision}: {self.source}"


def cite(revision: Revision, sources: frozenset[int]) -> None:
    """Write down which sources a new revision froze."""
    Citation.objects.bulk_create(
        Citation(revision=revision, source_id=source) for source in sorted(sources)
    )
