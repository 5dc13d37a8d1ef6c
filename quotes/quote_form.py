"""The form of a quote: who said it may be left to what is known of the expert on that day."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import PublishableForm

from .attribution import attribution_on
from .models import Quote


class QuoteForm(PublishableForm):
    class Meta:
        help_texts = {
            "speaker": _(
                "As on that day, and it stays so. Left empty with an expert chosen: name, role and"
                " organisation of that day are filled in."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Somebody who may only look has no fields.
        if "speaker" in self.fields:
            self.fields["speaker"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "speaker" in cleaned and not cleaned["speaker"]:
            cleaned |= self._as_on_that_day(cleaned)
            if not cleaned["speaker"]:
                self.add_error("speaker", _("Say who said it, or choose the expert."))
        return cleaned

    def _as_on_that_day(self, cleaned: dict[str, Any]) -> dict[str, str]:
        """What was typed beside it stays. The facts of a translation stand on its original."""
        original = cleaned.get("original")
        expert = original.expert if original else cleaned.get("expert")
        said_on = original.said_on if original else _as_edtf(cleaned.get("said_on", ""))
        if not expert:
            return {}
        known = attribution_on(expert, said_on, cleaned.get("language", ""))
        return {name: cleaned.get(name) or words for name, words in known.items()}


def _as_edtf(typed: str) -> str:
    """Dates are typed in words. What is none has an error of its own."""
    field: Any = Quote._meta.get_field("said_on")
    try:
        return str(field.to_python(typed))
    except ValidationError:
        return ""
