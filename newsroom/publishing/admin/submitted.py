"""What a reviewer reads: what changed since a revision that was looked at, or all that is said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from newsroom.publishing.compare import Comparison, Piece, compare, said
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import Revision


@dataclass(frozen=True)
class Submitted:
    """Nothing is looked up before it is asked for: a kind may show it in a way of its own."""

    revision: Revision
    live: Edition | None

    @cached_property
    def since(self) -> Revision | None:
        """The newest one before it that somebody decided on, or that readers see."""
        content, number = self.revision.content_id, self.revision.number
        older = Revision.objects.filter(content=content, number__lt=number, erased_at=None)
        decided = Review.objects.filter(revision=OuterRef("pk")).exclude(decision="")
        known = Q(Exists(decided)) | Q(pk=self.live.revision_id if self.live else None)
        return older.filter(known).select_related("content").first()

    @cached_property
    def decision(self) -> Review | None:
        """What became of the one before."""
        decided = Review.objects.filter(revision=self.since).exclude(decision="")
        return decided.select_related("decided_by").first() if self.since else None

    @cached_property
    def comparison(self) -> Comparison | None:
        if self.since is None or self.revision.erased_at:
            return None
        return compare(self.since.read(), self.revision.read(), kind_of(self.revision.content))

    @cached_property
    def pieces(self) -> list[Piece]:
        return said(self.revision.read(), kind_of(self.revision.content))

    @property
    def language(self) -> str:
        """Of its words."""
        return str(self.revision.read().get("language", ""))
