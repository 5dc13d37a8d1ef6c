"""Findings: what stands in the way of a revision. Software says "check", never "false"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.fields import CleanTextField

from .content import Content
from .guard import LifecycleOnly
from .revisions import Revision


class Severity(models.TextChoices):
    BLOCK = "block", _("Must be settled")
    WARN = "warn", _("Check")
    INFO = "info", _("Good to know")


@dataclass(frozen=True)
class Finding:
    """One thing to look at. `anchor` names the place within the content ("" for the whole).

    `code` and `anchor` together name it for an acknowledgement; `about` is the content it was
    found in, `part` the id of the content that stands in the way.
    """

    code: str
    severity: Severity
    message: str | Promise
    anchor: str = ""
    about: Content | None = None
    part: int | None = None
    acknowledged: bool = False

    @property
    def key(self) -> str:
        return f"{self.code}:{self.anchor}" if self.anchor else self.code

    @property
    def stands_in_the_way(self) -> bool:
        return self.severity == Severity.BLOCK or (
            self.severity == Severity.WARN and not self.acknowledged
        )

    def sentence(self) -> str:
        return f"{self.about}: {self.message}" if self.about else str(self.message)

    def found_in(self, content: Content) -> Finding:
        return replace(self, about=content)


@dataclass(frozen=True)
class Case:
    """The circumstances in which a revision is judged: it would open at `opens`."""

    content: Content
    opens: dt.datetime


def block(code: str, message: str | Promise, anchor: str = "") -> Finding:
    """Publishing is refused while this stands."""
    return Finding(code, Severity.BLOCK, message, anchor)


def warn(code: str, message: str | Promise, anchor: str = "") -> Finding:
    """Publishing is refused until somebody acknowledges this with a reason."""
    return Finding(code, Severity.WARN, message, anchor)


def info(code: str, message: str | Promise, anchor: str = "") -> Finding:
    return Finding(code, Severity.INFO, message, anchor)


class Acknowledgement(LifecycleOnly):
    """Somebody saw a warning on this revision and says why it may go out all the same."""

    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="acknowledgements", db_index=False
    )
    finding = models.CharField(_("finding"), max_length=120)
    reason = CleanTextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "finding"], name="publishing_acknowledged_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {self.reason}"
