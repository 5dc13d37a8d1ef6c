"""Deleting in the admin where it is a step of the lifecycle, which may refuse it in words."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.refusals import Refused

from .requests import staff, tell_refusal


class DeletesByStep(admin.ModelAdmin):  # type: ignore[type-arg]
    """Subclasses say in `delete_step` which step it is."""

    actions = ("delete_selected",)

    def delete_step(self, obj: Model, by: User) -> None:
        raise NotImplementedError

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        self.delete_step(obj, staff(request))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except Refused as refusal:
            tell_refusal(request, refusal)
            options = self.opts.app_label, self.opts.model_name
            return redirect("admin:{}_{}_change".format(*options), object_id)

    @admin.action(
        description=gettext_lazy("Delete selected %(verbose_name_plural)s"), permissions=["delete"]
    )
    def delete_selected(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        if request.POST.get("post"):
            for obj in queryset:
                self._delete_one(request, obj)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Delete several"),
            "opts": self.opts,
            "queryset": queryset,
            "action_checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/publishing/delete_selected.html", context)

    def _delete_one(self, request: HttpRequest, obj: Model) -> None:
        name = str(obj)
        try:
            self.delete_step(obj, staff(request))
        except Refused as refusal:
            messages.error(request, f"{name}: {refusal}")
        else:
            messages.success(request, _("%(name)s: deleted.") % {"name": name})
