from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.reach import reach_of_withdrawal
from newsroom.publishing.rights import Right

from .chosen import Seen
from .outcomes import Done
from .page import SeveralForm, SeveralPage, changed_meanwhile


class WithdrawSeveralForm(SeveralForm):
    reason = forms.CharField(
        label=gettext_lazy("reason"),
        help_text=gettext_lazy("Readers find it where each page was."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WithdrawSeveral(SeveralPage):
    """One reason for all; pages that show them are named before."""

    right = Right.WITHDRAW
    form_class = WithdrawSeveralForm
    heading = gettext_lazy("Withdraw several")
    button = gettext_lazy("Withdraw")
    explanation = gettext_lazy(
        "Readers find the reason where each page was. What is scheduled of them is cancelled."
    )
    template_name = "admin/publishing/bulk_withdraw.html"

    def order(self, row: Any) -> tuple[int, int]:
        """Translations first: they would go along with their originals, and be told as gone."""
        return -(row.original_id or 0), row.pk

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = [row for row in self.rows if row.live_revision_id]
        live_pages = reach_of_withdrawal(chosen, timezone.now())
        return super().get_context_data(live_pages=live_pages, **kwargs)

    def nothing_to_do(self, row: Any) -> str:
        return "" if row.live_revision_id else _("Nothing of it is public.")

    def take(self, row: Any, seen: Seen, data: dict[str, Any]) -> Done:
        edition = lifecycle.withdraw(content=row, reason=data["reason"], by=self.by)
        if edition.revision_id != seen.live:
            raise changed_meanwhile()
        return Done([_("Withdrawn. Readers are told why.")])
