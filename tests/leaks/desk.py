"""Somebody who writes marker words into drafts and takes them through the lifecycle."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Role
from newsroom.publishing.topics import Topic
from quotes.models import Quote
from tests.cast import person
from tests.factories import approved

from .markers import held_by, hidden_from_readers, mark

_NOW = timezone.now()


def day(number: float) -> dt.datetime:
    """So many days from now."""
    return _NOW + dt.timedelta(days=number)


class Desk:
    """Remembers what readers may see of it all: everything else is a leak where it is found.

    `shown` has the words of each live content, `topics` the words of each topic by its label,
    `live_topics` the labels of those that something live has, `told` the reasons and notes that
    readers are given, each with what it is about, and `slugs` all that a kind ever had, each with
    the label of what was said there.
    """

    def __init__(self) -> None:
        # Their names are marker words, too.
        self.editor = person("zzeditor", Role.EDITOR)
        self.admin = person("zzadmin", is_superuser=True)
        self.shown: dict[Publishable, set[str]] = {}
        self.topics: dict[str, dict[str, str]] = {}
        self.live_topics: set[str] = set()
        self.told: dict[str, Publishable] = {}
        self.slugs: dict[str, dict[str, str]] = defaultdict(dict)

    @property
    def public(self) -> set[str]:
        topics = (self.topics[label].values() for label in self.live_topics)
        return set().union(*self.shown.values(), *topics, self.told)

    def say(
        self, content: Publishable, label: str, at: dt.datetime, *, shown: bool = False
    ) -> Revision:
        """Write new words into the whole draft, and record it. `shown` once it will be live."""
        prefix, words = _prefix(content, label), {}
        for row in held_by(content):
            words |= mark(row, prefix, filled_only=content.original_id is not None)
        if isinstance(content, Quote):
            _let_passages_hold_the_words(content)
        content.topics.set([self._topic(label)])
        if shown:
            hidden = hidden_from_readers(content)
            self.shown[content] = {word for word, place in words.items() if place not in hidden}
            self.live_topics.add(label)
        comment = f"{prefix}comment"
        revision = lifecycle.record(content=content, by=self.editor, at=at, comment=comment)
        self.slugs[content.kind][revision.snapshot["slug"]] = label
        return revision

    def _topic(self, label: str) -> Topic:
        """The topic of all that is said under this label."""
        fields = ("name", "name_ja", "name_ko", "slug")
        words = {name: f"zztopic{label}{name.replace('_', '')}" for name in fields}
        self.topics[label] = words
        return Topic.objects.get_or_create(**words)[0]

    def open(self, revision: Revision, at: dt.datetime, **how: Any) -> Edition:
        """Publish as of `at`, approved where its kind needs that."""
        if kind_of(revision.content).needs_approval:
            approved(revision, self.admin, at=at)
        return lifecycle.publish(revision=revision, by=self.editor, at=at, **how)

    def tell(self, content: Publishable, label: str) -> str:
        """A reason or note that readers are given."""
        word = f"{_prefix(content, label)}told"
        self.told[word] = content
        return word


def _prefix(content: Publishable, label: str) -> str:
    return f"zz{content.kind.replace('_', '')}{content.language}{label}"


def _let_passages_hold_the_words(quote: Quote) -> None:
    quote.refresh_from_db()
    for evidence in quote.evidence.all():
        evidence.passage += f". {quote.original_words}."
        evidence.save()
