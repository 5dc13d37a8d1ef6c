"""Contents of any kind: behind search boxes, and the way from a content to its page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from newsroom.publishing.content import Content
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.rights import Right, kinds_with
from newsroom.publishing.status import status_of

from .pickers import Choice, Pickable, second_line
from .requests import as_key


def page_url(content: Content, page: str) -> str:
    """The admin's `page` ("change", "publish", "history" ...) of a content of any kind."""
    options = kind_of(content).model._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=[content.pk])


@admin.register(Content)
class ContentAdmin(Pickable):
    """No page of its own: it answers pickers and leads on to the admin of the kind."""

    search_fields = ("title", "slug", "=id")
    ordering = ("title", "pk")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Content | None = None) -> bool:
        return bool(request.user.is_active and request.user.is_staff)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Content | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Content | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Content]:
        """Of the kinds that this person may see."""
        kinds = kinds_with(request.user, Right.VIEW)
        return super().get_queryset(request).filter(kind__in=kinds)

    def choices(self, request: HttpRequest) -> QuerySet[Content]:
        contents: Any = super().choices(request)
        return contents.with_status(timezone.now())

    def choice(self, obj: Content) -> Choice:
        kind = capfirst(kind_of(obj).model._meta.verbose_name)
        detail = second_line(kind, obj.get_language_display() if obj.language else "")
        return Choice(obj.title, detail, badge=status_of(obj), language=obj.language)

    def change_url(self, obj: Content) -> str:
        return page_url(obj, "change")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return redirect("admin:index")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        content = get_object_or_404(Content, pk=as_key(object_id))
        return redirect(page_url(content, "change"))
