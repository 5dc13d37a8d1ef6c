"""The front page and topics. A plain page has its own by `content_page`."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.models import Article
from newsroom.publishing.addresses import look_up
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.lists import EmptyPage, entries_elsewhere, facts_here, render_list
from newsroom.publishing.pages import PageFacts, facts_of
from newsroom.publishing.parts import LiveParts
from newsroom.publishing.topics import Topic

from .pages import NOTHING_CHOSEN, front_page
from .topics import topic_page, topics_page


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What editors chose, or what is newest; in a language with nothing, what others have."""
    snapshot, facts = _chosen(facts_here("/"))
    page = front_page(snapshot, LiveParts(facts.at), facts)
    if page.shows_something:
        return render(request, "front.html", {"page": page})
    articles = Edition.objects.filter(kind=Article.kind_name).order_by("-first_published")
    elsewhere = entries_elsewhere(articles, facts)
    empty = EmptyPage(_("Front page"), facts, elsewhere, page.next_change)
    return render_list(request, "front.html", empty)


def _chosen(facts: PageFacts) -> tuple[Snapshot, PageFacts]:
    found = look_up(facts.path, facts.language, facts.at)
    if found is None or not found.is_live:
        return NOTHING_CHOSEN, facts
    live = facts_of(found, facts.language, facts.at)
    return found.edition.read(), replace(live, alternates=facts.alternates)


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    return render_list(request, "topics/list.html", topics_page(facts_here("/topics/")))


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """A topic is there as long as readers find something under it, in whatever language."""
    found = get_object_or_404(Topic, slug=slug)
    page = topic_page(request, found, facts_here(found.path))
    if isinstance(page, EmptyPage) and not page.elsewhere:
        raise Http404
    return render_list(request, "topics/topic.html", page)
