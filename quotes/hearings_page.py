"""The page of all that was heard of a quote, where a moderator who erred takes it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.steps.page import StepPage
from newsroom.publishing.content import Content
from newsroom.publishing.refusals import Refused, Unexplained
from newsroom.publishing.rights import Right

from .hearing import take_back
from .models import Hearing


class TakeBackForm(forms.Form):
    hearing = forms.ModelChoiceField(Hearing.objects.none(), widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("reason"),
        help_text=gettext_lazy("It stays here and in the audit."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class HearingsPage(StepPage):
    """What counts and what was taken back, the newest first."""

    right = Right.DECIDE
    form_class = TakeBackForm
    heading = gettext_lazy("Heard in recordings")
    template_name = "admin/quotes/quote/hearings.html"

    @classmethod
    def is_for(cls, content: Content) -> bool:
        return Hearing.objects.filter(quote=content.pk).exists()

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        form.fields["hearing"].queryset = Hearing.objects.filter(quote=self.content.pk)
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = Hearing.objects.filter(quote=self.content.pk).order_by("-at", "-pk")
        hearings = found.select_related("by", "taken_back_by")
        return super().get_context_data(hearings=hearings, **kwargs)

    def take(self, form: forms.Form) -> str:
        data = form.cleaned_data
        take_back(hearing=data["hearing"], reason=data["reason"], by=self.by)
        if self.standing.live:
            return _("Taken back. Readers still see the quote: correct or withdraw it.")
        return _("Taken back. It counts no more.")

    def field_of(self, refusal: Refused) -> str | None:
        return "reason" if isinstance(refusal, Unexplained) else None

    def done_url(self) -> str:
        return page_url(self.content, "hearings")
