"""The address of previews, and slugs in any script."""

from __future__ import annotations

import unicodedata

from django.urls import path, register_converter

from . import views


class UnicodeSlug:
    """A slug in any script, compared in Unicode's composed form (NFC)."""

    regex = r"[-\w]+"

    def to_python(self, value: str) -> str:
        return unicodedata.normalize("NFC", value)

    def to_url(self, value: str) -> str:
        return value


register_converter(UnicodeSlug, "uslug")

urlpatterns = [path("preview/<str:token>/", views.preview, name="preview")]
