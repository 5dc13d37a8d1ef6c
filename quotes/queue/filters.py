"""What a moderator wants to see of the queue, as its address says it."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import Revision
from newsroom.richtext.cleaning import clean_line
from quotes.models import Form, Level, Quote

ALL: tuple[str, Any] = ("", _("All"))
AGES = [(1, _("1 day")), (3, _("3 days")), (7, _("1 week")), (28, _("4 weeks"))]
# So many quotes at most are looked up one by one. More are soon met on the way through the queue.
FEW = 500
_OWN = {"language": "language", "expert": "speaker__icontains", "author": "revisions__author"}
_FACTS = ("form", "level")


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
        if age := self.chosen.get("age"):
            rows = rows.filter(asked_at__lte=at - dt.timedelta(days=int(age)))
        if author := self.chosen.get("author"):
            rows = rows.filter(revision__author=author)
        if {*_OWN, *_FACTS}.isdisjoint(self.chosen):
            return rows
        if self._few is None:
            fits = self._quotes.filter(pk=OuterRef("revision__content"))
            return rows.filter(Exists(fits))
        return rows.filter(pk__in=self._few)

    @property
    def _quotes(self) -> QuerySet[Quote]:
        """Of which the drafts are as wanted; a translation with the facts of its original."""
        own = {look: self.chosen[name] for name, look in _OWN.items() if name in self.chosen}
        facts = {name: self.chosen[name] for name in _FACTS if name in self.chosen}
        quotes = Quote.objects.filter(**own)
        if facts:
            originals = Quote.objects.filter(pk=OuterRef("original"), **facts)
            quotes = quotes.filter(Q(original=None, **facts) | Q(Exists(originals)))
        return quotes.order_by().values("pk")

    @cached_property
    def _few(self) -> list[int] | None:
        """Their reviews, where there are not many: no plan of a query has to guess that then."""
        keys = list(self._quotes.values_list("pk", flat=True)[: FEW + 1])
        if len(keys) > FEW:
            return None
        asked = Revision.objects.filter(content__in=keys, reviews__isnull=False)
        return list(asked.order_by().values_list("reviews", flat=True))
