"""The filter of articles by who signs them: there may be many authors, so they are searched for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.filters import AskedFilter
from newsroom.publishing.admin.pickers import pick_many

from .models import ArticleAuthor, Author


class BylineFilter(AskedFilter):
    """What any of them signs, as drafts have it."""

    title = _("byline")

    def fields(self) -> dict[str, forms.Field]:
        signs = ArticleAuthor._meta.get_field("author")
        site = self.model_admin.admin_site
        return {"byline": pick_many(signs, Author, self.request, site)}

    def narrow(self, contents: QuerySet[Any], asked: dict[str, Any]) -> QuerySet[Any]:
        signed = ArticleAuthor.objects.filter(author__in=[author.pk for author in asked["byline"]])
        return contents.filter(pk__in=signed.values("article"))
