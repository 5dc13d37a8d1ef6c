"""Steps on what is live or scheduled: withdraw, set an end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.moments import MomentField, day_and_moment, moment
from newsroom.publishing.editions import Edition
from newsroom.publishing.reach import reach_of_withdrawal
from newsroom.publishing.rights import Right
from newsroom.publishing.uses import scheduled_with

from .page import StepPage


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("reason"),
        help_text=gettext_lazy("Readers find it where the page was."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class WithdrawPage(StepPage):
    form_class = WithdrawForm
    right = Right.WITHDRAW
    heading = button = gettext_lazy("Withdraw")
    template_name = "admin/publishing/withdraw.html"

    def impossible(self) -> str:
        return "" if self.standing.live else _("Nothing of it is public.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = {
            "live_pages": reach_of_withdrawal([self.content], timezone.now()),
            "still_open": list(self._still_open()),
        }
        return super().get_context_data(**shown, **kwargs)

    def _still_open(self) -> Iterator[Edition]:
        """What was scheduled for the sake of it, but for translations, which go with it."""
        pending = Edition.objects.filter(content=self.content.pk).pending(timezone.now())
        together = chain.from_iterable(scheduled_with(edition) for edition in pending)
        for edition in together:
            if edition.content.original_id != self.content.pk:
                yield edition

    def take(self, form: forms.Form) -> str:
        reason = form.cleaned_data["reason"]
        lifecycle.withdraw(content=self.content, reason=reason, by=self.by)
        return _("Withdrawn. Readers are told why.")


class EditionField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of a content's editions, told by when it opens."""

    default_error_messages = {
        "invalid_choice": gettext_lazy("It was cancelled or moved in the meantime. Look again.")
    }

    def label_from_instance(self, edition: Any) -> str:
        if edition.live_from <= timezone.now():
            return _("Live since %(moment)s") % {"moment": moment(edition.live_from)}
        return _("Scheduled for %(moment)s") % {"moment": day_and_moment(edition.live_from)}


class EndForm(forms.Form):
    edition = EditionField(
        Edition.objects.none(),
        label=gettext_lazy("edition"),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    ends = MomentField(
        label=gettext_lazy("ends at"), help_text=gettext_lazy("Empty: it does not end by itself.")
    )


class ChosenEdition(StepPage):
    """A step on one edition of those in `editions`: the first, or the one that is asked for."""

    def editions(self) -> QuerySet[Edition]:
        raise NotImplementedError

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        form.fields["edition"].queryset = self.editions()
        return form

    def get_initial(self) -> dict[str, Any]:
        """An end is filled in only where it can be no other edition's."""
        editions, asked = list(self.editions()), self.request.GET.get("edition")
        named = [edition for edition in editions if str(edition.pk) == asked]
        chosen = next(iter(named or editions), None)
        is_certain = chosen and (named or len(editions) == 1)
        return {"edition": chosen, "ends": chosen.ends_at if chosen and is_certain else None}


class EndPage(ChosenEdition):
    form_class = EndForm
    right = Right.WITHDRAW
    heading = button = gettext_lazy("Set the end")

    def editions(self) -> QuerySet[Edition]:
        own = Edition.objects.filter(content=self.content.pk)
        return own.not_past(timezone.now()).order_by("live_from")

    def impossible(self) -> str:
        return "" if self.editions() else _("Nothing of it is public or scheduled.")

    def take(self, form: forms.Form) -> str:
        edition, ends = form.cleaned_data["edition"], form.cleaned_data["ends"]
        ends = lifecycle.set_end(edition=edition, ends=ends, by=self.by).ends_at
        if ends is None:
            return _("It does not end by itself.")
        return _("It ends on %(moment)s.") % {"moment": day_and_moment(ends)}
