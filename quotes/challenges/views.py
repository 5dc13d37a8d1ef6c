"""The page on which readers say what is wrong with a quote."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language, gettext

from newsroom.publishing.addresses import Found, look_up
from newsroom.publishing.pages import PageFacts, facts_of
from newsroom.publishing.parts import LiveParts
from newsroom.publishing.refusals import Refused
from newsroom.publishing.views import gone
from newsroom.reader_forms import reader_form
from quotes.cards import QuoteCard, cards_of

from .forms import ChallengeForm
from .models import Objection
from .steps import challenge

_HERE = "challenge/"


@dataclass(frozen=True)
class ChallengePage:
    """A live quote, with a form about it. Nobody stores it."""

    title: str
    quote: QuoteCard
    facts: PageFacts
    next_change: None = None


@reader_form(ChallengeForm)
def challenge_page(request: HttpRequest, form: ChallengeForm, slug: str) -> HttpResponse:
    at, language = timezone.now(), get_language() or ""
    found = look_up(unicodedata.normalize("NFC", f"/quotes/{slug}/"), language, at)
    if found is None:
        raise Http404
    if not found.is_live:
        return gone(request, found.edition)
    if found.moved:
        return redirect(iri_to_uri(f"/{language}{found.edition.path}{_HERE}"))
    if form.is_accepted() and _is_kept(form, found):
        return redirect(f"{iri_to_uri(request.path)}?sent")
    context = {"page": _page(found, language, at), "form": form, "sent": "sent" in request.GET}
    return render(request, "quotes/challenge.html", context, status=form.status)


def _is_kept(form: ChallengeForm, found: Found) -> bool:
    said = form.cleaned_data
    try:
        challenge(
            edition=found.edition,
            objection=Objection(said["objection"]),
            explanation=said["explanation"],
            source=said["source"],
            contact=said["contact"],
        )
    except Refused as refusal:
        form.refuse(str(refusal), HTTPStatus.SERVICE_UNAVAILABLE)
        return False
    return True


def _page(found: Found, language: str, at: dt.datetime) -> ChallengePage:
    facts = facts_of(found, language, at)
    others = tuple(replace(other, path=f"{other.path}{_HERE}") for other in facts.alternates)
    [quote] = cards_of([found.edition], LiveParts(at), language)
    return ChallengePage(
        title=gettext("Something wrong with this quotation?"),
        quote=quote,
        facts=replace(facts, path=f"{facts.path}{_HERE}", alternates=others),
    )
