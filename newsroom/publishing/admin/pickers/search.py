"""The answer to what somebody types into a picker."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.publishing.content import Content
from newsroom.richtext.cleaning import clean_line

from .choices import Pickable
from .shelf import Shelf

PER_PAGE = 12
_MOST_PAGES = 1000


class Question(forms.Form):
    """What is asked: words in any order, or one thing by its id.

    `language` is that of the form; `originals` asks for what a piece may be a translation of.
    """

    q = forms.CharField(max_length=200, required=False)
    language = forms.ChoiceField(choices=settings.LANGUAGES, required=False)
    originals = forms.BooleanField(required=False)
    page = forms.IntegerField(min_value=1, max_value=_MOST_PAGES, required=False)
    id = forms.IntegerField(min_value=0, max_value=2**53, required=False)

    def clean_q(self) -> str:
        """Letters are written as they are stored."""
        return clean_line(self.cleaned_data["q"])


def answer(model_admin: Pickable, request: HttpRequest) -> JsonResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    question = Question(request.GET)
    if not question.is_valid():
        return JsonResponse({"errors": question.errors}, status=400)
    asked, shelf = question.cleaned_data, Shelf(model_admin, request)
    if asked["id"] is not None:
        return JsonResponse({"results": _results(shelf, [asked["id"]])})
    keys, more = found(model_admin, request, asked)
    results = _results(shelf, keys)
    before = ((asked["page"] or 1) - 1) * PER_PAGE
    return JsonResponse(
        {"results": results, "more": more, "said": said(before + len(results), more)}
    )


def found(
    model_admin: Pickable, request: HttpRequest, asked: dict[str, Any]
) -> tuple[list[int], bool]:
    """The keys on one page of what a valid question finds, and whether there are more."""
    page = asked["page"] or 1
    start = (page - 1) * PER_PAGE
    keys = list(_found(model_admin, request, asked)[start : start + PER_PAGE + 1])
    return keys[:PER_PAGE], len(keys) > PER_PAGE and page < _MOST_PAGES


def _found(
    model_admin: Pickable, request: HttpRequest, asked: dict[str, Any]
) -> QuerySet[Any, Any]:
    """The keys of what fits, what fits best and is newest first."""
    choices = _in_language(model_admin.choices(request), asked["language"], asked["originals"])
    fitting, doubled = model_admin.get_search_results(request, choices, asked["q"])
    if doubled:
        fitting = choices.filter(pk__in=fitting.values("pk"))
    first = str(model_admin.get_search_fields(request)[0])
    starts, has = ({f"{first}__{how}": asked["q"]} for how in ("istartswith", "icontains"))
    fit = Case(When(**starts, then=Value(0)), When(**has, then=Value(1)), default=Value(2))
    ordered = fitting.order_by(fit, "-pk") if asked["q"] else fitting.order_by("-pk")
    return ordered.values_list("pk", flat=True)


def _in_language(choices: QuerySet[Any], language: str, originals: bool) -> QuerySet[Any]:
    """Pages never mix languages: they show what is in their own, or in none.

    A translation has its original in another one.
    """
    if not issubclass(choices.model, Content):
        return choices
    if originals:
        return choices.filter(original=None).exclude(language=language)
    return choices.filter(language__in=("", language)) if language else choices


def _results(shelf: Shelf, keys: Collection[int]) -> list[dict[str, str]]:
    return [
        {"id": str(key), "label": card.choice.label, "html": card.choice.html(), "url": card.url}
        for key, card in shelf.cards(keys)
    ]


def said(number: int, more: bool) -> str:
    """What a screen reader says, and what stands below the results."""
    if not number:
        return _("Nothing found.")
    if more:
        return _("The first %(number)d results. Go on down for more.") % {"number": number}
    return ngettext("%(number)d result.", "%(number)d results.", number) % {"number": number}
