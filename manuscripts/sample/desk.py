"""A person at work on drafts, as the sample tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from django.contrib.auth.models import User

from manuscripts.rows import save_row
from newsroom.publishing import lifecycle
from newsroom.publishing.content import Publishable
from newsroom.publishing.revisions import Revision
from newsroom.publishing.topics import Topic
from newsroom.sources.models import CitedSource, Source
from quotes.models import Evidence, Quote

from .texts import Told

P = TypeVar("P", bound=Publishable)

# What the sample tells of a piece beside its fields.
BESIDE_FIELDS = {"topics", "sources", "acknowledged"}


class Desk:
    """One person's work; the sources and topics are shared, each under its key."""

    def __init__(
        self, by: User, sources: Mapping[str, Source], topics: Mapping[str, Topic]
    ) -> None:
        self.by, self.sources, self.topics = by, sources, topics

    def save(self, content: Publishable, told: Told) -> Revision:
        """A revision of the draft with what is told; warnings told of are acknowledged on it."""
        for name in told.keys() - BESIDE_FIELDS:
            setattr(content, name, told[name])
        save_row(content)
        content.topics.set([self.topics[key] for key in told.get("topics", ())])
        for position, key in enumerate(told.get("sources", ())):
            source = self.sources[key]
            save_row(CitedSource(content=content, source=source, position=position))
        revision = lifecycle.record(content=content, by=self.by)
        for finding, reason in told.get("acknowledged", {}).items():
            lifecycle.acknowledge(revision=revision, finding=finding, reason=reason, by=self.by)
        return revision

    def publish(self, content: Publishable, told: Told) -> None:
        lifecycle.publish(revision=self.save(content, told), by=self.by)

    def save_quote(self, quote: Quote, told: Told) -> list[Revision]:
        """Revisions of the expert and of the quote, with the evidence that is told."""
        facts = dict(told)
        expert, evidence = facts.pop("expert"), facts.pop("evidence")
        affiliation = quote.expert.affiliations.get()
        affiliation.since = facts.pop("affiliation", {}).get("since", "")
        save_row(affiliation)
        source = self.sources[evidence["source"]]
        save_row(Evidence(quote=quote, **{**evidence, "source": source}))
        return [self.save(quote.expert, expert), self.save(quote, facts)]
