"""The index of questions. A page of its own each question has by `content_page`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import F, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.pages import ListPage, PageFacts

from .lists import (
    Card,
    EmptyPage,
    TopicLink,
    count_live,
    entries_elsewhere,
    facts_at,
    topic_links,
)
from .models import Question

PER_PAGE = 20


@dataclass(frozen=True)
class TopicGroup:
    """Questions that stand together under their first topic; None for those without any."""

    topic: TopicLink | None
    cards: list[Card]


@require_safe
def faqs(request: HttpRequest) -> HttpResponse:
    """All live questions of the language, by topic."""
    title, facts = _("Questions"), facts_at("/faqs/", get_language() or "", timezone.now())
    number, next_change = count_live(Question.kind_name, facts)
    if not number:
        empty = EmptyPage(title, facts, entries_elsewhere(Question.kind_name, facts), next_change)
        return render(request, "empty_language.html", {"page": empty})
    paginator = Paginator(_by_topic(facts), PER_PAGE)
    paginator.count = number
    shown = paginator.get_page(request.GET.get("page"))
    page = ListPage(
        title=title,
        facts=facts,
        entries=list(_groups(shown, facts.language)),
        page_obj=shown,
        next_change=next_change,
    )
    return render(request, "faqs/list.html", {"page": page})


def _by_topic(facts: PageFacts) -> EditionQuerySet:
    """Each question once, under the first of its topics by name."""
    questions = Edition.objects.live(facts.at).of_kind(Question.kind_name, facts.language)
    questions = questions.annotate(first_topic=Min("topics__name")).prefetch_related("topics")
    return questions.order_by(F("first_topic").asc(nulls_last=True), "title", "pk")


def _groups(questions: Iterable[Edition], language: str) -> Iterator[TopicGroup]:
    # Topics are ordered by name, as the questions are by the first of theirs.
    with_topics = ((edition, topic_links(edition.topics.all(), language)) for edition in questions)
    for topic, group in groupby(with_topics, key=lambda pair: pair[1][0] if pair[1] else None):
        yield TopicGroup(topic, [_card(edition, topics) for edition, topics in group])


def _card(edition: Edition, topics: tuple[TopicLink, ...]) -> Card:
    return Card(title=edition.title, path=edition.path, summary=edition.summary, topics=topics)
