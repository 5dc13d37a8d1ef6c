"""Lists for readers, and evidence for staff. Pages of their own come by `content_page`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

from django.core.paginator import Paginator
from django.db.models.fields.json import KeyTextTransform
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Edition
from newsroom.publishing.pages import ListPage, PageFacts
from newsroom.publishing.parts import LiveParts, Parts
from newsroom.publishing.rights import Right, may

from .cards import cards_of
from .lists import Card, EmptyPage, count_live, entries_elsewhere, facts_at
from .models import Evidence, Expert, Quote
from .pages import expert_name, role_of
from .snapshots import current_affiliation

PER_PAGE = 20


@require_safe
def quotes(request: HttpRequest) -> HttpResponse:
    """The quotes of the language, newest first."""
    facts = facts_at("/quotes/", get_language() or "", timezone.now())
    return _list(
        request,
        Quote,
        title=_("Quotes"),
        template="quotes/list.html",
        facts=facts,
        order_by=("-first_published", "pk"),
        entries=lambda shown, parts: cards_of(shown, parts, facts.language),
    )


@require_safe
def experts(request: HttpRequest) -> HttpResponse:
    """The experts, by family name."""
    facts = facts_at("/experts/", get_language() or "", timezone.now())
    return _list(
        request,
        Expert,
        title=_("Experts"),
        template="quotes/expert_list.html",
        facts=facts,
        order_by=(KeyTextTransform("sort_key", "revision__snapshot"), "pk"),
        entries=lambda shown, _parts: [_expert_card(edition, facts.language) for edition in shown],
    )


def _list(
    request: HttpRequest,
    model: type[Publishable],
    *,
    title: str | Promise,
    template: str,
    facts: PageFacts,
    order_by: Sequence[str | KeyTextTransform],
    entries: Callable[[Sequence[Edition], Parts], Sequence[object]],
) -> HttpResponse:
    number, next_change = count_live(model.kind_name, facts)
    if not number:
        elsewhere = entries_elsewhere(model.kind_name, facts)
        empty = EmptyPage(title, facts, elsewhere, next_change)
        return render(request, "empty_language.html", {"page": empty})
    editions = Edition.objects.live(facts.at).of_kind(model.kind_name, facts.language)
    editions = editions.select_related("revision__content").order_by(*order_by)
    paginator = Paginator(editions, PER_PAGE)
    paginator.count = number
    shown, parts = paginator.get_page(request.GET.get("page")), LiveParts(facts.at)
    page = ListPage(
        title=title,
        facts=facts,
        entries=list(entries(list(shown), parts)),
        page_obj=shown,
        next_change=facts.next_change(next_change, *parts.moments),
    )
    return render(request, template, {"page": page})


def _expert_card(edition: Edition, language: str) -> Card:
    snapshot = edition.read()
    now = current_affiliation(snapshot)
    what = (role_of(now, language), now["organisation"]) if now else ()
    return Card(
        title=expert_name(snapshot, language),
        path=edition.path,
        summary=" · ".join(filter(None, what)),
    )


@require_safe
def evidence_file(request: HttpRequest, pk: int) -> FileResponse:
    """A file of evidence, to save, for staff who may see quotes; nobody else learns it is there."""
    if not (request.user.is_staff and may(request.user, Right.VIEW, Quote)):
        raise Http404
    evidence = get_object_or_404(Evidence.objects.exclude(file=""), pk=pk)
    try:
        file = evidence.file.open()
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        file,
        as_attachment=True,
        filename=PurePath(evidence.file.name).name,
        content_type="application/octet-stream",
        headers={
            "Cache-Control": "private, no-store",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
