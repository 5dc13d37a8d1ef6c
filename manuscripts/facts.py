"""What labelled lines say of a part, in the fields and rows of its draft."""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from manuscripts.rows import save_row
from manuscripts.tree import Facts, each, rows_told, told_of_it
from newsroom.publishing.content import Publishable
from newsroom.publishing.topics import Topic
from newsroom.sources.models import CitedSource, Source
from newsroom.sources.snapshots import SHOWN
from quotes.models import Evidence, Quote

P = TypeVar("P", bound=Publishable)

_OF_EVIDENCE = ("locator", "kind", "passage", "obtained_on", "note")
# What is told like a field and is none of the draft's own.
_BESIDE = {"author", "language", "topic", "headline_here"}


def fill(draft: P, facts: Facts) -> P:
    """The draft with the fields that are told; what they hold is checked when it is saved."""
    for name, value in told_of_it(facts).items():
        if name not in _BESIDE:
            field = draft._meta.get_field(name)
            setattr(draft, name, None if field.null and not value else value)
    return draft


def add_topics(draft: P, facts: Facts) -> P:
    draft.topics.set([_topic(name) for name in each(facts, "topic")])
    return draft


def cite(draft: P, facts: Facts) -> P:
    for position, told in enumerate(rows_told(facts, "source")):
        locator = told.pop("locator", "")
        save_row(
            CitedSource(content=draft, source=_source(told), locator=locator, position=position)
        )
    return draft


def prove(quote: Quote, facts: Facts) -> Quote:
    """The sources of a quote are its evidence, which may have none."""
    for told in rows_told(facts, "source"):
        about = {name: told.pop(name) for name in _OF_EVIDENCE if name in told}
        source = _source(told) if told["title"] else None
        save_row(Evidence(quote=quote, source=source, **about))
    return quote


def _topic(name: str) -> Topic:
    """Topics are public at once: a manuscript names those there are, and makes none."""
    topic = Topic.objects.filter(Q(name=name) | Q(name_ja=name) | Q(name_ko=name)).first()
    if topic is None:
        text = _("There is no topic named “%(name)s”. Add it first, or take that line out.")
        raise ValidationError(text % {"name": name})
    return topic


def _source(told: dict[str, str]) -> Source:
    """The source of which just this is told: one that is known already, or a new one."""
    source = Source(**told)
    source.clean_fields()
    alike = {name: getattr(source, name) for name in SHOWN}
    known = Source.objects.filter(**alike).order_by("pk").first()
    return known or save_row(source)
