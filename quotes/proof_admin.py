"""The admin of quotes: whether the words are shown is told on saving, and heard on a page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from newsroom.publishing.admin.offered import offer
from newsroom.publishing.kinds import Snapshot
from newsroom.publishing.revisions import head_of

from .heard_page import HeardPage
from .hearings_page import HearingsPage
from .models import Quote
from .proof import prove
from .proof_findings import find_in_words

offer(Quote.kind_name, "hearings", HearingsPage)


class ProvesWords:
    opts: Any
    admin_site: Any

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(HeardPage.as_view(model_admin=self))
        name = f"{self.opts.app_label}_{self.opts.model_name}_heard"
        parent: Any = super()
        return [path("<path:object_id>/heard/", view, name=name), *parent.get_urls()]

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        parent: Any = super()
        parent.save_related(request, form, formsets, change)
        if head := head_of(form.instance):
            tell_whether_shown(request, head.read())


def tell_whether_shown(request: HttpRequest, snapshot: Snapshot) -> None:
    """At once: now the passage is at hand from which the words were copied."""
    found, proof = list(find_in_words(snapshot)), prove(snapshot)
    for finding in found:
        messages.warning(request, str(finding.message))
    if found or not proof.words:
        return
    if proof.matches:
        messages.info(request, _("The passage holds the words."))
    elif proof.evidence and not proof.is_heard:
        text = _("No passage to compare the words with: copy the one that holds them.")
        messages.info(request, text)
