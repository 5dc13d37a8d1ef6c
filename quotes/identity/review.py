"""Namesakes of public figures as moderators see them, each with the form that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.kinds import kind_of
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, may

from .findings import Namesake, claim_of, namesakes, told_of
from .models import Settlement, Verdict
from .offices import Fit


class SettleForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("who it is"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("reason"),
        help_text=_("How you know: a profile, a call, a paper that names them."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, namesake: Namesake, data: Any = None) -> None:
        super().__init__(data, prefix=f"figure-{namesake.figure.pk}")
        if namesake.fit == Fit.OUTSIDE_THE_TERM:
            verdict: Any = self.fields["verdict"]
            verdict.choices = [(Verdict.DIFFERENT.value, Verdict.DIFFERENT.label)]


@dataclass(frozen=True)
class NamesakeInReview:
    """`form` is there for whom may settle it; `settlement` is what was said before."""

    figure_id: int
    who: str
    outside_term: bool
    settlement: Settlement | None
    form: SettleForm | None


@dataclass(frozen=True)
class IdentityInReview:
    """The namesakes in one revision, and what their bearer is said to be."""

    revision: Revision
    said: str
    own: bool
    namesakes: list[NamesakeInReview]


def identity_in_review(
    revision: Revision, user: Any, asked: dict[int, SettleForm] | None = None
) -> IdentityInReview:
    """`asked` has the forms that were sent, by figure."""
    claim = claim_of(revision.read(), revision.content.kind)
    own = revision.author_id == user.pk
    may_settle = not own and may(user, Right.DECIDE, kind_of(revision.content).model)
    shown = [found for found in namesakes(claim) if found.fit != Fit.OFFICE]
    sent = asked or {}
    return IdentityInReview(
        revision=revision,
        said=claim.said,
        own=own,
        namesakes=[
            NamesakeInReview(
                figure_id=found.figure.pk,
                who=told_of(found.figure),
                outside_term=found.fit == Fit.OUTSIDE_THE_TERM,
                settlement=found.settlement,
                form=sent.get(found.figure.pk) or SettleForm(found) if may_settle else None,
            )
            for found in shown
        ],
    )
