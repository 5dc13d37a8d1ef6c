"""The index of questions. A page of its own each question has by `content_page`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Min
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsroom.publishing.cards import Card, TopicLink, topic_links
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.lists import facts_here, list_page, render_list

from .models import Question


@dataclass(frozen=True)
class TopicGroup:
    """Questions that stand together under their first topic; None for those without any."""

    topic: TopicLink | None
    cards: list[Card]


@require_safe
def faqs(request: HttpRequest) -> HttpResponse:
    """All live questions of the language, by topic."""
    facts = facts_here("/faqs/")
    page = list_page(
        request,
        _by_topic(),
        title=_("Questions"),
        facts=facts,
        entries=lambda shown, _parts: _groups(shown, facts.language),
    )
    return render_list(request, "faqs/list.html", page)


def _by_topic() -> EditionQuerySet:
    """Each question once, under the first of its topics by name."""
    questions = Edition.objects.filter(kind=Question.kind_name)
    questions = questions.annotate(first_topic=Min("topics__name")).prefetch_related("topics")
    return questions.order_by(F("first_topic").asc(nulls_last=True), "title", "pk")


def _groups(questions: Iterable[Edition], language: str) -> Iterator[TopicGroup]:
    # Topics are ordered by name, as the questions are by the first of theirs.
    with_topics = ((edition, topic_links(edition.topics.all(), language)) for edition in questions)
    for topic, group in groupby(with_topics, key=lambda pair: pair[1][0] if pair[1] else None):
        yield TopicGroup(topic, [_card(edition, topics) for edition, topics in group])


def _card(edition: Edition, topics: tuple[TopicLink, ...]) -> Card:
    return Card(title=edition.title, path=edition.path, summary=edition.summary, topics=topics)
