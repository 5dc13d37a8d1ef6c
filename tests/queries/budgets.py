"""How much each page may ask of the database, however much it shows."""

from __future__ import annotations

from django.contrib import admin
from django.urls import reverse

from newsroom.publishing.content import Content

_LISTS = ("articles", "authors", "quotes", "experts", "timeline", "faqs", "topics")
READERS = {
    **{f"/{language}/{name}/": 5 for language in ("en", "ja", "ko") for name in _LISTS},
    "/en/topics/topic-0/": 6,
    "/ja/topics/topic-0/": 6,
    "/en/articles/main/": 8,
    "/ja/articles/main/": 8,
    "/en/timeline/main/": 8,
    "/ja/timeline/event-0/": 8,
    "/en/faqs/main/": 8,
    "/ja/faqs/why-0/": 8,
    "/en/quotes/main/": 8,
    "/en/experts/main/": 8,
    "/en/authors/main/": 8,
    "/en/page-0/": 8,
    "/en/": 10,
}


STAFF_LIST = 13


def staff_lists() -> list[str]:
    """The list of each model that the admin knows, but for the one that leads elsewhere."""
    return [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in admin.site._registry
        if model is not Content and not model.__module__.startswith("tests.")
    ]
