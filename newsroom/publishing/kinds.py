"""The kinds of content, registered by each app in its `AppConfig.ready`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models

from .passages import Passage, no_passages

if TYPE_CHECKING:
    from .compare.pieces import Piece
    from .content import Content, Publishable
    from .drafts import Draft
    from .findings import Case, Finding
    from .pages import Page, PageFacts
    from .parts import Parts
    from .rights import Rights

Snapshot = dict[str, Any]


@dataclass(frozen=True)
class Projection:
    """What lists, links and addresses need of a snapshot: a pure function of it.

    `path` has a leading slash and no language; empty for what has no page of its own.
    `review_after` is how long after its opening an edition should be looked at again.
    `topics` are ids of topics, `uses` ids of the contents shown on the page, `attachments`
    ids by name of what is frozen into the snapshot ("image", "source").
    """

    title: str
    path: str = ""
    summary: str = ""
    lead_image: str = ""
    topics: tuple[int, ...] = ()
    review_after: dt.timedelta | None = None
    uses: tuple[int, ...] = ()
    attachments: Mapping[str, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Children:
    """A table whose rows belong to a content: model, its key to the content, their order."""

    model: type[models.Model]
    parent: str
    order_by: tuple[str, ...] = ("pk",)
    select_related: tuple[str, ...] = ()
    prefetch_related: tuple[str, ...] = ()


@dataclass(frozen=True)
class Translates:
    """What the translations of a kind begin with: what their original holds, but for some of it.

    `parts` are the fields of rows that point to contents with a language of their own. `left_out`
    is what a translation has in place of facts that stand on the original alone.
    """

    parts: frozenset[str] = frozenset()
    left_out: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Appearance:
    """How readers meet a kind beside its own page.

    `lists` are the addresses of pages that list it, its own list first; `under_topics`: so do the
    pages of its topics. Withdrawn, it `leaves_notice` where it stood. `as_card`: where others show
    it, they show nothing of its parts.
    """

    lists: tuple[str, ...] = ()
    under_topics: bool = False
    leaves_notice: bool = False
    as_card: bool = False


def always() -> bool:
    return True


def never() -> bool:
    return False


def one_is_enough(snapshot: Snapshot) -> bool:
    return False


@dataclass(frozen=True)
class Kind:
    """How one kind of content is snapshot, written back, projected, told and judged.

    `outline` tells staff what a snapshot says, piece by piece, and makes no query;
    `approval` says whether revisions need one: `always`, `never`, or as the settings ask for,
    and `approved_by_two` whether this one needs that of two people;
    `upgrades` maps an old schema number to the function that lifts its snapshot by one;
    `compose` and `template` make the page, for readers and previews alike; `translates` is there
    where originals have translations; `passages` are what search finds; `appears` tells on which
    other pages readers meet it.
    """

    model: type[Publishable]
    schema: int
    take: Callable[[Draft], Snapshot]
    put_back: Callable[[Publishable, Snapshot], Sequence[str]]
    project: Callable[[Snapshot], Projection]
    outline: Callable[[Snapshot], Iterable[Piece]]
    findings: Callable[[Snapshot, Case], Iterable[Finding]]
    rights: Rights
    children: tuple[Children, ...] = ()
    select_related: tuple[str, ...] = ()
    approval: Callable[[], bool] = never
    approved_by_two: Callable[[Snapshot], bool] = one_is_enough
    translates: Translates | None = None
    has_page: bool = True
    compose: Callable[[Snapshot, Parts, PageFacts], Page] | None = None
    template: str = ""
    passages: Callable[[Snapshot], Iterable[Passage]] = no_passages
    appears: Appearance = Appearance()
    upgrades: Mapping[int, Callable[[Snapshot], Snapshot]] = field(default_factory=dict)

    @property
    def needs_approval(self) -> bool:
        """Whether readers see a revision only after somebody else approved it."""
        return self.approval()

    @property
    def name(self) -> str:
        return self.model.kind_name

    def load(self, snapshot: Snapshot, schema: int) -> Snapshot:
        """The snapshot in today's schema; one that was erased stays empty."""
        if not snapshot:
            return snapshot
        for number in range(schema, self.schema):
            snapshot = self.upgrades[number](snapshot)
        return snapshot


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind


def all_kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())


def kind_of(content: Content) -> Kind:
    return _kinds[content.kind]


def kind_named(name: str) -> Kind:
    return _kinds[name]
