"""What was found in the newest revision, for all who may read it: writers settle most of it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from newsroom.publishing.admin.findings import in_words
from newsroom.publishing.inspection import apart_from_approval

from .page import ContentPage


class FoundPage(ContentPage, TemplateView):
    heading = gettext_lazy("What was found")
    template_name = "admin/publishing/found.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        head = self.standing.head
        found = apart_from_approval(head, timezone.now()) if head else []
        return super().get_context_data(groups=in_words(found, self.by), **kwargs)
