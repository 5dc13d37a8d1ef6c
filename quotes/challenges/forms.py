from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.reader_forms import CleanText, ReaderForm, WebAddress

from .models import Objection

LONGEST = 2_000


class ChallengeForm(ReaderForm):
    objection = forms.ChoiceField(
        label=gettext_lazy("What is wrong?"), choices=Objection.choices, widget=forms.RadioSelect
    )
    explanation = CleanText(
        label=gettext_lazy("What should we know?"),
        help_text=gettext_lazy("What was said instead, when and where, and how you know."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    source = WebAddress(
        label=gettext_lazy("Where can it be seen? (optional)"),
        help_text=gettext_lazy("The address of a page, such as https://example.org/page."),
        required=False,
    )
    contact = forms.EmailField(
        label=gettext_lazy("Your mail address (optional)"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        days = settings.CONTACT_OF_READERS_KEPT.days
        self.fields["contact"].help_text = _(
            "Only for questions that we may have. It is deleted after %(days)d days."
        ) % {"days": days}
