"""What was found in a quote: what is asked of whoever approves it, and what of publishing later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import User

from newsroom.publishing.admin.findings import Group, in_words, key_of
from newsroom.publishing.findings import Finding, Severity
from newsroom.publishing.inspection import apart_from_approval, stops_approval
from newsroom.publishing.revisions import Revision


@dataclass(frozen=True)
class Found:
    """`now`: the worst first. `stops` are those of them that approval waits for."""

    now: list[Finding]
    stops: list[Finding]
    later: list[Group]

    @property
    def later_count(self) -> int:
        return sum(len(group.rows) for group in self.later)


def found_in(revision: Revision, by: User, at: dt.datetime) -> Found:
    stops = stops_approval(revision, at)
    keys = {key_of(finding) for finding in stops}
    now, later = [*stops], []
    for finding in apart_from_approval(revision, at):
        if finding.about != revision.content or finding.severity == Severity.BLOCK:
            later += [finding] if key_of(finding) not in keys else []
        else:
            now.append(finding)
    order = list(Severity).index
    now.sort(key=lambda finding: order(finding.severity))
    return Found(now, stops, in_words(later, by))
