"""The one way from an address to a page, for readers and for previews."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .addresses import look_up
from .editions import Edition
from .kinds import Kind, Snapshot, kind_of
from .pages import PageFacts, facts_of
from .parts import DraftParts, LiveParts, Parts
from .previews import BadTokenError, revision_for


@require_safe
def content_page(request: HttpRequest, **_url: str) -> HttpResponse:
    """Whatever stands at this address now: the page, where it moved to, or that it is gone."""
    at, language = timezone.now(), get_language() or ""
    path = unicodedata.normalize("NFC", request.path_info.removeprefix(f"/{language}"))
    found = look_up(path, language, at)
    if found is None:
        raise Http404
    if not found.is_live:
        return gone(request, found.edition)
    if found.moved:
        return HttpResponsePermanentRedirect(iri_to_uri(f"/{language}{found.edition.path}"))
    kind, facts = kind_of(found.edition.content), facts_of(found, language, at)
    facts = replace(facts, page_asked=request.GET.get("page", ""))
    return _page(request, kind, found.edition.read(), LiveParts(at), facts)


@require_safe
@never_cache
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """A revision as readers would see it, for whoever holds the signed, expiring address."""
    try:
        revision = revision_for(token)
    except BadTokenError as error:
        raise Http404 from error
    return draft_page(request, kind_of(revision.content), revision.read())


def draft_page(
    request: HttpRequest, kind: Kind, snapshot: Snapshot, **context: object
) -> HttpResponse:
    """What is not public as readers would see it, with draft parts: nobody keeps or indexes it."""
    at = timezone.now()
    language = snapshot["language"] or get_language() or ""
    facts = PageFacts(language=language, path=kind.project(snapshot).path, at=at, is_public=False)
    # In the readers' language and time zone, not in those of who looks.
    with override(language), timezone.override(None):
        response = _page(request, kind, snapshot, DraftParts(at), facts, **context)
    return unkept(response)


def unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _page(
    request: HttpRequest,
    kind: Kind,
    snapshot: Snapshot,
    parts: Parts,
    facts: PageFacts,
    **context: object,
) -> HttpResponse:
    if kind.compose is None:
        raise Http404
    parts.load(kind.project(snapshot).uses)
    page = kind.compose(snapshot, parts, facts)
    return render(request, kind.template, {"page": page, **context})


def gone(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What is left at an address: that it is gone, and why where that is owed."""
    context = {
        "withdrawn_on": edition.live_until if edition.withdrawn else None,
        "reason": edition.withdrawal_reason,
    }
    return render(request, "410.html", context, status=410)
