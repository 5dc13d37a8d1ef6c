"""Editions: from this moment, readers see that revision. "Live at t" is said here, once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanTextField

from .content import Content
from .guard import LifecycleOnly, LifecycleOnlyQuerySet
from .revisions import Revision
from .topics import Topic

if TYPE_CHECKING:
    from .kinds import Snapshot

# A page shows parts of parts: an article's quote, its original, the expert who said it.
DEPTH_OF_PARTS = 3


class Change(models.TextChoices):
    """What an edition changes in the one before it, as readers are told."""

    FIRST = "first", _("First published")
    MINOR = "minor", _("Minor change")
    UPDATE = "update", _("Update")
    CLARIFICATION = "clarification", _("Clarification")
    CORRECTION = "correction", _("Correction")


NEEDS_PUBLIC_NOTE = frozenset({Change.CLARIFICATION, Change.CORRECTION})
SUBSTANTIVE = tuple(set(Change) - {Change.MINOR})


def is_live(live_from: dt.datetime, live_until: dt.datetime | None, at: dt.datetime) -> bool:
    """The twin, for objects in hand, of `EditionQuerySet.live`."""
    return live_from <= at and (live_until is None or at < live_until)


class EditionQuerySet(LifecycleOnlyQuerySet["Edition"]):
    def live(self, at: dt.datetime) -> Self:
        """What readers see at `at`: half open, from `live_from` up to before `live_until`."""
        return self.started(at).filter(Q(live_until=None) | Q(live_until__gt=at))

    def started(self, at: dt.datetime) -> Self:
        return self.filter(live_from__lte=at)

    def pending(self, at: dt.datetime) -> Self:
        return self.filter(live_from__gt=at)

    def not_past(self, at: dt.datetime) -> Self:
        """Live or pending: all that a step at `at` may still change."""
        return self.filter(Q(live_until=None) | Q(live_until__gt=at))

    def latest_started(self, at: dt.datetime) -> Self:
        """One row per content: the live edition, or the last that was, which may be withdrawn."""
        latest = Edition.objects.filter(content=OuterRef("content"), live_from__lte=at)
        return self.filter(pk=Subquery(latest.order_by("-live_from").values("pk")[:1]))

    def of_kind(self, kind: str, language: str) -> Self:
        return self.filter(kind=kind, language__in=(language, ""))

    def with_last_changed(self, at: dt.datetime) -> Self:
        """Annotates `last_changed`: when the page last changed in substance, as of `at`."""
        own = _latest(
            Edition.objects.filter(
                content=OuterRef("content"), live_from__lte=at, change__in=SUBSTANTIVE
            ),
            "live_from",
        )
        parts = [_latest_in_parts(depth, at) for depth in range(1, DEPTH_OF_PARTS + 1)]
        dates = [Coalesce(date, F("first_published")) for pair in parts for date in pair]
        return self.annotate(last_changed=Greatest(Coalesce(own, F("first_published")), *dates))


def _latest(editions: models.QuerySet[Any], moment: str) -> Subquery:
    latest = editions.order_by().values("kind").annotate(at=Max(moment))
    return Subquery(latest.order_by("-at").values("at")[:1])


def _latest_in_parts(depth: int, at: dt.datetime) -> tuple[Subquery, Subquery]:
    """Corrections of the parts `depth` uses below an edition, and withdrawals of them."""
    of_parts = Edition.objects.filter(content__in=_parts_at(depth, at))
    since = OuterRef("first_published")
    corrected = of_parts.filter(live_from__lte=at, live_from__gte=since, change=Change.CORRECTION)
    withdrawn = of_parts.filter(live_until__lte=at, live_until__gte=since, withdrawn=True)
    return _latest(corrected, "live_from"), _latest(withdrawn, "live_until")


def _parts_at(depth: int, at: dt.datetime) -> models.QuerySet[Any, Any]:
    """The contents that the outer edition shows, through `depth - 1` live editions in between.

    One set inside the other rather than one long join: PostgreSQL, without statistics yet, would
    begin such a join at its far end.
    """
    uses = apps.get_model("publishing", "Use").objects
    edition: Any = OuterRef("pk")
    for _query_around_it in range(2 * depth - 1):
        edition = OuterRef(edition)
    parts: Any = uses.filter(edition=edition).values("part")
    for _between in range(depth - 1):
        shown = Edition.objects.live(at).filter(content__in=parts).values("pk")
        parts = uses.filter(edition__in=shown)
        parts = parts.values("part")
    return parts


class Edition(LifecycleOnly):
    """One stretch of time in which readers see one revision.

    `ends_at` is what an editor asked for, `live_until` what readers get:
    `live_until = min(ends_at, live_from of the next)`. Rows whose `live_until` has passed never
    change again. `path`, `title`, `summary`, `lead_image`, `language`, `topics` are projected
    from the snapshot, so that lists need no join; `review_due` is when somebody should look
    whether it still holds, while it is live.
    """

    content = models.ForeignKey(
        Content, on_delete=models.PROTECT, related_name="editions", db_index=False
    )
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="editions")
    live_from = models.DateTimeField(_("live from"))
    ends_at = models.DateTimeField(_("asked to end"), null=True)
    live_until = models.DateTimeField(_("live until"), null=True)
    change = models.CharField(_("kind of change"), max_length=13, choices=Change)
    note = CleanTextField(_("public note"), blank=True)
    withdrawn = models.BooleanField(_("withdrawn"), default=False)
    withdrawal_reason = CleanTextField(_("reason for the withdrawal"), blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=12, blank=True)
    path = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True)
    lead_image = models.CharField(max_length=300, blank=True)
    topics = models.ManyToManyField(Topic, related_name="editions")
    first_published = models.DateTimeField(_("first published"))
    review_due = models.DateTimeField(_("review due"), null=True)

    # Annotated by `with_last_changed`.
    last_changed: dt.datetime

    objects = EditionQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-live_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["content", "live_from"], name="publishing_one_edition_opens_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["content"],
                condition=Q(live_until=None),
                name="publishing_one_open_ended_edition",
            ),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gt=F("live_from")),
                name="publishing_edition_lasts",
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(live_until__lte=F("ends_at")),
                name="publishing_edition_ends_as_asked",
            ),
        ]
        indexes = [
            models.Index(fields=["path", "live_from"], name="publishing_edition_by_path"),
            models.Index(
                F("kind"),
                F("language"),
                F("first_published").desc(),
                F("live_until"),
                F("live_from"),
                name="publishing_edition_list",
            ),
            models.Index(fields=["review_due"], name="publishing_edition_review_due"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_change_display()})"

    def is_live(self, at: dt.datetime) -> bool:
        return is_live(self.live_from, self.live_until, at)

    def read(self) -> Snapshot:
        return self.revision.read()
