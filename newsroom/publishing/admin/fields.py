"""What the admin's form fields have in common beside the pickers."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.forms import Textarea

from .pickers import Picker


class GrowingLine(Textarea):
    """One line that is shown whole: what breaks it in the browser, the field joins again."""

    def __init__(self) -> None:
        # The rows are for browsers that let no box grow with its words.
        super().__init__(attrs={"class": "vTextField growing-line", "rows": 2})


def without_deleting(field: Any) -> Any:
    """Beside a picker nothing is deleted, and it leads to what is picked by itself.

    Contents go by a step of their own; an ✕ reads as "take it out of this form".
    """
    wrapper: Any = getattr(field, "widget", None)
    if isinstance(wrapper, RelatedFieldWidgetWrapper):
        wrapper.can_delete_related = False
        wrapper.can_view_related = wrapper.can_view_related and not wrapper.can_change_related
        wrapped: Any = wrapper.widget
        if isinstance(wrapped, Picker):
            field.widget = wrapped
    return field
