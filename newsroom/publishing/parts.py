"""Parts: what pages are composed of. Readers get live parts, previews draft parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.db.models import OuterRef, Q, Subquery

from .editions import Edition
from .kinds import Kind, Snapshot, kind_named
from .revisions import Revision


@dataclass(frozen=True)
class Withdrawal:
    """What readers are told of a part that was taken back, and when it was."""

    at: dt.datetime | None
    reason: str


@dataclass(frozen=True)
class Part:
    """One content as it stands on a page. `snapshot` is empty for what was withdrawn."""

    content_id: int
    kind: str
    language: str
    snapshot: Snapshot
    path: str
    title: str
    first_published: dt.datetime | None = None
    live_from: dt.datetime | None = None
    is_public: bool = True
    withdrawal: Withdrawal | None = None


class Parts(Protocol):
    """Loads parts by content id, with the parts they use in turn, one query per depth."""

    def load(self, ids: Iterable[int], *, with_theirs: bool = True) -> None:
        """Fetch these parts and, unless only they are wanted, what they show in turn."""

    def get(self, content_id: int | None) -> Part | None:
        """The part, or None where readers would see nothing of it."""

    @property
    def moments(self) -> tuple[dt.datetime, ...]:
        """When loaded parts will open or end, all after `at`."""


def facts_of_original(snapshot: Snapshot, parts: Parts) -> Snapshot:
    """Where the facts stand that hold in every language: the original, or the piece itself."""
    original = parts.get(snapshot["original"])
    return original.snapshot if original and original.snapshot else snapshot


class _Loader:
    def __init__(self, at: dt.datetime) -> None:
        self.at = at
        self._parts: dict[int, Part] = {}
        self._asked: set[int] = set()
        self._moments: set[dt.datetime] = set()

    @property
    def moments(self) -> tuple[dt.datetime, ...]:
        return tuple(sorted(self._moments))

    def get(self, content_id: int | None) -> Part | None:
        if content_id is None:
            return None
        self.load((content_id,))
        return self._parts.get(content_id)

    def load(self, ids: Iterable[int], *, with_theirs: bool = True) -> None:
        missing = set(ids) - self._asked
        while missing:
            self._asked |= missing
            theirs = self._fetch(missing)
            missing = theirs - self._asked if with_theirs else set()

    def _fetch(self, ids: set[int]) -> set[int]:
        """Load these parts; answers the ids that they use in turn."""
        raise NotImplementedError

    def _keep(self, part: Part, kind: Kind) -> set[int]:
        self._parts[part.content_id] = part
        return set(kind.project(part.snapshot).uses) if part.snapshot else set()


class LiveParts(_Loader):
    """What readers see at `at`, withdrawn parts as their notice."""

    def _fetch(self, ids: set[int]) -> set[int]:
        latest = Edition.objects.filter(content=OuterRef("content"), live_from__lte=self.at)
        newest = Subquery(latest.order_by("-live_from").values("pk")[:1])
        editions = Edition.objects.filter(content__in=ids)
        editions = editions.filter(Q(pk=newest) | Q(live_from__gt=self.at))
        used: set[int] = set()
        for edition in editions.select_related("revision__content"):
            used |= self._take(edition)
        return used

    def _take(self, edition: Edition) -> set[int]:
        if edition.live_from > self.at:
            self._moments.add(edition.live_from)
            return set()
        if edition.is_live(self.at):
            self._moments |= {edition.live_until} if edition.live_until else set()
            return self._keep(_live_part(edition), kind_named(edition.kind))
        if edition.withdrawn:
            return self._keep(_withdrawn_part(edition), kind_named(edition.kind))
        return set()


class DraftParts(_Loader):
    """The newest revisions, for previews: marked as not public unless they are live."""

    def _fetch(self, ids: set[int]) -> set[int]:
        newest = Revision.objects.filter(content=OuterRef("content")).order_by("-number")
        heads = Revision.objects.filter(content__in=ids, pk=Subquery(newest.values("pk")[:1]))
        live = dict(
            Edition.objects.filter(content__in=ids).live(self.at).values_list("content", "revision")
        )
        used: set[int] = set()
        for head in heads.select_related("content"):
            used |= self._take(head, is_public=live.get(head.content_id) == head.pk)
        return used

    def _take(self, head: Revision, *, is_public: bool) -> set[int]:
        kind, snapshot = kind_named(head.content.kind), head.read()
        shown = kind.project(snapshot)
        part = Part(
            content_id=head.content_id,
            kind=kind.name,
            language=snapshot.get("language", ""),
            snapshot=snapshot,
            path=shown.path,
            title=shown.title,
            is_public=is_public,
        )
        return self._keep(part, kind)


def _live_part(edition: Edition) -> Part:
    return Part(
        content_id=edition.content_id,
        kind=edition.kind,
        language=edition.language,
        snapshot=edition.read(),
        path=edition.path,
        title=edition.title,
        first_published=edition.first_published,
        live_from=edition.live_from,
    )


def _withdrawn_part(edition: Edition) -> Part:
    """The snapshot stays behind: what was withdrawn must not come back through a template."""
    return Part(
        content_id=edition.content_id,
        kind=edition.kind,
        language=edition.language,
        snapshot={},
        path=edition.path,
        title="",
        is_public=False,
        withdrawal=Withdrawal(at=edition.live_until, reason=edition.withdrawal_reason),
    )
