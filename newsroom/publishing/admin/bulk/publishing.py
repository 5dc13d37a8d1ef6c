from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.plans import Link
from newsroom.publishing.admin.standing import public_url
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right

from .chosen import Seen
from .outcomes import Done
from .page import SeveralForm, SeveralPage, changed_meanwhile

_WITHOUT_A_NOTE_EACH = (Change.MINOR, Change.UPDATE)


class PublishSeveralForm(SeveralForm):
    """The kind of change holds for those that readers have seen before."""

    change = forms.ChoiceField(
        label=gettext_lazy("kind of change"),
        help_text=gettext_lazy(
            "For those that were public before. A clarification or correction owes readers a note"
            " of its own: publish it on its own page."
        ),
        choices=[(change.value, change.label) for change in _WITHOUT_A_NOTE_EACH],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=gettext_lazy("public note"),
        help_text=gettext_lazy("What changed, for readers: the same words on each. May be empty."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PublishSeveral(SeveralPage):
    """Readers see the revision that was on the page, and no newer one that nobody looked at."""

    right = Right.PUBLISH
    form_class = PublishSeveralForm
    heading = gettext_lazy("Publish several now")
    button = gettext_lazy("Publish now")
    explanation = gettext_lazy(
        "Each is published by itself, at once. What must be settled, waits for a decision or needs"
        " a part that is not public is refused; the others go out all the same."
    )

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        if not any(row.was_public for row in self.rows):
            del form.fields["change"], form.fields["note"]
        return form

    def nothing_to_do(self, row: Any) -> str:
        if not row.head_id:
            return _("Nothing was saved yet.")
        if row.live_revision_id == row.head_id:
            return _("Readers see this revision already.")
        return ""

    def take(self, row: Any, seen: Seen, data: dict[str, Any]) -> Done:
        if row.opens_at:
            raise Impossible(_("Something of it is scheduled. Change that on its own page."))
        revision = Revision.objects.select_related("content").get(pk=seen.head)
        change = Change(data["change"]) if row.was_public and "change" in data else None
        note = data.get("note", "") if row.was_public else ""
        edition = lifecycle.publish(revision=revision, by=self.by, change=change, note=note)
        if _replaced_by(edition) != seen.live:
            raise changed_meanwhile()
        return Done([_told(edition)], _links(edition))


def _replaced_by(edition: Edition) -> int:
    """The revision that readers saw up to then: somebody may have published in between."""
    before = Edition.objects.filter(content=edition.content_id, live_until=edition.live_from)
    return before.values_list("revision", flat=True).first() or 0


def _told(edition: Edition) -> str:
    words = _("Published: readers see revision %(number)s now.")
    return words % {"number": edition.revision.number}


def _links(edition: Edition) -> list[Link]:
    url = public_url(edition)
    return [Link(_("View on site"), url)] if url else []
