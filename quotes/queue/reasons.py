"""Why a quote comes back or is turned down: a sentence from a short list, own words, or both."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.reviews import Decision

REASONS: dict[str, list[tuple[str, str | Promise]]] = {
    Decision.SENT_BACK: [
        ("source", gettext_lazy("Name a source that others can look up.")),
        ("passage", gettext_lazy("Copy the passage that holds the words.")),
        ("record", gettext_lazy("Add the recording, the transcript or the letter.")),
        ("occasion", gettext_lazy("Say when and where it was said.")),
        ("speaker", gettext_lazy("Say how we know that it is this person.")),
    ],
    Decision.REJECTED: [
        ("not_said", gettext_lazy("The evidence does not hold these words.")),
        ("unreliable", gettext_lazy("The source cannot be relied upon.")),
        ("twice", gettext_lazy("We have this quote already.")),
        ("misleads", gettext_lazy("Cut like this, the words mislead.")),
        ("consent", gettext_lazy("The speaker did not agree to be quoted.")),
    ],
}
LONGEST = 2000


class RefusalForm(forms.Form):
    why = forms.ChoiceField(label=gettext_lazy("reason"), widget=forms.RadioSelect, required=False)
    words = forms.CharField(
        label=gettext_lazy("in your own words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, decision: Decision, data: Any = None) -> None:
        super().__init__(data, auto_id=f"{decision}-%s")
        self.decision = decision
        why: Any = self.fields["why"]
        why.choices = REASONS[decision]
        self._sentences = dict(REASONS[decision])

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.reason:
            raise ValidationError(_("Choose a reason, or write one: the author has to know."))
        return self.cleaned_data

    @property
    def reason(self) -> str:
        said = self.cleaned_data.get
        sentence = str(self._sentences.get(said("why") or "", ""))
        return "\n\n".join(filter(None, (sentence, said("words", ""))))
