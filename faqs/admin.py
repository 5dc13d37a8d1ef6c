from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin import PublishableAdmin, PublishableForm, page_settings
from newsroom.publishing.admin.pickers import Choice, second_line
from newsroom.sources.admin import CitedSourceInline
from newsroom.sources.forms import CitingForm

from .models import Question


class QuestionForm(CitingForm, PublishableForm):
    class Meta:
        labels = {"title": _("Question")}


@admin.register(Question)
class QuestionAdmin(PublishableAdmin):
    form = QuestionForm
    inlines = (CitedSourceInline,)
    list_display = ("title", "standing", "reviewed_on", "language", "saved")
    search_fields = ("title", "short_answer")
    fieldsets = (
        (None, {"fields": ("title", "language")}),
        (_("Answer"), {"fields": ("short_answer", "answer", "reviewed_on", "review_every")}),
        page_settings("original", "slug", "topics"),
    )

    def choice(self, obj: Any) -> Choice:
        return replace(super().choice(obj), detail=second_line(obj.short_answer))
