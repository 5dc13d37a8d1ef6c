"""The address of previews and of the calendar, and slugs in any script."""

from __future__ import annotations

import unicodedata

from django.contrib import admin
from django.urls import path, register_converter

from . import views
from .admin.calendar import calendar


class UnicodeSlug:
    """A slug in any script, compared in Unicode's composed form (NFC)."""

    regex = r"[-\w]+"

    def to_python(self, value: str) -> str:
        return unicodedata.normalize("NFC", value)

    def to_url(self, value: str) -> str:
        return value


register_converter(UnicodeSlug, "uslug")

urlpatterns = [path("preview/<str:token>/", views.preview, name="preview")]

# For staff, below the admin's address and without a language.
staff_urlpatterns = [path("calendar/", admin.site.admin_view(calendar), name="calendar")]
