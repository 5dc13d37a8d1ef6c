"""The page that changes what is scheduled: when it opens and ends, and what readers are told."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.requests import as_key
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.revisions import Revision
from newsroom.publishing.uses import scheduled_with

from .publish import PublishForm, PublishPage, told


class RescheduleForm(PublishForm):
    """`edition` is the one that was on the page: it may have been moved or cancelled since."""

    edition = forms.IntegerField(widget=forms.HiddenInput)


class ReschedulePage(PublishPage):
    """About the next edition that is scheduled, or the one whose id is asked for."""

    form_class = RescheduleForm
    heading = gettext_lazy("Change what is scheduled")
    button = gettext_lazy("Change the schedule")
    template_name = "admin/publishing/reschedule.html"

    @cached_property
    def edition(self) -> Edition | None:
        asked = self.request.POST.get("edition") or self.request.GET.get("edition")
        pending = Edition.objects.filter(content=self.content.pk).pending(timezone.now())
        if asked:
            pending = pending.filter(pk=as_key(asked) or 0)
        return pending.select_related("revision__content").order_by("live_from").first()

    @cached_property
    def together(self) -> list[Edition]:
        """What was scheduled for its sake and moves with it."""
        return scheduled_with(self.edition) if self.edition else []

    @cached_property
    def revision(self) -> Revision:
        return self.edition.revision if self.edition else super().revision

    @property
    def revisions(self) -> list[Revision]:
        return [self.revision, *(each.revision for each in self.together)]

    @cached_property
    def parts(self) -> dict[int, Revision]:
        """What was not scheduled with it is published on a page of its own."""
        return {}

    def asked_to_open(self) -> dt.datetime | None:
        shown = self.edition.live_from if self.edition else None
        return super().asked_to_open() if self.request.method == "POST" else shown

    def impossible(self) -> str:
        if self.edition or self.request.method == "POST":
            return ""
        return _("Nothing of it is scheduled any more, or it was moved in the meantime.")

    def published_before(self) -> bool:
        if self.edition is None:
            return "change" in self.request.POST
        return self.edition.change != Change.FIRST

    def get_initial(self) -> dict[str, Any]:
        edition = self.edition
        if edition is None:
            return {"revision": self.revision.number}
        return {
            "revision": self.revision.number,
            "edition": edition.pk,
            "opens": edition.live_from,
            "ends": edition.ends_at,
            "change": edition.change,
            "note": edition.note,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(together=self.together, edition=self.edition, **kwargs)

    def take(self, form: Any) -> str:
        edition, data = self.edition, form.cleaned_data
        if edition is None:
            raise Impossible(_("It was cancelled or moved in the meantime. Look again."))
        # The form shows no seconds: what nobody changed stays as it is.
        times = {"opens": edition.live_from, "ends": edition.ends_at}
        times |= {name: data[name] for name in times if name in form.changed_data}
        moved = lifecycle.reschedule(
            edition=edition,
            by=self.by,
            **times,
            change=Change(data["change"]) if "change" in data else None,
            note=data.get("note"),
            reasons=form.reasons_by_key(),
        )
        return told(moved)
