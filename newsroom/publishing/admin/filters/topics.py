"""By topic: there may be thousands, so they are searched for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.pickers import pick_many
from newsroom.publishing.topics import Topic, TopicUse

from .asked import AskedFilter


class TopicFilter(AskedFilter):
    """What has any of them, as drafts have it."""

    title = _("topic")

    def fields(self) -> dict[str, forms.Field]:
        if not self.model_admin.has_topics(self.request):
            return {}
        field = self.model._meta.get_field("topics")
        site = self.model_admin.admin_site
        return {"topic": pick_many(field, Topic, self.request, site)}

    def narrow(self, contents: QuerySet[Any], asked: dict[str, Any]) -> QuerySet[Any]:
        uses = TopicUse.objects.filter(tag__in=[topic.pk for topic in asked["topic"]])
        return contents.filter(pk__in=uses.values("content_object"))
