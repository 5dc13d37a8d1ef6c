"""Keeping bookmarks, and forgetting them. What a list may be asked for, the list knows."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from .models import MOST, Bookmark


class TooMany(Exception):
    """This person keeps as many of this list as one can look through."""


def kept(user: User, of: str) -> QuerySet[Bookmark]:
    return Bookmark.objects.filter(user=user, list=of)


def keep(*, user: User, of: str, name: str, query: str) -> Bookmark:
    """One of the same name is replaced."""
    with transaction.atomic():
        mine = kept(user, of)
        if mine.exclude(name=name).count() >= MOST:
            raise TooMany
        bookmark, _made = Bookmark.objects.update_or_create(
            user=user, list=of, name=name, defaults={"query": query}
        )
        return bookmark


def drop(*, user: User, of: str, pk: int) -> bool:
    """Whether there was one of this person's."""
    return bool(kept(user, of).filter(pk=pk).delete()[0])
