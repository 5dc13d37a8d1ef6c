"""Comments: what staff say to each other about a revision, until it is settled."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanTextField

from .guard import LifecycleOnly
from .revisions import Revision


class Comment(LifecycleOnly):
    """A remark on a revision, or an answer to one. Readers never see it.

    `place` is the key of the piece of the outline that it is about, "" for the whole. Answers
    have no answers and are settled with what they answer.
    """

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="comments")
    answers = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="replies")
    place = models.CharField(max_length=80, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("written"))
    text = CleanTextField(_("comment"))
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    resolved_at = models.DateTimeField(_("resolved"), null=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(resolved_by=None, resolved_at=None)
                | Q(resolved_by__isnull=False, resolved_at__isnull=False),
                name="publishing_a_resolution_has_its_maker",
            ),
            models.CheckConstraint(
                condition=Q(answers=None) | Q(resolved_at=None),
                name="publishing_answers_are_not_resolved",
            ),
        ]

    def __str__(self) -> str:
        return self.text
