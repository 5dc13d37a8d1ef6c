"""The addresses of the queue, below the list of quotes."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.views.generic.base import View

from .page import QueueHold, QueuePage, QueueStart

_PAGES: tuple[tuple[str, str, type[View]], ...] = (
    ("queue/", "quotes_queue", QueueStart),
    ("queue/<int:pk>/", "quotes_queue_one", QueuePage),
    ("queue/<int:pk>/hold/", "quotes_queue_hold", QueueHold),
)


class QueuesQuotes:
    admin_site: Any

    def get_urls(self) -> list[URLPattern]:
        parent: Any = super()
        own = [
            path(address, self.admin_site.admin_view(page.as_view(model_admin=self)), name=name)
            for address, name, page in _PAGES
        ]
        return [*own, *parent.get_urls()]
