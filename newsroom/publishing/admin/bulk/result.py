"""What came of a step on several contents."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from newsroom.publishing.rights import Right, may

from .outcomes import State, kept
from .page import OfSeveral

# What asks for attention comes first.
_ORDER = [State.REFUSED, State.DONE, State.NOTHING]


class ResultPage(OfSeveral, TemplateView):
    """For whoever took the step: it lies under that person's name."""

    template_name = "admin/publishing/bulk_result.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may(request.user, Right.VIEW, self.model_admin.model):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = kept(self.by, self.kwargs["once"])
        outcomes = (found or {}).get("outcomes", ())
        numbers = Counter(outcome["state"] for outcome in outcomes)
        groups = [
            {"state": state, "outcomes": [each for each in outcomes if each["state"] == state]}
            for state in _ORDER
            if numbers[state]
        ]
        own = {"groups": groups, "is_being_done": found == {}, "is_gone": found is None}
        heading = (found or {}).get("heading") or _("What came of it")
        return self.of_list(heading) | own | super().get_context_data(**kwargs)
