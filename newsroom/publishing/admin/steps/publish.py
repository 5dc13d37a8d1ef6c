"""The publish page: what stands in the way, what goes with it, what readers are told, when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.findings import FindingKey, in_words, key_of
from newsroom.publishing.admin.moments import MomentField, day_and_moment
from newsroom.publishing.admin.standing import preview_of, public_url
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.findings import Acknowledgement, Finding, Severity
from newsroom.publishing.inspection import Inspection, inspect
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.reach import LivePage, reach_of_change
from newsroom.publishing.refusals import Blocked, Refused
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, may
from newsroom.publishing.translations import falls_behind

from .page import StepPage


class PublishForm(forms.Form):
    """`parts` may go out together with the revision; `warnings` are still to be acknowledged.

    `replaced` is the edition that readers see now; where something was published before, they
    are told what kind of change this is.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput)
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("publish together with it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    change = forms.ChoiceField(
        label=gettext_lazy("kind of change"),
        choices=[choice for choice in Change.choices if choice[0] != Change.FIRST],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=gettext_lazy("public note"),
        help_text=gettext_lazy("What changed, for readers. Clarifications and corrections owe it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    opens = MomentField(label=gettext_lazy("opens at"), help_text=gettext_lazy("Empty: now."))
    ends = MomentField(
        label=gettext_lazy("ends at"), help_text=gettext_lazy("Empty: it does not end by itself.")
    )

    def __init__(
        self,
        *args: Any,
        parts: Sequence[Revision],
        warnings: Sequence[Finding],
        published_before: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.warnings = warnings
        self._offer(parts)
        if not published_before:
            del self.fields["change"], self.fields["note"]
        for warning in warnings:
            self.fields[_reason_name(warning)] = forms.CharField(
                label=gettext_lazy("reason for publishing all the same"), required=False
            )

    def _offer(self, parts: Sequence[Revision]) -> None:
        field: Any = self.fields["parts"]
        field.choices = [(part.pk, _named(part)) for part in parts]
        field.initial = [part.pk for part in parts]
        if not parts:
            del self.fields["parts"]

    def reason_fields(self) -> dict[FindingKey, forms.BoundField]:
        return {key_of(warning): self[_reason_name(warning)] for warning in self.warnings}

    def reasons(self) -> Iterable[tuple[Finding, str]]:
        """The warnings that somebody gave a reason for."""
        for warning in self.warnings:
            if reason := self.cleaned_data[_reason_name(warning)]:
                yield warning, reason

    def reasons_by_key(self) -> dict[FindingKey, str]:
        return {key_of(warning): reason for warning, reason in self.reasons()}


def _named(part: Revision) -> str:
    """Titles alone do not tell an expert from what the expert said."""
    kind = capfirst(kind_of(part.content).model._meta.verbose_name)
    values = {"kind": kind, "title": part.content, "revision": part}
    return _("%(kind)s: %(title)s (%(revision)s)") % values


def _reason_name(warning: Finding) -> str:
    content_id, key = key_of(warning)
    return f"reason-{content_id}-{key}"


class PublishPage(StepPage):
    """About the newest revision, or the one whose number is asked for."""

    form_class = PublishForm
    heading = gettext_lazy("Publish")
    # Only a script could know which of both it will be.
    button = gettext_lazy("Publish or schedule")
    template_name = "admin/publishing/publish.html"

    @cached_property
    def revision(self) -> Revision:
        """What was on the page when it was confirmed, though a newer one may be saved by now."""
        revision = self.asked_for()
        if revision is None:
            raise Http404
        return revision

    @property
    def revisions(self) -> list[Revision]:
        """What opens by this step, apart from parts that are ticked."""
        return [self.revision]

    @cached_property
    def opens(self) -> dt.datetime:
        """The moment that findings are looked for at."""
        now = timezone.now()
        return max(self.asked_to_open() or now, now)

    def asked_to_open(self) -> dt.datetime | None:
        field = MomentField()
        try:
            return field.clean(field.widget.value_from_datadict(self.request.POST, {}, "opens"))
        except ValidationError:
            return None

    @cached_property
    def inspection(self) -> Inspection:
        return inspect(self.revisions, self.opens)

    @cached_property
    def parts(self) -> dict[int, Revision]:
        """The missing parts that this person may publish, by content."""
        return {
            part.content_id: part for part in self.inspection.missing if self._may_publish(part)
        }

    def _may_publish(self, part: Revision) -> bool:
        return may(self.by, Right.PUBLISH, kind_of(part.content).model)

    @cached_property
    def findings(self) -> list[Finding]:
        """All but the absence of parts that the page offers to publish as well."""
        return [f for f in self.inspection.findings if f.part not in self.parts]

    def get_form_kwargs(self) -> dict[str, Any]:
        warnings = [f for f in self.findings if f.severity == Severity.WARN]
        return {
            **super().get_form_kwargs(),
            "parts": list(self.parts.values()),
            "warnings": [warning for warning in warnings if not warning.acknowledged],
            "published_before": self.published_before(),
        }

    def published_before(self) -> bool:
        return Edition.objects.filter(content=self.content.pk).exists()

    def get_initial(self) -> dict[str, Any]:
        live = self.standing.live
        return {"revision": self.revision.number, "ends": live.ends_at if live else None}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        fields = context["form"].reason_fields()
        return context | {
            "revision": self.revision,
            "preview_url": preview_of(self.revision, self.content),
            "opens_again": self._opens_again(),
            "falling_behind": list(falls_behind(self.revision)),
            "live_pages": self._live_pages(),
            "groups": in_words(self.findings, self.by, fields, self._acknowledged()),
        }

    def _live_pages(self) -> list[LivePage]:
        """Those that change where readers see another revision up to then."""
        live = self.standing.live
        if live is None or live.revision_id == self.revision.pk:
            return []
        return reach_of_change(self.content, timezone.now())

    def _opens_again(self) -> str:
        """When this very revision is scheduled already, in words: publishing it leaves that."""
        pending = Edition.objects.pending(timezone.now()).filter(revision=self.revision)
        first = pending.order_by("live_from").first()
        return day_and_moment(first.live_from) if first else ""

    def _acknowledged(self) -> dict[FindingKey, str]:
        revisions = [*self.revisions, *self.inspection.missing]
        settled = Acknowledgement.objects.filter(revision__in=revisions)
        rows = settled.values_list("revision__content", "finding", "reason")
        return {(content_id, key): reason for content_id, key, reason in rows}

    def sentences(self, refusal: Refused) -> list[str]:
        """What stands below is led to, not said again."""
        if not isinstance(refusal, Blocked):
            return super().sentences(refusal)
        below = {key_of(finding) for finding in self.findings}
        said = [found.sentence() for found in refusal.findings if key_of(found) not in below]
        if len(said) == len(refusal.findings):
            return said
        link = format_html('<a href="#found">{}</a>', _("Settle what was found first."))
        return [link, *said]

    def take(self, form: Any) -> str:
        data = form.cleaned_data
        ticked = set(data.get("parts", ()))
        parts = [part for part in self.parts.values() if str(part.pk) in ticked]
        edition = lifecycle.publish(
            revision=self.revision,
            by=self.by,
            opens=data["opens"],
            # The form shows no seconds: an end that nobody changed stays as it is.
            ends=(data if "ends" in form.changed_data else form.initial)["ends"],
            change=Change(data["change"]) if "change" in data else None,
            note=data.get("note", ""),
            with_parts=parts,
            reasons=form.reasons_by_key(),
        )
        return told(edition)


def told(edition: Edition) -> SafeString:
    """What was done, for who did it."""
    sentences = [_opened(edition)]
    if edition.ends_at:
        ends = day_and_moment(edition.ends_at)
        sentences.append(_("It ends on %(moment)s.") % {"moment": ends})
    url = public_url(edition) if edition.live_from <= timezone.now() else ""
    if url:
        sentences.append(format_html('<a href="{}">{}</a>', url, _("View on site")))
    return format_html_join(" ", "{}", ((sentence,) for sentence in sentences))


def _opened(edition: Edition) -> str:
    if edition.live_from > timezone.now():
        opens = day_and_moment(edition.live_from)
        return _("Scheduled: readers see it from %(moment)s.") % {"moment": opens}
    done = _("Published: readers see revision %(number)s now.")
    return done % {"number": edition.revision.number}
