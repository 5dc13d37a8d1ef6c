"""What the editor asks while somebody cites a source: which there are, and what notes stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse

from newsroom.dates.display import display
from newsroom.richtext.notes import is_source_id

from .models import Source

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

FOUND = 20
"""Sources shown at once while somebody types."""
ASKED_FOR = 500
"""Notes in one form whose sources are looked up."""


def sources(model_admin: ModelAdmin[Source], request: HttpRequest) -> JsonResponse:
    """The sources of the given `id`s, else those that fit the `term`."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    rows = Source.objects.all()
    if "id" in request.GET:
        keys = filter(is_source_id, request.GET.getlist("id")[:ASKED_FOR])
        rows = rows.filter(pk__in=list(keys))
    else:
        term = request.GET.get("term", "").replace("\0", "")
        rows, _may_repeat = model_admin.get_search_results(request, rows, term)
        rows = rows.order_by(*model_admin.get_ordering(request))[:FOUND]
    return JsonResponse({"sources": [_told(source, request) for source in rows]})


def _told(source: Source, request: HttpRequest) -> dict[str, Any]:
    date = source.published_on
    language = getattr(request, "LANGUAGE_CODE", "en")
    about = (source.author, source.publisher, display(date, language).text if date else "")
    return {"id": source.pk, "title": source.title, "about": " · ".join(filter(None, about))}
