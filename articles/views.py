"""Lists. A page of its own each article and author has by `content_page`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsroom.publishing.cards import card_with_topics
from newsroom.publishing.editions import Edition
from newsroom.publishing.lists import facts_here, list_page, render_list

from .author_pages import author_entry
from .bylines import signed_cards, with_authors
from .models import Article, Author


@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    facts = facts_here("/articles/")
    editions = Edition.objects.filter(kind=Article.kind_name)
    page = list_page(
        request,
        with_authors(editions).order_by("-first_published", "pk").prefetch_related("topics"),
        title=_("Articles"),
        facts=facts,
        entries=lambda shown, parts: signed_cards(
            shown, parts, facts.language, lambda row: card_with_topics(row, facts.language)
        ),
    )
    return render_list(request, "articles/list.html", page)


@require_safe
def authors(request: HttpRequest) -> HttpResponse:
    facts = facts_here("/authors/")
    editions = Edition.objects.filter(kind=Author.kind_name)
    page = list_page(
        request,
        editions.order_by("title", "pk").select_related("revision__content"),
        title=_("Authors"),
        facts=facts,
        entries=lambda shown, _parts: [author_entry(row, facts.language) for row in shown],
    )
    return render_list(request, "authors/list.html", page)
