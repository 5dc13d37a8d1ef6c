"""Contents of any kind: behind search boxes, and the way from a content to its page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from newsroom.publishing.content import Content
from newsroom.publishing.kinds import kind_of


def page_url(content: Content, page: str) -> str:
    """The admin's `page` ("change", "publish", "history" ...) of a content of any kind."""
    options = kind_of(content).model._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=[content.pk])


@admin.register(Content)
class ContentAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """No page of its own: it answers search boxes and leads on to the admin of the kind."""

    search_fields = ("title",)
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

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Content], search_term: str
    ) -> tuple[QuerySet[Content], bool]:
        if kind := request.GET.get("kind"):
            queryset = queryset.filter(kind=kind, original=None)
        return super().get_search_results(request, queryset, search_term)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return redirect("admin:index")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return redirect(page_url(get_object_or_404(Content, pk=object_id), "change"))
