"""The review page: somebody other than the author decides on one revision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.findings import in_words
from newsroom.publishing.admin.standing import preview_of
from newsroom.publishing.admin.submitted import Submitted
from newsroom.publishing.inspection import apart_from_approval, stops_approval
from newsroom.publishing.refusals import Blocked, Refused, Unexplained
from newsroom.publishing.reviews import Decision, Review, approved_by_two
from newsroom.publishing.rights import Right

from .page import StepPage

_NOT_TAKEN: dict[str | None, str | Promise] = {
    Decision.APPROVED: gettext_lazy(
        "Not approved yet. Have settled what stands in the way, or send it back and say why."
    ),
    Decision.SENT_BACK: gettext_lazy("Not sent back yet."),
    Decision.REJECTED: gettext_lazy("Not rejected yet."),
}


class ReviewForm(forms.Form):
    """`review` is the one that was on the page: it may have been decided since."""

    review = forms.ModelChoiceField(Review.objects.none(), widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("reason"),
        help_text=gettext_lazy("The author has to know why something is sent back or rejected."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    decision = forms.ChoiceField(choices=Decision.choices)


class ReviewPage(StepPage):
    right = Right.DECIDE
    form_class = ReviewForm
    heading = gettext_lazy("Review")
    template_name = "admin/publishing/review.html"

    def get_template_names(self) -> list[str]:
        """A kind may show what its reviewers have to see beside the findings."""
        opts = self.model_admin.opts
        return [f"admin/{opts.app_label}/{opts.model_name}/review.html", self.template_name]

    @cached_property
    def review(self) -> Review | None:
        return self.standing.waiting

    def impossible(self) -> str:
        if self.review is None:
            return _("Nobody waits for a decision.")
        if self.review.revision.author_id == self.by.pk:
            return _("You wrote this revision: somebody else has to decide on it.")
        return ""

    def get_initial(self) -> dict[str, Any]:
        return {"review": self.review}

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        own = Review.objects.filter(revision__content=self.content.pk)
        form.fields["review"].queryset = own.select_related("revision__content")
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(review=self.review, **kwargs)
        if self.review:
            revision, now = self.review.revision, timezone.now()
            context |= {
                "submitted": Submitted(revision, self.standing.live),
                "preview_url": preview_of(revision, self.content),
                "groups": in_words(apart_from_approval(revision, now), self.by),
                "stops_approval": stops_approval(revision, now),
                "by_two": approved_by_two(revision),
                "is_mine": self.review.first_approved_by_id == self.by.pk,
                "not_taken": _NOT_TAKEN.get(self.request.POST.get("decision"), ""),
            }
        return context

    def form_invalid(self, form: forms.Form) -> Any:
        if form.has_error("reason"):
            form.fields["reason"].widget.attrs["autofocus"] = True
        return super().form_invalid(form)

    def field_of(self, refusal: Refused) -> str | None:
        return "reason" if isinstance(refusal, Unexplained) else None

    def sentences(self, refusal: Refused) -> list[str]:
        """Of which content they speak, the page says."""
        if isinstance(refusal, Blocked):
            return [str(finding.message) for finding in refusal.findings]
        return super().sentences(refusal)

    def take(self, form: forms.Form) -> str:
        data = form.cleaned_data
        decision = Decision(data["decision"])
        return self._told(
            lifecycle.decide(
                review=data["review"], decision=decision, by=self.by, reason=data["reason"]
            )
        )

    def done_url(self) -> str:
        """What waits next is there."""
        return reverse("admin:index")

    def _told(self, review: Review) -> SafeString:
        """The start page lists what was decided as long as it is about the newest revision."""
        url = page_url(self.content, "change")
        title = str(self.content) or _("Untitled")
        if review.waits_for_second:
            where = _("Others who may decide find it on their start page.")
        elif review.revision == self.standing.head:
            where = _("The author finds it on the start page.")
        else:
            where = _("The author finds it in the history.")
        return format_html('{}: <a href="{}">{}</a>. {}', review, url, title, where)
