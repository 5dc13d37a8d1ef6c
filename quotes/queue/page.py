"""The pages of the queue: the next quote, one quote, and what its script says of being there."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.generic.base import View

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.requests import staff
from newsroom.publishing.refusals import Blocked, Refused
from newsroom.publishing.reviews import REFUSALS, Decision, Review
from newsroom.publishing.rights import Right, may
from quotes.models import Quote

from . import claims
from .addresses import queue_url
from .filters import Filters
from .numbers import challenged, numbers_of
from .reasons import RefusalForm
from .rows import take_next, waiting_for
from .shown import quote_shown

_STEPS = {"approve": Decision.APPROVED, "ask": Decision.SENT_BACK, "reject": Decision.REJECTED}


class _Queue(View):
    """For those who decide on quotes."""

    model_admin: Any = None
    at: dt.datetime
    filters: Filters

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may(request.user, Right.DECIDE, Quote):
            raise PermissionDenied
        self.at, self.filters = timezone.now(), Filters(request.GET)
        return super().dispatch(request, *args, **kwargs)

    @property
    def by(self) -> User:
        return staff(self.request)

    @property
    def rows(self) -> QuerySet[Review]:
        return self.filters.of(waiting_for(self.by, self.at), self.at)

    def to_next(self) -> HttpResponse:
        """The next is there at once, already claimed; else the page that says that none is."""
        found = take_next(self.rows, self.by, self.at)
        return redirect(queue_url(found) + self.filters.query)

    def page(self, **context: Any) -> HttpResponse:
        context = {
            **self.model_admin.admin_site.each_context(self.request),
            "title": _("Moderation queue"),
            "opts": Quote._meta,
            "filters": self.filters,
            "numbers": numbers_of(self.rows, self.by, self.at),
            "challenges": challenged(self.by),
            **context,
        }
        return TemplateResponse(self.request, "admin/quotes/queue/page.html", context)


class QueueStart(_Queue):
    """The next quote; or, where none is left, that it is so."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if found := take_next(self.rows, self.by, self.at):
            return redirect(queue_url(found) + self.filters.query)
        return self.page(open_elsewhere=self.rows.exists())


class _OfOne(_Queue):
    review: Review

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reviews = Review.objects.filter(revision__content__kind=Quote.kind_name)
        reviews = reviews.select_related("revision__content", "revision__author", "decided_by")
        reviews = reviews.select_related("first_approved_by")
        self.review = get_object_or_404(reviews, pk=kwargs.pop("pk"))
        return super().dispatch(request, *args, **kwargs)

    def impossible(self) -> str:
        """Why this person cannot decide on it now, in words; they claim it where they can."""
        review = self.review
        if review.decision:
            return _("This was decided already: %(decision)s by %(who)s.") % {
                "decision": review.get_decision_display(),
                "who": review.decided_by,
            }
        if review.revision.author_id == self.by.pk:
            return _("You wrote this revision: somebody else has to decide on it.")
        if review.first_approved_by_id == self.by.pk:
            return _("You approved it already: a second person has to, too.")
        if not waiting_for(self.by, self.at).filter(pk=review.pk).exists():
            return _("Nobody waits for this decision any more.")
        if not claims.take(review, self.by, self.at):
            who = claims.holder(review, self.at)
            return _("%(who)s has this quote open. It is free again once they leave it.") % {
                "who": who or _("Somebody else")
            }
        return ""


class QueuePage(_OfOne):
    """One quote, with all that there is to know, and the decision."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.one(impossible=self.impossible())

    def post(self, request: HttpRequest) -> HttpResponse:
        step = request.POST.get("step", "")
        if step == "skip":
            claims.skip(self.review, self.by, self.at)
            messages.info(request, _("Skipped. It comes again after the others."))
            return self.to_next()
        if step not in _STEPS:
            return self.one(refusal=[_("Choose what to do with this quote.")])
        return self.decide(_STEPS[step])

    def decide(self, decision: Decision) -> HttpResponse:
        """What was typed stays, whatever stands in the way."""
        form = RefusalForm(decision, self.request.POST) if decision in REFUSALS else None
        if impossible := self.impossible():
            return self.one(form, impossible=impossible, typed=_typed(form))
        if form and not form.is_valid():
            return self.one(form)
        try:
            reason = form.reason if form else ""
            self.review = lifecycle.decide(
                review=self.review, decision=decision, by=self.by, reason=reason
            )
        except Refused as refusal:
            return self.one(form, refusal=_sentences(refusal))
        claims.forget(self.review)
        self.tell()
        return self.to_next()

    def tell(self) -> None:
        content = self.review.revision.content
        url, title = page_url(content, "change"), str(content) or _("Untitled")
        messages.success(
            self.request, format_html('{}: <a href="{}">{}</a>', self.review, url, title)
        )

    def one(self, form: RefusalForm | None = None, **context: Any) -> HttpResponse:
        if self.review.revision.erased_at:
            return redirect(page_url(self.review.revision.content, "review"))
        forms = {step: RefusalForm(_STEPS[step]) for step in ("ask", "reject")}
        if form:
            forms["ask" if form.decision == Decision.SENT_BACK else "reject"] = form
        shown = quote_shown(self.review, self.by, self.at)
        return self.page(**shown, ask=forms["ask"], reject=forms["reject"], **context)


class QueueHold(_OfOne):
    """What the page says while it is open: still here, or gone."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if "leave" in request.POST:
            claims.leave(self.review, self.by, self.at)
            return HttpResponse(status=204)
        return JsonResponse({"lost": self.impossible()})


def _sentences(refusal: Refused) -> list[str]:
    if isinstance(refusal, Blocked):
        return [str(finding.message) for finding in refusal.findings]
    return [str(refusal)]


def _typed(form: RefusalForm | None) -> str:
    return form.reason if form and form.is_valid() else ""
