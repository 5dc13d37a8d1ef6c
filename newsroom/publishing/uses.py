"""Uses: which contents an edition shows on its page."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from .content import Content
from .editions import Edition
from .guard import LifecycleOnly


class Use(LifecycleOnly):
    """`part` stands on the page of `edition`. Protected: what was shown is never deleted."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="uses", db_index=False
    )
    part = models.ForeignKey(Content, on_delete=models.PROTECT, related_name="uses_of")

    class Meta:
        verbose_name = _("use")
        verbose_name_plural = _("uses")
        constraints = [
            models.UniqueConstraint(fields=["edition", "part"], name="publishing_one_use_per_part")
        ]

    def __str__(self) -> str:
        return f"{self.edition} → {self.part}"


def scheduled_with(edition: Edition) -> list[Edition]:
    """What opens at the same moment for its sake: its translations, and the parts (with theirs)
    that no other edition shows which is or will be public by then."""
    found = {edition.pk}
    while more := set(_more(edition, found).values_list("pk", flat=True)) - found:
        found |= more
    others = Edition.objects.filter(pk__in=found - {edition.pk})
    return list(others.select_related("content", "revision__content"))


def _more(edition: Edition, found: Iterable[int]) -> QuerySet[Edition]:
    same, mine = Edition.objects.filter(live_from=edition.live_from), Use.objects.filter
    others = Edition.objects.not_past(edition.live_from).exclude(pk__in=found)
    parts = mine(edition__in=found).exclude(part__in=mine(edition__in=others).values("part"))
    contents = Edition.objects.filter(pk__in=found).values("content")
    return same.filter(Q(content__in=parts.values("part")) | Q(content__original__in=contents))
