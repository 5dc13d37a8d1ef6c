"""Findings as the admin shows them: by content, what must be settled first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.forms import BoundField

from newsroom.publishing.content import Content
from newsroom.publishing.findings import Finding, Severity

FindingKey = tuple[int, str]


@dataclass(frozen=True)
class Row:
    """A finding with the field for a reason, or the reason it was acknowledged for."""

    finding: Finding
    field: BoundField | None
    reason: str


@dataclass(frozen=True)
class Group:
    """What one content has of one severity."""

    about: Content
    severity: Severity
    rows: list[Row]


def key_of(finding: Finding) -> FindingKey:
    """What names a finding among those of several contents."""
    return (finding.about.pk if finding.about else 0), finding.key


def in_words(
    findings: Iterable[Finding],
    fields: Mapping[FindingKey, BoundField] | None = None,
    reasons: Mapping[FindingKey, str] | None = None,
) -> list[Group]:
    """Contents stay in the order in which they come, severities go from block to info."""
    found = list(findings)
    order = {finding.about: number for number, finding in reversed(list(enumerate(found)))}
    severities = list(Severity)
    found.sort(key=lambda finding: (order[finding.about], severities.index(finding.severity)))
    return [
        Group(
            about=about,
            severity=severity,
            rows=[
                Row(f, (fields or {}).get(key_of(f)), (reasons or {}).get(key_of(f), ""))
                for f in group
            ],
        )
        for (about, severity), group in groupby(found, key=lambda f: (f.about, f.severity))
        if about
    ]
