"""The page that takes back what is scheduled, and what was scheduled for its sake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.moments import day_and_moment
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.rights import Right, may
from newsroom.publishing.uses import scheduled_with

from .editions import ChosenEdition, EditionField


class CancelForm(forms.Form):
    edition = EditionField(
        Edition.objects.none(),
        label=gettext_lazy("edition"),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    together = forms.MultipleChoiceField(
        label=gettext_lazy("cancel together with it"),
        help_text=gettext_lazy(
            "These were scheduled for its sake. What is not ticked is published by itself;"
            " a translation never without its original."
        ),
        error_messages=EditionField.default_error_messages,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def offer(self, together: Mapping[Edition, Sequence[Edition]]) -> None:
        """Ticked, and below the edition that they belong to where there are several."""
        field: Any = self.fields["together"]
        groups = [
            (_with(edition), [(each.pk, _named(each)) for each in those])
            for edition, those in together.items()
            if those
        ]
        flat = [row for _moment, rows in groups for row in rows]
        field.choices = groups if len(together) > 1 else flat
        field.initial = [each.pk for those in together.values() for each in those]
        if not groups:
            del self.fields["together"]


class CancelPage(ChosenEdition):
    form_class = CancelForm
    heading = gettext_lazy("Cancel what is scheduled")
    button = gettext_lazy("Cancel the edition")

    def editions(self) -> QuerySet[Edition]:
        own = Edition.objects.filter(content=self.content.pk)
        return own.pending(timezone.now()).order_by("live_from")

    @cached_property
    def together(self) -> dict[Edition, list[Edition]]:
        """What was scheduled for the sake of each, as far as this person may cancel it."""
        return {
            edition: [each for each in scheduled_with(edition) if self._may_cancel(each)]
            for edition in self.editions()
        }

    def _may_cancel(self, edition: Edition) -> bool:
        return may(self.by, Right.PUBLISH, kind_of(edition.content).model)

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        form.offer(self.together)
        return form

    def impossible(self) -> str:
        return "" if self.editions() else _("Nothing of it is scheduled.")

    def take(self, form: forms.Form) -> str:
        edition, ticked = form.cleaned_data["edition"], form.cleaned_data.get("together", ())
        together = [each for each in self.together.get(edition, ()) if str(each.pk) in ticked]
        lifecycle.cancel(edition=edition, by=self.by, together=together)
        if not together:
            return _("Cancelled. It will not be published by itself.")
        titles = ", ".join(str(each.content) for each in together)
        return _("Cancelled, together with: %(titles)s.") % {"titles": titles}


def _with(edition: Edition) -> str:
    return _("With the edition of %(moment)s") % {"moment": day_and_moment(edition.live_from)}


def _named(edition: Edition) -> str:
    return f"{edition.content} ({edition.revision})"
