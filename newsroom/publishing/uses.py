"""Uses: which contents an edition shows on its page."""

from __future__ import annotations

from django.db import models
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
