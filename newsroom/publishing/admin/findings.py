"""Findings as the admin shows them: by content, what must be settled first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.content import Content
from newsroom.publishing.findings import Finding, Severity
from newsroom.publishing.inspection import WAITS
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.rights import Right, may

from .contents import page_url
from .plans import Link

FindingKey = tuple[int, str]


@dataclass(frozen=True)
class Row:
    """A finding with the field for a reason, or the reason it was acknowledged for.

    `link` leads to where this person may settle it, if that is not the draft.
    """

    finding: Finding
    field: BoundField | None
    reason: str
    link: Link | None


@dataclass(frozen=True)
class Group:
    """What was found in one content, by severity."""

    about: Content
    rows: list[Row]


def key_of(finding: Finding) -> FindingKey:
    """What names a finding among those of several contents."""
    return (finding.about.pk if finding.about else 0), finding.key


def in_words(
    findings: Iterable[Finding],
    user: Any,
    fields: Mapping[FindingKey, BoundField] | None = None,
    reasons: Mapping[FindingKey, str] | None = None,
) -> list[Group]:
    """Contents stay in the order in which they come, severities go from block to info."""
    groups: dict[Content, list[Row]] = {}
    for finding in findings:
        if finding.about:
            key = key_of(finding)
            reason = (reasons or {}).get(key, "")
            row = Row(finding, (fields or {}).get(key), reason, _link(finding, finding.about, user))
            groups.setdefault(finding.about, []).append(row)
    order = list(Severity).index
    return [
        Group(about, sorted(rows, key=lambda row: order(row.finding.severity)))
        for about, rows in groups.items()
    ]


def _link(finding: Finding, about: Content, user: Any) -> Link | None:
    if finding.code != WAITS or not may(user, Right.DECIDE, kind_of(about).model):
        return None
    return Link(_("Review"), page_url(about, "review"))
