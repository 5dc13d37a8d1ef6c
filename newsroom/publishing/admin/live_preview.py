"""The reader's page of what is typed now: in a pane beside the form, or as a page of its own."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.publishing.content import Publishable
from newsroom.publishing.kinds import Kind, kind_named
from newsroom.publishing.previews import SharedLink, shared_link
from newsroom.publishing.views import draft_page, unkept

from .standing import Standing
from .typed import Problem, Typed, typed

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pane:
    """What the form needs to show its preview; `link` is to what was saved last."""

    url: str
    link: SharedLink | None


class PreviewsLive(admin.ModelAdmin):  # type: ignore[type-arg]
    """An admin with a preview of what is typed. Looking at it writes nothing."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.live_preview))
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("add/live-preview/", view, name=f"{name}_add_live_preview"),
            path("<path:object_id>/live-preview/", view, name=f"{name}_live_preview"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        content = context["original"]
        writes = self.has_change_permission(request, content) if content else True
        if writes and not context["is_popup"] and self._kind.compose:
            context["preview"] = self._pane(content, context.get("standing"))
        return super().render_change_form(request, context, *args, **kwargs)

    def live_preview(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """What was deleted meanwhile is shown as the new draft that saving makes of it."""
        content = self.get_object(request, unquote(object_id)) if object_id else None
        state = typed(self, request, content)
        if self._kind.compose is None:
            raise Http404
        answer = _for_pane if request.headers.get("accept") == "application/json" else _whole
        return unkept(answer(request, self._kind, state))

    @property
    def _kind(self) -> Kind:
        return kind_named(self.model.kind_name)

    def _pane(self, content: Publishable | None, standing: Standing | None) -> Pane:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        if content is None:
            return Pane(reverse(f"{name}_add_live_preview"), None)
        head = standing.head if standing else None
        link = shared_link(head) if head and not head.erased_at else None
        return Pane(reverse(f"{name}_live_preview", args=[content.pk]), link)


def _for_pane(request: HttpRequest, kind: Kind, state: Typed) -> HttpResponse:
    """The page, or null where there is none, and what of the form it does not show as typed."""
    problems = list(state.problems())
    page = _composed(request, kind, state, in_pane=True)
    if page is None:
        problems.append(_cannot_show())
    return JsonResponse(
        {
            "page": page.content.decode() if page else None,
            "problems": [asdict(problem) for problem in problems],
        }
    )


def _whole(request: HttpRequest, kind: Kind, state: Typed) -> HttpResponse:
    problems = list(state.problems())
    page = _composed(request, kind, state, problems=problems)
    if page is None:
        context = {"title": _("Preview"), "problems": [*problems, _cannot_show()]}
        return render(request, "admin/publishing/no_preview.html", context)
    return page


def _composed(
    request: HttpRequest, kind: Kind, state: Typed, **context: object
) -> HttpResponse | None:
    """Half a draft may be more than a page can be made of: never an error for who writes it."""
    try:
        return draft_page(request, kind, kind.take(state.draft), **context)
    except Exception:
        logger.exception("There is no preview of this %s.", kind.name)
        return None


def _cannot_show() -> Problem:
    return Problem("", _("It cannot be shown as it is now. Nothing that you typed is lost."), "")
