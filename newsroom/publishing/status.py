"""Where a content stands, in words: derived from its revisions, reviews and editions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from .guard import refuse_outside_a_step

if TYPE_CHECKING:
    from .content import Content


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for a decision")
    APPROVED = "approved", _("Approved")
    SENT_BACK = "sent_back", _("Sent back")
    REJECTED = "rejected", _("Rejected")
    SCHEDULED = "scheduled", _("Scheduled")
    LIVE = "live", _("Live")
    EDITED = "edited", _("Live, edited since")
    ENDED = "ended", _("Ended")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ContentQuerySet(models.QuerySet[Any]):
    def delete(self) -> tuple[int, dict[str, int]]:
        refuse_outside_a_step(self.model)
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]

    def with_status(self, at: dt.datetime) -> Self:
        """Annotates what `status_of` reads, by subqueries: no further query per row."""
        from .editions import Edition
        from .reviews import Review
        from .revisions import Revision

        revisions = Revision.objects.filter(content=OuterRef("pk")).order_by("-number")
        editions = Edition.objects.filter(content=OuterRef("pk")).order_by("-live_from")
        started = editions.started(at)
        reviews = Review.objects.filter(revision=OuterRef("head_id"))
        return self.annotate(
            head_id=Subquery(revisions.values("pk")[:1]),
            head_author=Subquery(revisions.values("author__username")[:1]),
            head_made_at=Subquery(revisions.values("made_at")[:1]),
            live_revision_id=Subquery(editions.live(at).values("revision")[:1]),
            live_number=Subquery(editions.live(at).values("revision__number")[:1]),
            edited_at=Subquery(
                revisions.filter(number__gt=OuterRef("live_number"))
                .order_by("number")
                .values("made_at")[:1]
            ),
            opens_at=Subquery(editions.pending(at).order_by("live_from").values("live_from")[:1]),
            last_withdrawn=Subquery(started.values("withdrawn")[:1]),
            was_public=Exists(started),
            head_was_public=Exists(started.filter(revision=OuterRef("head_id"))),
            is_submitted=Exists(reviews.filter(decision="")),
            last_decision=Subquery(reviews.order_by("-asked_at", "-pk").values("decision")[:1]),
        )


def status_of(content: Content) -> Status:
    """The status of a content that came from `with_status`."""
    row: Any = content
    if row.live_revision_id:
        return Status.LIVE if row.live_revision_id == row.head_id else Status.EDITED
    if row.opens_at:
        return Status.SCHEDULED
    if row.is_submitted:
        return Status.SUBMITTED
    if row.last_decision and not row.head_was_public:
        return Status(row.last_decision)
    if row.was_public:
        return Status.WITHDRAWN if row.last_withdrawn else Status.ENDED
    return Status.DRAFT
