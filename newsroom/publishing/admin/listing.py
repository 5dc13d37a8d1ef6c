"""The list of every kind: what it shows, filters by and searches."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy

from newsroom.publishing.content import Publishable
from newsroom.publishing.kinds import kind_named
from newsroom.publishing.topics import TopicUse
from newsroom.richtext.cleaning import clean_line

from .bulk import StepsOnSeveral
from .filters import EVERY_LIST
from .lists import STATUS_IN_ORDER, ContentList, saved_when_and_by, standing_in_words
from .requests import as_key
from .saved_views import SavesViews
from .translations import TranslationsFilter, family_in_words, with_family

_TOPICS_SHOWN = 3


class Listed(StepsOnSeveral, SavesViews):
    """Mixed into the admin of a kind, whose own `list_filter` and `search_fields` come on top."""

    list_display = ("title", "standing", "language", "about", "saved")
    list_filter = (*EVERY_LIST, TranslationsFilter)
    list_per_page = 50
    list_max_show_all = 500
    search_fields = ("title",)
    change_list_template = "admin/publishing/change_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        contents: Any = super().get_queryset(request)
        return cast("QuerySet[Any]", contents.with_status(timezone.now()))

    def urls_of_list(self) -> list[URLPattern]:
        """They stand before those of one content, whose addresses would take theirs."""
        return [*self.urls_of_several(), *self.urls_of_views()]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ContentList]:
        return ContentList

    def rows(self, request: HttpRequest, keys: Collection[int]) -> QuerySet[Any]:
        """These contents with all that the list shows of them, in no order."""
        uses = TopicUse.objects.select_related("tag").order_by("tag__name")
        rows = self.get_queryset(request).filter(pk__in=keys).order_by()
        related: Any = self.get_list_select_related(request)
        rows = rows.select_related(*related) if related else rows
        return with_family(rows, timezone.now()).prefetch_related(
            Prefetch("topic_uses", queryset=uses)
        )

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        hidden = set()
        if self.model.in_every_language:
            hidden.add("language")
        if not self.has_topics(request):
            hidden.add("about")
        shown = [name for name in super().get_list_display(request) if name not in hidden]
        if kind_named(self.model.kind_name).translates:
            return ["in_languages" if name == "language" else name for name in shown]
        return shown

    def has_topics(self, request: HttpRequest) -> bool:
        """Whether the form of this kind asks for topics; all contents could have some."""
        return "topics" in flatten_fieldsets(self.get_fieldsets(request))

    # Searching: parts of words in any order, the end of an address, the number of one content

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return [*super().get_search_fields(request), "slug"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Letters are written as they are stored."""
        term = clean_line(search_term)
        found, doubled = super().get_search_results(request, queryset, term)
        if key := as_key(term):
            found |= queryset.filter(pk=key)
        return found, doubled

    # Columns. "status" would show a field of that name where a kind has one, as events do.

    @admin.display(description=gettext_lazy("status"), ordering=STATUS_IN_ORDER)
    def standing(self, content: Publishable) -> SafeString:
        return standing_in_words(content)

    @admin.display(description=gettext_lazy("language"), ordering="language")
    def in_languages(self, content: Publishable) -> SafeString:
        return family_in_words(content)

    @admin.display(description=gettext_lazy("topics"))
    def about(self, content: Any) -> str:
        language = get_language() or ""
        names = [use.tag.name_in(language) for use in content.topic_uses.all()]
        more = [f"+{len(names) - _TOPICS_SHOWN}"] if len(names) > _TOPICS_SHOWN else []
        return ", ".join([*names[:_TOPICS_SHOWN], *more]) or self.get_empty_value_display()

    @admin.display(description=gettext_lazy("last saved"), ordering="head_made_at")
    def saved(self, content: Any) -> SafeString | str:
        return saved_when_and_by(content) or self.get_empty_value_display()
