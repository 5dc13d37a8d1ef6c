"""The page on which somebody says who bears the name of a public figure."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.offered import offer
from newsroom.publishing.admin.requests import as_key
from newsroom.publishing.admin.steps.page import ContentPage
from newsroom.publishing.content import Content
from newsroom.publishing.refusals import Refused
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import Right
from quotes.identity.findings import Namesake, claim_of, namesakes
from quotes.identity.models import Verdict
from quotes.identity.offices import Fit
from quotes.identity.review import SettleForm, identity_in_review
from quotes.identity.settling import settle
from quotes.models import Expert, Quote
from quotes.queue.addresses import back_to_queue


class IdentityPage(ContentPage, TemplateView):
    right = Right.DECIDE
    heading = gettext_lazy("Is it this person?")
    template_name = "admin/quotes/identity/page.html"

    @classmethod
    def is_for(cls, content: Content) -> bool:
        head = head_of(content)
        if head is None or head.erased_at:
            return False
        found = namesakes(claim_of(head.read(), content.kind))
        return any(namesake.fit != Fit.OFFICE for namesake in found)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        revision = self.asked_for()
        found = self._asked_about(revision) if revision else None
        if revision is None or found is None:
            messages.info(request, _("There is no such warning on this revision any more."))
            return redirect(self._back())
        form = SettleForm(found, request.POST)
        if form.is_valid() and self._settle(revision, found, form):
            return redirect(self._back())
        return self.render_to_response(self.get_context_data(asked={found.figure.pk: form}))

    def _asked_about(self, revision: Revision) -> Namesake | None:
        figure = as_key(self.request.POST.get("figure"))
        found = namesakes(claim_of(revision.read(), self.content.kind))
        return next((namesake for namesake in found if namesake.figure.pk == figure), None)

    def _settle(self, revision: Revision, found: Namesake, form: SettleForm) -> bool:
        verdict, reason = Verdict(form.cleaned_data["verdict"]), form.cleaned_data["reason"]
        try:
            with transaction.atomic():
                settle(
                    revision=revision,
                    figure=found.figure,
                    verdict=verdict,
                    reason=reason,
                    by=self.by,
                )
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return False
        messages.success(self.request, _("Settled. It holds as long as name and role stay so."))
        return True

    def _back(self) -> str:
        waiting = self.standing.waiting
        decides = waiting and waiting.revision.author_id != self.by.pk
        back = back_to_queue(self.request.POST, waiting)
        return back or page_url(self.content, "review" if decides else "found")

    def get_context_data(self, asked: Any = None, **kwargs: Any) -> dict[str, Any]:
        waiting, revision = self.standing.waiting, self.asked_for()
        if waiting and "revision" not in self.request.POST | self.request.GET:
            revision = waiting.revision
        identity = identity_in_review(revision, self.by, asked) if revision else None
        return super().get_context_data(identity=identity, **kwargs)


for _kind in (Quote.kind_name, Expert.kind_name):
    offer(_kind, "identity", IdentityPage)
