"""Words for those who do not see a picture: when they are needed, in one place.

Whoever fills in a picture's form gives words in one language at least, or says that it is
decorative. Several pictures at once come without, lest a drop be lost: the list marks them. What is
published needs words in its own language (`snapshots.lacks_words`). Decorative wins over words.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin import SimpleListFilter
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .models import Image

MISSING = Q(decorative=False, texts__isnull=True)


def are_missing(image: Image) -> bool:
    return not image.decorative and not image.texts.all()


class WordsFilter(SimpleListFilter):
    title = _("words")
    parameter_name = "words"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("missing", _("missing"))]

    def queryset(self, request: HttpRequest, images: QuerySet[Image]) -> QuerySet[Image]:
        return images.filter(MISSING) if self.value() == "missing" else images


class WordsFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    def clean(self) -> None:
        super().clean()
        if self.instance.decorative or any(form.errors for form in self.forms):
            return
        kept = [form for form in self.forms if not form.cleaned_data.get("DELETE")]
        if any(form.cleaned_data.get("alt") for form in kept):
            return
        message = gettext(
            "Say what the picture shows, in one language at least, or mark it as decorative."
        )
        if not kept:
            raise forms.ValidationError(message)
        kept[0].add_error("alt", message)
