"""Lists for readers, and evidence for staff. Pages of their own come by `content_page`."""

from __future__ import annotations

from pathlib import PurePath

from django.db.models.fields.json import KeyTextTransform
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Edition, EditionQuerySet
from newsroom.publishing.lists import facts_here, list_page, render_list
from newsroom.publishing.rights import Right, may

from .cards import cards_of
from .expert_pages import expert_entry
from .models import Evidence, Expert, Quote


@require_safe
def quotes(request: HttpRequest) -> HttpResponse:
    """The quotes of the language, newest first."""
    facts = facts_here("/quotes/")
    page = list_page(
        request,
        _editions(Quote).order_by("-first_published", "pk"),
        title=_("Quotes"),
        facts=facts,
        entries=lambda shown, parts: cards_of(shown, parts, facts.language),
    )
    return render_list(request, "quotes/list.html", page)


@require_safe
def experts(request: HttpRequest) -> HttpResponse:
    """The experts, by family name."""
    facts = facts_here("/experts/")
    page = list_page(
        request,
        _editions(Expert).order_by(KeyTextTransform("sort_key", "revision__snapshot"), "pk"),
        title=_("Experts"),
        facts=facts,
        entries=lambda shown, _parts: [expert_entry(edition, facts.language) for edition in shown],
    )
    return render_list(request, "quotes/expert_list.html", page)


def _editions(model: type[Publishable]) -> EditionQuerySet:
    editions = Edition.objects.filter(kind=model.kind_name)
    return editions.select_related("revision__content")


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
        filename=PurePath(str(evidence.file.name)).name,
        content_type="application/octet-stream",
        headers={
            "Cache-Control": "private, no-store",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
