"""The desk lists what there is in one order, whatever it is called in the person's language."""

from __future__ import annotations

import pytest
from django.contrib.admin import site

from newsroom.staff.models import Preferences
from relations_site.admin_site import ORDER

from .desk import at_the_desk

pytestmark = pytest.mark.django_db

APPS = [
    *("articles", "quotes", "timeline", "faqs", "promos", "images", "sources"),
    *("site_pages", "manuscripts", "publishing", "auth"),
]


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/article/"])
def test_the_order_is_the_same_in_every_language(admin, language, path):
    Preferences.objects.create(user=admin, language=language)
    shown = at_the_desk(admin).get(path).context["available_apps"]
    assert [app["app_label"] for app in shown][: len(APPS)] == APPS
    assert [model["object_name"] for model in shown[0]["models"]] == ["Article", "Author"]


def test_whatever_is_named_is_there():
    registered = {model._meta.label for model in site._registry}
    assert set(ORDER) <= registered
