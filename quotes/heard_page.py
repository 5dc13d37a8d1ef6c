"""The page on which a moderator says at which time words are heard in a recording."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.steps.page import StepPage
from newsroom.publishing.refusals import Impossible, Refused, Unexplained
from newsroom.publishing.rights import Right

from .hearing import hear
from .queue.addresses import back_to_queue


class HeardForm(forms.Form):
    """`evidence` is the row of the `revision` that was on the page."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    evidence = forms.IntegerField(widget=forms.HiddenInput)
    timecode = forms.CharField(
        label=gettext_lazy("heard at"),
        help_text=gettext_lazy("When the words begin, such as 12:34 or 1:02:34."),
        max_length=20,
    )


class HeardPage(StepPage):
    """Its form stands on the review page; here it stands again where something was amiss."""

    right = Right.DECIDE
    form_class = HeardForm
    heading = gettext_lazy("Heard in the recording")
    button = gettext_lazy("I heard exactly these words")

    def get_initial(self) -> dict[str, Any]:
        return {name: self.request.GET.get(name) for name in ("revision", "evidence")}

    def take(self, form: forms.Form) -> str:
        revision, data = self.asked_for(), form.cleaned_data
        if revision is None:
            raise Impossible(_("Nothing of it was saved yet."))
        hear(
            revision=revision,
            evidence=data["evidence"],
            timecode=data["timecode"],
            by=self.by,
        )
        return _("Noted. It counts as long as neither the words nor the recording change.")

    def field_of(self, refusal: Refused) -> str | None:
        return "timecode" if isinstance(refusal, Unexplained) else None

    def done_url(self) -> str:
        back = back_to_queue(self.request.POST, self.standing.waiting)
        return back or page_url(self.content, "review")
