"""The steps on several contents, as a list offers them: each to those who may take it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.admin.requests import as_key
from newsroom.publishing.rights import Right, may

from .chosen import MOST
from .page import BACK, SeveralPage, too_many
from .publishing import PublishSeveral
from .result import ResultPage
from .submitting import SubmitSeveral
from .topics import AddTopics, RemoveTopics
from .withdrawing import WithdrawSeveral

PAGES: dict[str, type[SeveralPage]] = {
    "submit": SubmitSeveral,
    "publish": PublishSeveral,
    "withdraw": WithdrawSeveral,
    "add_topics": AddTopics,
    "remove_topics": RemoveTopics,
}


class StepsOnSeveral(admin.ModelAdmin):  # type: ignore[type-arg]
    """Mixed into the admin of a list."""

    actions: Any = (
        "submit_several",
        "publish_several",
        "withdraw_several",
        "add_topics_to_several",
        "remove_topics_from_several",
        "delete_selected",
    )

    def has_submit_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Right.SUBMIT, self.model)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Right.PUBLISH, self.model)

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Right.WITHDRAW, self.model)

    def has_topics_permission(self, request: HttpRequest) -> bool:
        has_topics: bool = self.has_topics(request)  # type: ignore[attr-defined]
        return has_topics and may(request.user, Right.WRITE, self.model)

    @admin.action(description=gettext_lazy("Submit"), permissions=["submit"])
    def submit_several(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return self._ask(request, queryset, "submit")

    @admin.action(description=gettext_lazy("Publish now"), permissions=["publish"])
    def publish_several(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return self._ask(request, queryset, "publish")

    @admin.action(description=gettext_lazy("Withdraw"), permissions=["withdraw"])
    def withdraw_several(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse | None:
        return self._ask(request, queryset, "withdraw")

    @admin.action(description=gettext_lazy("Add topics"), permissions=["topics"])
    def add_topics_to_several(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse | None:
        return self._ask(request, queryset, "add_topics")

    @admin.action(description=gettext_lazy("Remove topics"), permissions=["topics"])
    def remove_topics_from_several(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse | None:
        return self._ask(request, queryset, "remove_topics")

    def _ask(self, request: HttpRequest, queryset: QuerySet[Any], name: str) -> HttpResponse | None:
        """On to the page of the step; None, and back to the list, where it is too much."""
        number = queryset.count()
        if number > MOST:
            messages.warning(request, too_many(number))
            return None
        asked = QueryDict(mutable=True)
        asked["ids"] = ",".join(map(str, queryset.values_list("pk", flat=True)))
        asked[BACK] = request.GET.urlencode()
        page = reverse(f"admin:{self._named(f'several_{name}')}")
        return redirect(f"{page}?{asked.urlencode(safe=',')}")

    def response_action(  # type: ignore[override]
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse | None:
        """Django looks up whatever was sent as the key of a row."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if any(as_key(key) is None for key in chosen):
            messages.warning(request, _("Nothing is chosen, or it is not there any more."))
            return None
        return super().response_action(request, queryset)

    def urls_of_several(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        pages = [
            path(
                f"several/{name}/",
                wrap(page.as_view(model_admin=self)),
                name=self._named(f"several_{name}"),
            )
            for name, page in PAGES.items()
        ]
        result = wrap(ResultPage.as_view(model_admin=self))
        named = self._named("several_result")
        return [*pages, path("several/result/<uuid:once>/", result, name=named)]

    def _named(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"
