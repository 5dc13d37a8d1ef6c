"""The form fields of what every kind has and Django has no field for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.utils.text import capfirst

from newsroom.publishing.topics import Topic


def topics_field(field: Any, site: AdminSite) -> forms.Field:
    """Topics are chosen, not typed: a new one is public at once and made on its own page."""
    return forms.ModelMultipleChoiceField(
        Topic.objects.all(),
        label=capfirst(field.verbose_name),
        required=False,
        widget=AutocompleteSelectMultiple(field, site),
    )


def without_deleting(field: Any) -> Any:
    """Beside a picker nothing is deleted, and one link leads to what is picked.

    Contents go by a step of their own; an ✕ reads as "take it out of this form".
    """
    if isinstance(widget := getattr(field, "widget", None), RelatedFieldWidgetWrapper):
        widget.can_delete_related = False
        widget.can_view_related = widget.can_view_related and not widget.can_change_related
    return field


class OriginalSelect(AutocompleteSelect):
    """Searches for originals of one kind."""

    kind_name = ""

    def get_url(self) -> str:
        return f"{super().get_url()}?kind={self.kind_name}"


def original_widget(field: Any, site: AdminSite, kind_name: str) -> OriginalSelect:
    widget = OriginalSelect(field, site)
    widget.kind_name = kind_name
    return widget
