"""What happens after a draft was saved: stay, submit or go on to publishing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Publishable
from newsroom.publishing.findings import Severity
from newsroom.publishing.inspection import apart_from_approval
from newsroom.publishing.refusals import Refused
from newsroom.publishing.reviews import is_approved
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import Right, may
from newsroom.richtext.cleaning import clean_line

from .contents import page_url
from .forms import OVERWRITE
from .requests import staff, tell_refusal

BUTTONS = ("_continue", "_submit", "_publish", OVERWRITE)


def answer(request: Any, content: Publishable) -> HttpResponse | None:
    """The answer to one of our buttons; None where Django's own answer is right.

    The draft is saved by now, and stays so: what this person may not do is told in words.
    """
    head = head_of(content)
    if head is None or not any(button in request.POST for button in BUTTONS):
        return None
    _tell_of_lost_comment(request)
    if "_publish" in request.POST and may(request.user, Right.PUBLISH, type(content)):
        return redirect(page_url(content, "publish"))
    _tell(request, head)
    if "_submit" in request.POST:
        _submit(request, head)
    return redirect(page_url(content, "change"))


def _tell_of_lost_comment(request: Any) -> None:
    """It goes with a revision, and there is none: it is said back, to be copied."""
    comment = clean_line(request.POST.get("comment", ""))
    if comment and not request.was_recorded:
        text = _("Nothing has changed, so your line on what changed was not kept: %(text)s")
        messages.warning(request, text % {"text": comment})


def _tell(request: Any, head: Revision) -> None:
    if request.was_recorded:
        saved = _("Saved as revision %(number)s.")
    else:
        saved = _("Nothing has changed since revision %(number)s: there is no new one.")
    messages.success(request, saved % {"number": head.number})
    if "_publish" in request.POST:
        text = _("You have no right to publish. Submit the draft: somebody who has it will look.")
        messages.warning(request, text)


def _submit(request: HttpRequest, head: Revision) -> None:
    if is_approved(head):
        messages.info(request, _("This revision is approved already."))
        return
    try:
        lifecycle.submit(revision=head, by=staff(request))
    except Refused as refusal:
        tell_refusal(request, refusal)
    else:
        messages.success(request, _("Submitted: somebody else will decide on it."))
        _tell_what_was_found(request, head)


def _tell_what_was_found(request: HttpRequest, head: Revision) -> None:
    """Its author can settle it while it waits, rather than hear of it when it is sent back."""
    found = apart_from_approval(head, timezone.now())
    number = sum(finding.severity == Severity.BLOCK for finding in found)
    if number:
        text = ngettext(
            "%(number)s finding must be settled before it can be published.",
            "%(number)s findings must be settled before it can be published.",
            number,
        )
        link, url = _("What was found"), page_url(head.content, "found")
        message = format_html('{} <a href="{}">{}</a>', text % {"number": number}, url, link)
        messages.warning(request, message)
