"""Findings as the admin shows them: by content, what must be settled first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
    """What was found in one content, by severity."""

    about: Content
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
    groups: dict[Content, list[Row]] = {}
    for finding in findings:
        if finding.about:
            key = key_of(finding)
            row = Row(finding, (fields or {}).get(key), (reasons or {}).get(key, ""))
            groups.setdefault(finding.about, []).append(row)
    order = list(Severity).index
    return [
        Group(about, sorted(rows, key=lambda row: order(row.finding.severity)))
        for about, rows in groups.items()
    ]
