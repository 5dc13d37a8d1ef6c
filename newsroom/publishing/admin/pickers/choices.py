"""What can be picked: what people see of it, and the address that finds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language

from newsroom.dates.display import display
from newsroom.publishing.status import Status


@dataclass(frozen=True)
class Choice:
    """What a picker shows of something: its words, a second line, where it stands, a picture.

    `language` is that of the words, `thumbnail` the address of the picture.
    """

    label: str
    detail: str = ""
    badge: Status | None = None
    thumbnail: str = ""
    language: str = ""

    def html(self) -> SafeString:
        """It as markup, in results and in forms alike."""
        return render_to_string("admin/publishing/pickers/choice.html", {"choice": self})


class Pickable(admin.ModelAdmin):  # type: ignore[type-arg]
    """The admin of what pickers choose. Subclasses say how it looks, and what that needs.

    Who may not view the model finds nothing. `search_fields` are searched; the first of them
    says what fits best.
    """

    def choices(self, request: HttpRequest) -> QuerySet[Any]:
        """What may be picked, with all that `choice` reads."""
        return self.get_queryset(request)

    def choice(self, obj: Any) -> Choice:
        return Choice(str(obj))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.choices_view)
        return [path("choices/", view, name=self._page("choices")), *super().get_urls()]

    def choices_view(self, request: HttpRequest) -> JsonResponse:
        from .search import answer

        return answer(self, request)

    def choices_url(self) -> str:
        return reverse(f"admin:{self._page('choices')}")

    def change_url(self, obj: Any) -> str:
        return reverse(f"admin:{self._page('change')}", args=[obj.pk])

    def add_url(self) -> str:
        return reverse(f"admin:{self._page('add')}")

    def _page(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"


def second_line(*parts: str | Promise | None, length: int = 140) -> str:
    """What is known of these, in one line."""
    return Truncator(" · ".join(str(part) for part in parts if part)).chars(length)


def date_in_words(edtf: str) -> str:
    """A date as this person reads it; "" where there is none."""
    return display(edtf, get_language() or settings.LANGUAGE_CODE).text if edtf else ""


def with_facts(choices: QuerySet[Any], *names: str) -> QuerySet[Any]:
    """With what `fact` reads: a translation's facts stand on its original."""
    original = choices.model._base_manager.filter(pk=OuterRef("original_id"))
    facts = {f"fact_{name}": Subquery(original.values(name)[:1]) for name in names}
    return choices.annotate(**facts)


def fact(obj: Any, name: str) -> Any:
    return getattr(obj, name) or getattr(obj, f"fact_{name}")
