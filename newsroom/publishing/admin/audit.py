"""The audit, for admins to read. Nobody changes it here or elsewhere."""

from __future__ import annotations

import json

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.audit import AuditEntry


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("number", "at", "by", "action", "label")
    list_filter = ("action",)
    search_fields = ("by", "label")
    date_hierarchy = "at"
    show_full_result_count = False
    fields = ("number", "at", "by", "action", "label", "told", "hash", "previous")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False

    @admin.display(description=_("details"))
    def told(self, entry: AuditEntry) -> SafeString:
        details = json.dumps(entry.details, indent=2, ensure_ascii=False)
        return format_html("<pre>{}</pre>", details)
