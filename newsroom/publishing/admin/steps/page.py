"""Pages about one content: those that are read, and those on which a step is taken."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.views.generic import FormView
from django.views.generic.base import ContextMixin, View

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.requests import as_key, staff
from newsroom.publishing.admin.standing import Standing, standing_of
from newsroom.publishing.content import Content, Publishable
from newsroom.publishing.refusals import Blocked, Refused
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, may


class ContentPage(ContextMixin, View):
    """Below the address of a content, for those who may see it and have the right."""

    model_admin: Any = None
    right = Right.VIEW
    heading: str | Promise = ""

    content: Publishable
    standing: Standing

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.content = self.model_admin.content_or_404(request, kwargs["object_id"])
        if not self.allowed():
            raise PermissionDenied
        self.standing = standing_of(self.content)
        return super().dispatch(request, *args, **kwargs)

    def allowed(self) -> bool:
        return may(self.request.user, self.right, type(self.content))

    @classmethod
    def is_for(cls, content: Content) -> bool:
        """Whether a page that is offered has anything to say of it."""
        return True

    def asked_for(self) -> Revision | None:
        """The revision whose number was on the page, or is in its address; else the newest."""
        number = self.request.POST.get("revision") or self.request.GET.get("revision")
        revisions = Revision.objects.filter(content=self.content.pk)
        revisions = revisions.select_related("content", "author")
        if number:
            return get_object_or_404(revisions, number=as_key(number) or 0)
        return revisions.first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **self.model_admin.admin_site.each_context(self.request),
            "title": self.heading,
            "subtitle": str(self.content),
            "opts": self.model_admin.opts,
            "original": self.content,
            "standing": self.standing,
            "plans": self.standing.plans(self.request.user),
            **super().get_context_data(**kwargs),
        }

    @property
    def by(self) -> Any:
        return staff(self.request)


class StepPage(ContentPage, FormView):  # type: ignore[type-arg]
    """A form, a button, and words where it is refused.

    Subclasses take the step in `take` and answer what was done, in words. A refusal shows the
    same page again with all that was typed.
    """

    right = Right.PUBLISH
    button: str | Promise = ""
    template_name = "admin/publishing/step.html"

    def impossible(self) -> str:
        """Why the step makes no sense now, in place of the form; "" where it does."""
        return ""

    def take(self, form: forms.Form) -> str:
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> Any:
        try:
            with transaction.atomic():
                done = self.take(form)
        except Refused as refusal:
            form.add_error(self.field_of(refusal), self.sentences(refusal))
            return self.form_invalid(form)
        messages.success(self.request, done)
        return redirect(self.done_url())

    def done_url(self) -> str:
        """Where one is after the step."""
        return page_url(self.content, "change")

    def field_of(self, refusal: Refused) -> str | None:
        """The field that has to be filled in otherwise; None where it is not about one."""
        return None

    def sentences(self, refusal: Refused) -> list[str]:
        """What the page says of a refusal, above the form."""
        if isinstance(refusal, Blocked):
            return [finding.sentence() for finding in refusal.findings]
        return [str(refusal)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        step = {"button": self.button, "impossible": self.impossible()}
        return {**step, **super().get_context_data(**kwargs)}
