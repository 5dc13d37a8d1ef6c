"""What a form shows after the words, their blocks and rows."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

AFTER_THE_WORDS = "settings"


def page_settings(*fields: str) -> tuple[Promise, dict[str, Any]]:
    """A fieldset for what is set once and seldom again: writing begins right below the title."""
    return _("Settings"), {"fields": fields, "classes": (AFTER_THE_WORDS,)}
