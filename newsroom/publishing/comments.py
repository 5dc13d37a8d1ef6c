"""Comments: what staff say to each other about a revision, until it is settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanTextField

from .content import Content
from .guard import LifecycleOnly, LifecycleOnlyQuerySet
from .revisions import Revision


class CommentQuerySet(LifecycleOnlyQuerySet["Comment"]):
    def about(self, content: Content) -> Self:
        """What begins a thread about any revision of it."""
        return self.filter(revision__content=content.pk, answers=None)

    def open(self) -> Self:
        return self.filter(answers=None, resolved_at=None)


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

    objects = CommentQuerySet.as_manager()  # type: ignore[misc]

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


@dataclass(frozen=True)
class Thread:
    """A comment with its answers, oldest first."""

    comment: Comment
    answers: list[Comment]

    @property
    def is_open(self) -> bool:
        return self.comment.resolved_at is None


def threads_of(content: Content) -> list[Thread]:
    """All that was said about any revision of it: open threads first, newest first in each."""
    said = Comment.objects.about(content).select_related("revision", "author", "resolved_by")
    said = said.prefetch_related(
        Prefetch("replies", Comment.objects.select_related("author").order_by("made_at", "pk"))
    )
    found = [Thread(comment, list(comment.replies.all())) for comment in said.order_by("-pk")]
    return sorted(found, key=lambda thread: not thread.is_open)


def open_threads(user: User) -> models.QuerySet[Any]:
    """Comments that wait for this person: on their revisions or in their threads, somebody else
    having had the last word. Annotates who (`last_author`), when and with what text."""
    thread = Q(pk=OuterRef("pk")) | Q(answers=OuterRef("pk"))
    spoken = Comment.objects.filter(thread).order_by("-made_at", "-pk")
    concerned = Q(revision__author=user) | Q(Exists(spoken.filter(author=user)))
    waiting = Comment.objects.open().filter(concerned)
    return waiting.annotate(
        last_author=Subquery(spoken.values("author__username")[:1]),
        last_made_at=Subquery(spoken.values("made_at")[:1]),
        last_text=Subquery(spoken.values("text")[:1]),
    ).exclude(last_author=user.get_username())
