"""Where moderators read what readers say of quotes, and decide on it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.filters.ticked import Choices, LanguageFilter
from newsroom.publishing.admin.requests import as_key, staff
from newsroom.publishing.refusals import Refused, Unexplained
from newsroom.publishing.rights import Right, may
from quotes.models import Challenge, Quote
from quotes.review import quote_in_review

from .models import ChallengeState
from .steps import decide, was_put_right

_DECISIONS = [choice for choice in ChallengeState.choices if choice[0] != ChallengeState.NEW]


class DecisionForm(forms.Form):
    """`decision` is the button that was pressed."""

    reason = forms.CharField(
        label=gettext_lazy("reason"),
        help_text=gettext_lazy("For staff. Has to be given where the quote stays as it is."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    decision = forms.ChoiceField(choices=_DECISIONS, widget=forms.HiddenInput)


class ChallengeView(FormView):  # type: ignore[type-arg]
    """What a reader says, the quote as they saw it, and what can be done about it."""

    model_admin: Any = None
    form_class = DecisionForm
    template_name = "admin/quotes/challenge/page.html"

    challenge: Challenge

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.model_admin.has_view_permission(request):
            raise PermissionDenied
        found = self.model_admin.get_queryset(request).select_related("decided_by")
        self.challenge = get_object_or_404(found, pk=as_key(kwargs["object_id"]) or 0)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        data, by = form.cleaned_data, staff(self.request)
        state = ChallengeState(data["decision"])
        try:
            with transaction.atomic():
                decide(challenge=self.challenge, state=state, reason=data["reason"], by=by)
        except Refused as refusal:
            form.add_error("reason" if isinstance(refusal, Unexplained) else None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("Decided: %(state)s.") % {"state": state.label})
        return redirect(self.model_admin.next_url(self.request))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        challenge, by = self.challenge, staff(self.request)
        edition = challenge.edition
        readable = not edition.revision.erased_at
        return super().get_context_data(
            **self.model_admin.admin_site.each_context(self.request),
            title=str(challenge),
            opts=self.model_admin.opts,
            original=challenge,
            is_new=challenge.state == ChallengeState.NEW,
            is_own=edition.revision.author_id == by.pk,
            is_live=edition.is_live(timezone.now()),
            was_put_right=was_put_right(challenge, timezone.now()),
            quote=quote_in_review(edition.revision, by) if readable else None,
            quote_url=page_url(edition.content, "change"),
            withdraw_url=page_url(edition.content, "withdraw")
            if may(by, Right.WITHDRAW, Quote)
            else "",
            **kwargs,
        )


class LanguageOfQuote(LanguageFilter):
    column = "edition__language"

    def choices_of(self, model: Any) -> Choices:
        return list(settings.LANGUAGES)


@admin.register(Challenge)
class ChallengeAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """For those who decide on quotes. Readers make challenges, steps change them."""

    list_display = ("about", "objection", "said", "state", "made_at")
    list_display_links = ("about", "objection")
    list_filter = ("state", "objection", LanguageOfQuote)
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        found = super().get_queryset(request)
        return found.select_related("edition__content", "edition__revision__content")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        title = {"title": _("Challenges by readers")}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        return ChallengeView.as_view(model_admin=self)(request, object_id=object_id)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The history of the quote has the decision."""
        raise Http404

    def next_url(self, request: HttpRequest) -> str:
        """The one that waits longest, else the list."""
        waiting = self.get_queryset(request).filter(state=ChallengeState.NEW)
        waiting = waiting.exclude(edition__revision__author=request.user)
        following = waiting.order_by("made_at", "pk").first()
        if following:
            return reverse("admin:quotes_challenge_change", args=[following.pk])
        return reverse("admin:quotes_challenge_changelist")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Right.DECIDE, Quote)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("quote"))
    def about(self, challenge: Challenge) -> str:
        return str(challenge.edition.content)

    @admin.display(description=gettext_lazy("explanation"))
    def said(self, challenge: Challenge) -> str:
        return Truncator(" ".join(challenge.explanation.split())).chars(120)
