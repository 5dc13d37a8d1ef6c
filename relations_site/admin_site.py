"""The admin's site, with its contents in one order: sorted by name, it was another one in every
language."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest

# As an editor works: what readers read, what it is made of, the site, those who work here.
ORDER = (
    "articles.Article",
    "articles.Author",
    "quotes.Quote",
    "quotes.Expert",
    "timeline.Event",
    "faqs.Question",
    "promos.Promo",
    "images.Image",
    "sources.Source",
    "site_pages.FrontPage",
    "site_pages.Page",
    "site_pages.Identity",
    "manuscripts.ImportedManuscript",
    "publishing.Topic",
    "publishing.Content",
    "publishing.AuditEntry",
    "auth.User",
)
PLACES = {name: place for place, name in enumerate(ORDER)}


class EditorialSite(AdminSite):
    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        apps = list(self._build_app_dict(request, app_label).values())
        for app in apps:
            app["models"].sort(key=_place)
        return sorted(apps, key=lambda app: _place(app["models"][0]))


def _place(entry: dict[str, Any]) -> int:
    return PLACES.get(entry["model"]._meta.label, len(ORDER))
