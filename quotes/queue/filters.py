"""What a moderator wants to see of the queue, as its address says it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.reviews import Review
from newsroom.richtext.cleaning import clean_line
from quotes.models import Form, Level

ALL: tuple[str, Any] = ("", _("All"))
AGES = [(1, _("1 day")), (3, _("3 days")), (7, _("1 week")), (28, _("4 weeks"))]
_LOOKUPS = {
    "language": "revision__content__language",
    "form": "revision__snapshot__form",
    "level": "revision__snapshot__level",
    "author": "revision__author",
    "expert": "revision__snapshot__speaker__icontains",
}


class FilterForm(forms.Form):
    """What makes no sense is left out."""

    language = forms.ChoiceField(
        label=_("language"), choices=[ALL, *settings.LANGUAGES], required=False
    )
    form = forms.ChoiceField(label=_("form"), choices=[ALL, *Form.choices], required=False)
    level = forms.ChoiceField(label=_("level"), choices=[ALL, *Level.choices], required=False)
    author = forms.ModelChoiceField(
        User.objects.filter(is_staff=True).order_by("username"),
        label=_("written by"),
        empty_label=ALL[1],
        required=False,
    )
    expert = forms.CharField(label=_("said by"), max_length=200, required=False)
    age = forms.ChoiceField(label=_("waiting for at least"), choices=[ALL, *AGES], required=False)

    def clean_expert(self) -> str:
        return clean_line(self.cleaned_data["expert"])


class Filters:
    def __init__(self, asked: QueryDict) -> None:
        self.form = FilterForm(asked, auto_id="filter-%s", use_required_attribute=False)
        self.form.full_clean()
        self.chosen = {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        """The same, for the address of the next quote; "" where nothing is filtered."""
        asked = QueryDict(mutable=True)
        asked.update({name: getattr(value, "pk", value) for name, value in self.chosen.items()})
        return f"?{asked.urlencode()}" if asked else ""

    def of(self, rows: QuerySet[Review], at: dt.datetime) -> QuerySet[Review]:
        wanted = {look: self.chosen[name] for name, look in _LOOKUPS.items() if name in self.chosen}
        if age := self.chosen.get("age"):
            wanted["asked_at__lte"] = at - dt.timedelta(days=int(age))
        return rows.filter(**wanted)
