"""Reach: the live pages that read differently after a step on a content, and how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from .content import Content
from .editions import DEPTH_OF_PARTS, Edition
from .kinds import Appearance, all_kinds, kind_of
from .uses import Use


class Effect(models.TextChoices):
    """What becomes of a page, in the order in which they are told."""

    GONE = "gone", _("Gone: readers find the date and the reason there")
    NOTICE = "notice", _("A dated notice stands in its place")
    LEFT_OUT = "left_out", _("Not shown or linked there any more")
    UNLISTED = "unlisted", _("Not listed there any more")
    REWRITTEN = "rewritten", _("Reads as changed, with its public note")
    SHOWN_ANEW = "shown_anew", _("Shows it as changed")
    ENTRY = "entry", _("Its entry there may read differently")


@dataclass(frozen=True)
class LivePage:
    """A page as readers find it now. `content_id` is whose it is, None for pages that list."""

    effect: Effect
    title: str | Promise
    language: str
    path: str
    content_id: int | None = None

    @property
    def address(self) -> str:
        return f"/{self.language}{self.path}"


@dataclass(frozen=True)
class _Effects:
    """On its own pages, where it is shown, by itself or within another part, where it is listed."""

    own: Effect
    shown: Effect
    shown_within: Effect
    listed: Effect


def reach_of_withdrawal(contents: Collection[Content], at: dt.datetime) -> list[LivePage]:
    """Of contents of one kind, whose translations are withdrawn with them."""
    if not contents:
        return []
    appears = kind_of(next(iter(contents))).appears
    shown = Effect.NOTICE if appears.leaves_notice else Effect.LEFT_OUT
    effects = _Effects(Effect.GONE, shown, Effect.LEFT_OUT, Effect.UNLISTED)
    return _Reach(_with_translations(contents), appears, effects, at).pages(linked=True)


def reach_of_change(content: Content, at: dt.datetime) -> list[LivePage]:
    """Of publishing another revision of what is live."""
    kind = kind_of(content)
    effects = _Effects(Effect.REWRITTEN, Effect.SHOWN_ANEW, Effect.SHOWN_ANEW, Effect.ENTRY)
    has_facts = kind.translates is not None and kind.translates.left_out
    contents = _with_translations([content]) if has_facts else _only([content])
    return _Reach(contents, kind.appears, effects, at).pages(linked=False)


def _only(contents: Iterable[Content]) -> QuerySet[Content]:
    return Content.objects.filter(pk__in=[content.pk for content in contents])


def _with_translations(contents: Iterable[Content]) -> QuerySet[Content]:
    ids = [content.pk for content in contents]
    return Content.objects.filter(Q(pk__in=ids) | Q(original__in=ids))


class _Reach:
    """As many queries for five hundred pages as for one."""

    def __init__(
        self, contents: QuerySet[Content], appears: Appearance, effects: _Effects, at: dt.datetime
    ) -> None:
        self.contents = contents.values("pk")
        self.appears, self.effects = appears, effects
        self.live = Edition.objects.live(at).order_by("kind", "title", "pk")
        # Others show a card of these, which says nothing of their parts.
        self.cards = [kind.name for kind in all_kinds() if kind.appears.as_card]

    def pages(self, *, linked: bool) -> list[LivePage]:
        """Each address once, under the first effect; `linked`: those that lead to a translation."""
        effect = self.effects
        found = [
            *self._of(self.own, effect.own),
            *self._showing(),
            *self._of(self._parts(linked), effect.listed),
            *self._lists(),
        ]
        first: dict[str, LivePage] = {}
        for page in found:
            first.setdefault(page.address, page)
        return sorted(first.values(), key=lambda page: list(Effect).index(page.effect))

    @cached_property
    def own(self) -> list[Edition]:
        return self._rows(self.live.filter(content__in=self.contents))

    @cached_property
    def languages(self) -> list[str]:
        """Those in which readers find it: all for what has none of its own."""
        own = {edition.language for edition in self.own}
        return [code for code, _name in settings.LANGUAGES if code in own or "" in own]

    def _rows(self, editions: QuerySet[Edition]) -> list[Edition]:
        return list(editions.only("content", "kind", "language", "path", "title"))

    def _of(self, editions: Iterable[Edition], effect: Effect) -> Iterator[LivePage]:
        for edition in editions:
            languages = [edition.language] if edition.language else self.languages
            for language in languages if edition.path else ():
                yield LivePage(effect, edition.title, language, edition.path, edition.content_id)

    def _showing(self) -> Iterator[LivePage]:
        effect = self.effects.shown
        shown: QuerySet[Any, Any] = self.contents
        for _depth in range(DEPTH_OF_PARTS):
            editions = self.live.filter(pk__in=Use.objects.filter(part__in=shown).values("edition"))
            found = self._rows(editions)
            yield from self._of(found, effect)
            if not found:
                return
            shown = editions.exclude(kind__in=self.cards).order_by().values("content")
            effect = self.effects.shown_within

    def _parts(self, linked: bool) -> list[Edition]:
        """Pages that tell where they are used; a translation is told by what its original uses."""
        originals = Content.objects.filter(translations__in=self.contents).values("pk")
        using = self.live.filter(Q(content__in=self.contents) | Q(content__in=originals))
        parts = Use.objects.filter(edition__in=using.order_by().values("pk")).values("part")
        named = Q(content__in=parts) & ~Q(kind__in=self.cards)
        if linked:
            keys = Content.objects.filter(pk__in=self.contents).values("translation_key")
            named |= Q(content__translation_key__in=keys)
        return self._rows(self.live.filter(named))

    def _lists(self) -> Iterator[LivePage]:
        for language, path in product(self._languages_of_lists(), self.appears.lists):
            yield LivePage(self.effects.listed, _called(path), language, path)
        if self.appears.under_topics:
            yield from self._topic_pages()

    def _topic_pages(self) -> Iterator[LivePage]:
        languages = {edition.pk: edition.language for edition in self.own}
        uses = Edition.topics.through.objects.filter(edition__in=languages)
        for use in uses.select_related("topic").order_by("topic__name", "edition__language"):
            topic = use.topic
            for language in (languages[use.edition_id], *self.bare):
                yield LivePage(self.effects.listed, topic.name_in(language), language, topic.path)
                yield LivePage(self.effects.listed, _("Topics"), language, "/topics/")

    def _languages_of_lists(self) -> list[str]:
        return [*self.languages, *self.bare] if self.own else []

    @cached_property
    def bare(self) -> list[str]:
        """Languages in which nothing of the kind is live: their lists show what others have."""
        of_kind = self.live.filter(kind__in={row.kind for row in self.own}).order_by()
        there = set(of_kind.values_list("language", flat=True).distinct())
        return [code for code, _name in settings.LANGUAGES if not there & {code, ""}]


def _called(path: str) -> str | Promise:
    """The name of a list: that of the kind whose list it is before all."""
    own = (kind for kind in all_kinds() if kind.appears.lists[:1] == (path,))
    found = next(own, None)
    return capfirst(str(found.model._meta.verbose_name_plural)) if found else _("Front page")
