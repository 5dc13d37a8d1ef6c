"""How far a translation is behind its original, and which of its parts are in another language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.compare import size
from newsroom.publishing.content import Content
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import may_write
from newsroom.publishing.translating import parts_of
from newsroom.publishing.translations import in_language, language_name, untranslated, with_basis


@dataclass(frozen=True)
class Gap:
    """From the text that a translation stands for to the one that readers of the original see.

    `size` is None where one of the texts was erased.
    """

    old: int
    new: int
    size: tuple[int, int] | None
    url: str


@dataclass(frozen=True)
class ForeignPart:
    """What a draft shows in another language; `own` is its translation, where there is one."""

    content: Content
    own: Content | None

    @property
    def kind(self) -> str:
        return str(kind_of(self.content).model._meta.verbose_name)

    @property
    def url(self) -> str:
        return page_url(self.own or self.content, "change" if self.own else "translations")


@dataclass(frozen=True)
class Upkeep:
    """Of a translation that came from `with_basis`, for one person."""

    content: Any
    original: Content
    user: Any

    @property
    def original_language(self) -> str:
        return language_name(self.original.language)

    @property
    def is_behind(self) -> bool:
        return self.content.behind_since is not None

    @property
    def urls(self) -> dict[str, str]:
        return {
            name: page_url(self.content, name) for name in ("translations", "basis", "own_parts")
        }

    @cached_property
    def gap(self) -> Gap | None:
        """None where it is not behind."""
        return gap_of(self.content, self.original) if self.is_behind else None

    @cached_property
    def may_write(self) -> bool:
        return may_write(self.user, self.content)

    @cached_property
    def parts(self) -> list[ForeignPart]:
        """What its draft shows in another language."""
        foreign = list(untranslated(self._shown, self.content.language))
        there = in_language((part.pk for part in foreign), self.content.language)
        own = Content.objects.in_bulk(there.values()) if there else {}
        return [ForeignPart(part, own.get(there.get(part.pk))) for part in foreign]

    @property
    def own_parts(self) -> list[ForeignPart]:
        """Those in place of which it could show a translation."""
        return [part for part in self.parts if part.own and part.own.pk not in self._shown]

    @cached_property
    def _shown(self) -> set[int]:
        head = head_of(self.content)
        if head is None or head.erased_at:
            return set()
        return parts_of(head.read(), kind_of(self.content))


def upkeep_of(content: Content, user: Any) -> Upkeep | None:
    """None for what is no translation."""
    if content.original is None:
        return None
    [row] = with_basis(Content.objects.filter(pk=content.pk), timezone.now())
    return Upkeep(row, content.original, user)


def gap_of(translation: Any, original: Content) -> Gap:
    numbers = (translation.stands_for, translation.seen)
    return Gap(*numbers, _size(original, *numbers), compare_url(original, *numbers))


def compare_url(original: Content, old: int, new: int) -> str:
    return f"{page_url(original, 'compare')}?from={old}&to={new}"


def _size(original: Content, *numbers: int) -> tuple[int, int] | None:
    found = Revision.objects.filter(content=original.pk, number__in=numbers)
    by_number = {revision.number: revision for revision in found.select_related("content")}
    old, new = (by_number[number] for number in numbers)
    if old.erased_at or new.erased_at:
        return None
    return size(old.read(), new.read(), kind_of(original))
