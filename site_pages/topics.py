"""Topics as readers find them: those of live editions."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.bylines import signed_cards, with_authors
from newsroom.publishing.cards import Card, card_with_topics
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.kinds import all_kinds, kind_named
from newsroom.publishing.lists import Elsewhere, EmptyPage, count_live, list_page
from newsroom.publishing.pages import ListPage, PageFacts
from newsroom.publishing.topics import Topic


def topics_page(facts: PageFacts) -> ListPage | EmptyPage:
    """All topics that lead to something in the reader's language."""
    title, next_change = _("Topics"), count_live(_listed(), facts)[1]
    if own := _topics(facts, facts.language):
        return ListPage(title=title, facts=facts, entries=list(own), next_change=next_change)
    others = [other.language for other in facts.alternates]
    elsewhere = [Elsewhere(code, found) for code in others if (found := _topics(facts, code))]
    return EmptyPage(title, facts, elsewhere, next_change)


def topic_page(request: HttpRequest, topic: Topic, facts: PageFacts) -> ListPage | EmptyPage:
    """What is published under a topic, the newest first."""
    editions = _listed().filter(topics=topic).order_by("-first_published", "pk")
    return list_page(
        request,
        with_authors(editions).prefetch_related("topics"),
        title=topic.name_in(facts.language),
        facts=facts,
        entries=lambda shown, parts: signed_cards(
            shown, parts, facts.language, lambda row: _entry(row, facts.language)
        ),
    )


def _listed() -> EditionQuerySet:
    kinds = [kind.name for kind in all_kinds() if kind.appears.under_topics]
    return Edition.objects.filter(kind__in=kinds)


def _entry(edition: Edition, language: str) -> Card:
    label = kind_named(edition.kind).model._meta.verbose_name or ""
    return card_with_topics(edition, language, kind_label=label)


def _topics(facts: PageFacts, language: str) -> list[Card]:
    editions = _listed().live(facts.at).filter(language=language)
    topics = Topic.objects.filter(editions__in=editions).annotate(number=Count("editions"))
    topics = topics.order_by("name")  # what is grouped loses the order of its model
    return [_topic_card(topic, topic.number, language) for topic in topics]


def _topic_card(topic: Topic, number: int, language: str) -> Card:
    pages = ngettext("%(number)s page", "%(number)s pages", number) % {"number": number}
    return Card(title=topic.name_in(language), path=topic.path, kind_label=pages)
