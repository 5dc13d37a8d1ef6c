"""What the worker did, for admins: the tasks' own page would show the text of mails."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest
from django_tasks_db.models import DBTaskResult


class TaskAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("task_name", "status", "enqueued_at", "finished_at", "exception_class_path")
    list_filter = ("status",)
    list_display_links = None
    ordering = ("-enqueued_at",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """The list alone: a task's arguments are nobody's to read."""
        return obj is None and bool(request.user.is_active and request.user.is_superuser)


admin.site.unregister(DBTaskResult)
admin.site.register(DBTaskResult, TaskAdmin)
