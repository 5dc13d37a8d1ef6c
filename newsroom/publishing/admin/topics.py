"""Topics: public as soon as they are saved, so every save is a step of the lifecycle."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from taggit import admin as _registers_tag_first  # noqa: F401
from taggit.models import Tag

from newsroom.publishing import lifecycle
from newsroom.publishing.topics import Topic

from .deleting import DeletesByStep
from .pickers import Choice, Pickable, second_line
from .requests import staff

# taggit's own tags are not used here: topics take their place.
admin.site.unregister(Tag)


@admin.register(Topic)
class TopicAdmin(Pickable, DeletesByStep):
    list_display = ("name", "name_ja", "name_ko", "slug")
    search_fields = ("name", "name_ja", "name_ko")
    ordering = ("name",)
    fields = ("name", "name_ja", "name_ko", "slug")
    prepopulated_fields = {"slug": ("name",)}

    def choice(self, obj: Topic) -> Choice:
        return Choice(obj.name, second_line(obj.name_ja, obj.name_ko))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """With one button: each press is public."""
        one = {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().changeform_view(
            request, object_id, form_url, {**(extra_context or {}), **one}
        )

    def save_model(self, request: HttpRequest, obj: Topic, form: Any, change: bool) -> None:
        lifecycle.save_topic(topic=obj, by=staff(request))

    def delete_step(self, obj: Model, by: User) -> None:
        lifecycle.delete_topic(topic=cast("Topic", obj), by=by)
