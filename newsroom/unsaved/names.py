"""What a form is called in buffers and presence."""

from __future__ import annotations

from django.db.models import Model


def form_of(model: type[Model], pk: int | None = None) -> str:
    """The form of one row of a model, or of a new one."""
    return f"{model._meta.label_lower}:{pk or 'add'}"
