from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.plans import Link
from newsroom.publishing.findings import Severity
from newsroom.publishing.inspection import apart_from_approval
from newsroom.publishing.reviews import Decision
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right

from .chosen import Seen
from .outcomes import Done
from .page import SeveralPage


class SubmitSeveral(SeveralPage):
    """Asks for a decision on the newest revision of each."""

    right = Right.SUBMIT
    heading = gettext_lazy("Submit several")
    button = gettext_lazy("Submit")
    explanation = gettext_lazy("Somebody else decides on the newest revision of each.")

    def nothing_to_do(self, row: Any) -> str:
        if not row.head_id:
            return _("Nothing was saved yet.")
        if row.is_submitted:
            return _("It waits for a decision already.")
        if row.live_revision_id == row.head_id:
            return _("Readers see this revision already.")
        if row.last_decision == Decision.APPROVED and not row.head_was_public:
            return _("This revision is approved already.")
        return ""

    def take(self, row: Any, seen: Seen, data: dict[str, Any]) -> Done:
        revision = Revision.objects.select_related("content", "author").get(pk=seen.head)
        lifecycle.submit(revision=revision, by=self.by)
        done = _("Submitted: somebody else will decide on it.")
        found = apart_from_approval(revision, timezone.now())
        number = sum(finding.severity == Severity.BLOCK for finding in found)
        if not number:
            return Done([done])
        text = ngettext(
            "%(number)s finding must be settled before it can be published.",
            "%(number)s findings must be settled before it can be published.",
            number,
        )
        link = Link(_("What was found"), page_url(row, "found"))
        return Done([done, text % {"number": number}], [link])
