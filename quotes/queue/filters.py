"""What a moderator wants to see of the queue, as its address says it."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
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
        if self._few is not None:
            return rows.filter(pk__in=self._few)
        rows = rows.filter(_fits(self._drafts("language").filter(self._have_facts)))
        if "expert" not in self.chosen:
            return rows
        # PostgreSQL takes what is searched for within names to be rare, and would begin with it.
        named = When(_fits(self._drafts("expert")), then=Value(True))
        return rows.filter(Case(named, default=Value(False)))

    @cached_property
    def _few(self) -> list[int] | None:
        """Their reviews, where there are not many: no plan of a query has to guess that then."""
        keys = _few_of(self._drafts(*_OWN).filter(self._have_facts))
        if keys is None:
            return None
        asked = Revision.objects.filter(content__in=keys, reviews__isnull=False)
        return list(asked.order_by().values_list("reviews", flat=True))

    def _drafts(self, *names: str) -> QuerySet[Quote]:
        """Quotes whose drafts are as wanted in these."""
        own = {_OWN[name]: self.chosen[name] for name in names if name in self.chosen}
        return Quote.objects.filter(**own).order_by()

    @cached_property
    def _have_facts(self) -> Q:
        """Where facts stand: on the quote, or on the original of a translation."""
        facts = {name: self.chosen[name] for name in _FACTS if name in self.chosen}
        if not facts:
            return Q()
        keys = _few_of(Quote.objects.filter(original=None, **facts))
        if keys is not None:
            translations = Quote.objects.filter(original__in=keys).values_list("pk", flat=True)
            return Q(pk__in=[*keys, *translations])
        originals = Quote.objects.filter(pk=OuterRef("original"), **facts)
        return Q(original=None, **facts) | Q(Exists(originals))


def _fits(quotes: QuerySet[Quote]) -> Exists:
    return Exists(quotes.filter(pk=OuterRef("revision__content")))


def _few_of(quotes: QuerySet[Quote]) -> list[int] | None:
    keys = list(quotes.values_list("pk", flat=True)[: FEW + 1])
    return keys if len(keys) <= FEW else None
