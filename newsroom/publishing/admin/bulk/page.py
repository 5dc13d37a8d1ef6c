"""The page before a step on several contents: what is chosen, what will be done, one question."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from newsroom.publishing.admin.lists import standing_in_words
from newsroom.publishing.admin.requests import staff
from newsroom.publishing.refusals import Stale
from newsroom.publishing.rights import Right, may

from .chosen import MOST, Seen, keys_in, seen_in
from .outcomes import Done, NothingToDo, Outcome, claim, gone, keep, outcome

BACK = "_changelist_filters"


class OfSeveral:
    """Below the address of a list; `BACK` keeps what the list was asked for."""

    model_admin: Any = None
    request: HttpRequest

    @property
    def by(self) -> Any:
        return staff(self.request)

    def address(self, page: str, *args: Any) -> str:
        opts = self.model_admin.opts
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)

    @property
    def back_url(self) -> str:
        return f"{self.address('changelist')}?{self.request.GET.get(BACK, '')}".rstrip("?")

    def of_list(self, heading: Any) -> dict[str, Any]:
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "title": heading,
            "opts": self.model_admin.opts,
            "back_url": self.back_url,
        }


class SeveralForm(forms.Form):
    """`once` names this opening of the page: sent twice, it is taken once."""

    once = forms.UUIDField(widget=forms.HiddenInput)


class SeveralPage(OfSeveral, FormView):  # type: ignore[type-arg]
    """Subclasses say in `nothing_to_do` what they leave alone, and take the step in `take`."""

    right = Right.PUBLISH
    form_class: Any = SeveralForm
    heading: str | Promise = ""
    button: str | Promise = ""
    explanation: str | Promise = ""
    template_name = "admin/publishing/bulk.html"

    def allowed(self) -> bool:
        return may(self.request.user, self.right, self.model_admin.model)

    def nothing_to_do(self, row: Any) -> str:
        """Why the step would change nothing, as far as the row alone tells; else ""."""
        return ""

    def take(self, row: Any, seen: Seen, data: dict[str, Any]) -> Done:
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.allowed():
            raise PermissionDenied
        if len(self.keys) > MOST:
            messages.warning(request, too_many(len(self.keys)))
            return redirect(self.back_url)
        if not self.rows:
            messages.warning(request, _("Nothing is chosen, or it is not there any more."))
            return redirect(self.back_url)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def seen(self) -> dict[int, Seen]:
        """The state that was on the page, which is not what is found now."""
        return seen_in(self.request.POST.getlist("item"))

    @property
    def keys(self) -> list[int]:
        return list(self.seen) if self.request.method == "POST" else self._asked

    @cached_property
    def _asked(self) -> list[int]:
        return keys_in(self.request.GET.get("ids", ""))

    @cached_property
    def rows(self) -> list[Any]:
        """In the order in which steps are taken."""
        return sorted(self.model_admin.rows(self.request, self.keys), key=self.order)

    def order(self, row: Any) -> tuple[int, int]:
        """Originals before their translations."""
        return row.original_id or 0, row.pk

    def get_initial(self) -> dict[str, Any]:
        return {"once": uuid.uuid4()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        items = [
            {
                "row": row,
                "standing": standing_in_words(row),
                "token": self.seen.get(row.pk, Seen.of(row)).token,
                "nothing_to_do": self.nothing_to_do(row),
            }
            for row in self.rows
        ]
        own = {"items": items, "explanation": self.explanation, "button": self.button}
        return self.of_list(self.heading) | own | super().get_context_data(**kwargs)

    def form_valid(self, form: Any) -> Any:
        once = form.cleaned_data["once"]
        if claim(self.by, once):
            keep(self.by, once, str(self.heading), self._outcomes(form.cleaned_data))
        kept = QueryDict(mutable=True)
        kept[BACK] = self.request.GET.get(BACK, "")
        return redirect(f"{self.address('several_result', once)}?{kept.urlencode()}")

    def _outcomes(self, data: dict[str, Any]) -> list[Outcome]:
        there = [self._outcome(row.pk, data) for row in self.rows]
        lost = self.seen.keys() - {row.pk for row in self.rows}
        return [*there, *(gone(key) for key in sorted(lost))]

    def _outcome(self, key: int, data: dict[str, Any]) -> Outcome:
        """Looked up anew: the steps before it took their time."""
        row = self.model_admin.get_queryset(self.request).filter(pk=key).first()
        return outcome(row, partial(self._take, row, data)) if row else gone(key)

    def _take(self, row: Any, data: dict[str, Any]) -> Done:
        if words := self.nothing_to_do(row):
            raise NothingToDo(words)
        if Seen.of(row) != self.seen[row.pk]:
            raise changed_meanwhile()
        return self.take(row, self.seen[row.pk], data)


def changed_meanwhile() -> Stale:
    return Stale(_("This was changed meanwhile: look again, then take the step once more."))


def too_many(number: int) -> str:
    text = _("You chose %(number)s. At most %(most)s are taken at once: narrow the list first.")
    return text % {"number": number, "most": MOST}
