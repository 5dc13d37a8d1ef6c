"""The form with what is kept of it: offered, brought back, and dropped once it is saved."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, OperationalError
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from js_asset import ImportMap, Media

from newsroom.publishing.admin.forms import BROUGHT_BACK
from newsroom.publishing.admin.moments import hour
from newsroom.publishing.admin.requests import as_key, staff
from newsroom.publishing.admin.standing import Standing
from newsroom.publishing.content import Publishable
from newsroom.unsaved import buffers
from newsroom.unsaved.names import form_of
from newsroom.unsaved.pairs import CannotBeKept, pairs_of, posted_again

from .conflicts import conflict_of
from .marks import BRING_BACK, OPENED, SAVED_COOKIE, STAMP, TAB
from .pings import UnsavedPage

COOKIE_SECONDS = 24 * 60 * 60
MODULES = ("notices", "offers", "pairs", "sending", "server", "shelf", "tabs", "work")
MEDIA = Media(
    importmap=ImportMap({f"unsaved/{name}": f"admin_desk/unsaved/{name}.js" for name in MODULES}),
    js=[Script("admin_desk/unsaved/form.js", type="module")],
)

logger = logging.getLogger(__name__)


class KeepsUnsaved(admin.ModelAdmin):  # type: ignore[type-arg]
    def get_urls(self) -> list[URLPattern]:
        page = UnsavedPage.as_view(model_admin=self)
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("add/unsaved/", page, name=f"{name}_add_unsaved"),
            path("<int:object_id>/unsaved/", page, name=f"{name}_unsaved"),
            *super().get_urls(),
        ]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        form = self._form_of(object_id)
        if BRING_BACK in request.POST and not _put_back(request, form):
            return redirect(request.get_full_path())
        request.was_saved = False  # type: ignore[attr-defined]
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except (OperationalError, OSError):
            return self._form_again(request, object_id, form_url, extra_context)
        except (PermissionDenied, IntegrityError):
            # Rights may come back, and what the database minds may go.
            _keep(request, form)
            raise
        if request.was_saved:  # type: ignore[attr-defined]
            _say_so(request, response)
        elif BROUGHT_BACK not in request.POST:
            _keep(request, form)
        return response

    def _form_of(self, object_id: str | None) -> str:
        return form_of(self.model, as_key(unquote(object_id)) if object_id else None)

    def _form_again(self, request: HttpRequest, *args: Any) -> HttpResponse:
        """The disk is full or the database away: nothing was written, the text is shown again."""
        logger.exception("A draft could not be stored.")
        text = _("Not saved: the server has no room or is busy. Your text is still here.")
        messages.error(request, text)
        posted = request.POST.copy()
        posted[BROUGHT_BACK] = "yes"
        request.POST = posted  # type: ignore[assignment]
        response = super().changeform_view(request, *args)
        response.status_code = 503
        return response

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        buffers.drop(staff(request), request.POST.get(TAB, ""))
        request.was_saved = True

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["unsaved"] = self._unsaved(request, context)
        form, standing = context["adminform"].form, context.get("standing")
        if form.conflict and standing and standing.head:
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            opened = context["unsaved"]["marks"][OPENED]
            context["conflict"] = conflict_of(form, formsets, standing.head, opened, staff(request))
        response: Any = super().render_change_form(request, context, *args, **kwargs)
        shown = response.context_data
        if shown["has_change_permission"] or shown["add"]:
            shown["media"] += MEDIA
        return cast("HttpResponse", response)

    def _unsaved(self, request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
        """What the page has to know to keep what is typed into it, and to offer what was."""
        content = context["original"]
        form = form_of(self.model, content.pk if content else None)
        marks = _marks(request, context.get("standing"))
        return {
            "form": form,
            "url": self._address_of_pings(content),
            "marks": marks,
            "is_bound": context["adminform"].form.is_bound,
            "was_brought_back": BROUGHT_BACK in request.POST,
            "kept": _kept_elsewhere(request, form, marks[TAB]),
        }

    def _address_of_pings(self, content: Publishable | None) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        if content is None:
            return reverse(f"{name}_add_unsaved")
        return reverse(f"{name}_unsaved", args=[content.pk])


def _marks(request: HttpRequest, standing: Standing | None) -> dict[str, str]:
    """The fields by which copies of this opening of the form are known, as they were sent."""
    head = standing.head.number if standing and standing.head else ""
    tab = request.POST.get(TAB, "")
    return {
        TAB: tab if buffers.is_tab(tab) else get_random_string(32),
        STAMP: request.POST.get(STAMP, ""),
        OPENED: request.POST.get(OPENED, str(head)),
    }


def _kept_elsewhere(request: HttpRequest, form: str, tab: str) -> list[dict[str, str]]:
    """What other tabs left on the server: to be offered, by the title that was typed."""
    left = buffers.kept(staff(request), form).exclude(tab=tab)
    return [
        {
            "tab": buffer.tab,
            "stamp": buffer.stamp,
            "title": posted_again(buffer.body).get("title", ""),
            "at": hour(buffer.saved_at),
            "machine": buffer.saved_at.isoformat(),
        }
        for buffer in left
    ]


def _put_back(request: HttpRequest, form: str) -> bool:
    """Make the request say what the server kept, and that it is not to be saved yet."""
    buffer = buffers.kept_in(staff(request), request.POST[BRING_BACK])
    if buffer is None or buffer.form != form:
        messages.warning(request, _("The server does not keep this any more."))
        return False
    posted = posted_again(buffer.body)
    posted[TAB], posted[STAMP], posted[BROUGHT_BACK] = buffer.tab, buffer.stamp, "yes"
    request.POST = posted  # type: ignore[assignment]
    return True


def _keep(request: HttpRequest, form: str) -> None:
    """What was sent and refused is kept here, too: the browser may be gone before it pings."""
    with suppress(CannotBeKept, DatabaseError):
        buffers.keep(
            user=staff(request),
            form=form,
            tab=request.POST.get(TAB, ""),
            stamp=request.POST.get(STAMP, ""),
            pairs=pairs_of(request.POST),
        )


def _say_so(request: HttpRequest, response: HttpResponse) -> None:
    """Tell the browser which text of which tab was saved: it forgets that one, and no other."""
    tab, stamp = request.POST.get(TAB, ""), request.POST.get(STAMP, "")
    if buffers.is_tab(tab) and stamp.isdecimal():
        response.set_cookie(
            SAVED_COOKIE + tab,
            stamp,
            max_age=COOKIE_SECONDS,
            path=reverse("admin:index"),
            secure=request.is_secure(),
            samesite="Lax",
        )
