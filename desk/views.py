"""The pages of the desk besides the start page."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from newsroom.publishing.admin.contents import ContentAdmin
from newsroom.publishing.admin.pickers.search import Question, found
from newsroom.publishing.admin.pickers.shelf import Shelf
from newsroom.publishing.admin.requests import staff
from newsroom.publishing.content import Content

from .work import offered_to

PER_PAGE = 50


def work(request: HttpRequest, name: str) -> HttpResponse:
    """All of one list of work, for whoever has it on their desk."""
    wanted = next((each for each in offered_to(staff(request)) if each.name == name), None)
    if wanted is None:
        raise Http404
    page = Paginator(wanted.rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": wanted.title,
        "page": page,
        "items": [wanted.item(row) for row in page],
    }
    return TemplateResponse(request, "desk/work.html", context)


def find(request: HttpRequest) -> HttpResponse:
    """What bears these words: a page for all that the dialog has no room for, or no script."""
    question = Question(request.GET)
    question.full_clean()
    asked = {"q": "", "language": "", "originals": False, "page": 1} | question.cleaned_data
    context = {
        **admin.site.each_context(request),
        "title": _("Search"),
        "asked": asked["q"],
        **(_found(request, asked) if asked["q"] else {}),
    }
    return TemplateResponse(request, "desk/find.html", context)


def _found(request: HttpRequest, asked: dict[str, Any]) -> dict[str, Any]:
    contents = cast("ContentAdmin", admin.site.get_model_admin(Content))
    keys, more = found(contents, request, asked)
    number = asked["page"] or 1
    return {
        "cards": [card for _key, card in Shelf(contents, request).cards(keys)],
        "before": number - 1,
        "after": number + 1 if more else None,
    }
