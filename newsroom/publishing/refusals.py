"""Why a step was refused. Every message says, in the user's language, what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from .findings import Finding


class Refused(Exception):
    """A step that was not taken. Nothing was written; `str()` is for the person who asked."""


class NotAllowed(Refused):
    """Whoever asked has no right to this step."""


class Stale(Refused):
    """Somebody else saved the content after this person opened it."""


class Impossible(Refused):
    """The step makes no sense in the present state: nothing is live, the moment has passed."""


class Unexplained(Impossible):
    """Somebody is owed a reason for this step, and none was given."""


class Blocked(Refused):
    """Findings stand in the way; all of them are named at once."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        lines = "\n".join(f"– {finding.sentence()}" for finding in self.findings)
        super().__init__(_("This cannot be published yet:") + "\n" + lines)
