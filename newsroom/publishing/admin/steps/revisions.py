"""Steps on revisions: write one back into the draft, erase the text of some."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.moments import moment
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import may_write

from .page import StepPage


class RestoreForm(forms.Form):
    revision = forms.ModelChoiceField(Revision.objects.none(), to_field_name="number")


class RestorePage(StepPage):
    """Taken from the history, which has a button for each revision."""

    http_method_names = ["post"]
    form_class = RestoreForm

    def allowed(self) -> bool:
        return may_write(self.request.user, self.content)

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        form.fields["revision"].queryset = Revision.objects.filter(content=self.content.pk)
        return form

    def take(self, form: forms.Form) -> str:
        revision = form.cleaned_data["revision"]
        restored, skipped = lifecycle.restore(revision=revision, by=self.by)
        if skipped:
            text = _("Deleted since, so it could not come back: %(names)s.")
            messages.warning(self.request, text % {"names": ", ".join(skipped)})
        return _("The draft is what revision %(old)s was, as revision %(new)s.") % {
            "old": revision.number,
            "new": restored.number,
        }

    def form_invalid(self, form: forms.Form) -> Any:
        for errors in form.errors.values():
            messages.error(self.request, " ".join(map(str, errors)))
        return redirect(page_url(self.content, "history"))


class RevisionsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, revision: Any) -> str:
        return f"{revision}, {revision.author}, {moment(revision.made_at)}"


class EraseForm(forms.Form):
    revisions = RevisionsField(
        Revision.objects.none(),
        label=gettext_lazy("revisions"),
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label=gettext_lazy("reason"),
        help_text=gettext_lazy("It stays in the audit, for good."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ErasePage(StepPage):
    """Admins only: where the law asks that a text be gone from the history, too."""

    form_class = EraseForm
    heading = gettext_lazy("Erase text")
    button = gettext_lazy("Erase for good")
    template_name = "admin/publishing/erase.html"

    def allowed(self) -> bool:
        return bool(self.request.user.is_superuser)

    def _erasable(self) -> QuerySet[Revision]:
        own = Revision.objects.filter(content=self.content.pk, erased_at=None)
        return own.select_related("author", "content")

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        form.fields["revisions"].queryset = self._erasable()
        return form

    def take(self, form: forms.Form) -> str:
        revisions, reason = list(form.cleaned_data["revisions"]), form.cleaned_data["reason"]
        lifecycle.erase(revisions=revisions, reason=reason, by=self.by)
        return _("Erased. Numbers and the audit stay.")
