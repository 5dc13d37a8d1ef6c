"""Everything that stands in the way of publishing revisions together, named at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from .addresses import holders
from .content import Content
from .editions import Edition
from .findings import Acknowledgement, Case, Finding, Severity, block, info
from .intervals import covered_until
from .kinds import kind_of
from .reviews import Review, is_approved
from .revisions import Revision, head_of
from .translations import language_name, untranslated

NOT_APPROVED, WAITS = "not_approved", "waits_for_decision"
WITHOUT_APPROVAL = (NOT_APPROVED, WAITS)


@dataclass(frozen=True)
class Inspection:
    """`findings` of all revisions and of the parts that are missing; `missing` are the newest
    revisions of parts that readers would not see, deepest first, ready for `with_parts`."""

    findings: tuple[Finding, ...]
    missing: tuple[Revision, ...]

    @property
    def obstacles(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.stands_in_the_way)


def inspect(revisions: Sequence[Revision], opens: dt.datetime) -> Inspection:
    """Judge `revisions` as if they opened together at `opens`."""
    together = {revision.content_id for revision in revisions}
    findings: list[Finding] = []
    missing: list[Revision] = []
    seen = set(together)
    queue = list(revisions)
    while queue:
        revision = queue.pop(0)
        findings += own_findings(revision, opens)
        for finding, part in _missing_parts(revision, opens, together):
            findings.append(finding)
            if part and part.content_id not in seen:
                seen.add(part.content_id)
                missing.insert(0, part)
                queue.append(part)
    return Inspection(tuple(findings), tuple(missing))


def own_findings(revision: Revision, opens: dt.datetime) -> list[Finding]:
    """What the revision itself shows: its kind's findings, its address, its approval."""
    content = revision.content
    found = [
        *kind_findings(revision, opens),
        *_family(revision),
        *_address(revision),
        *_approval(revision),
        *_in_another_language(revision),
    ]
    return [finding.found_in(content) for finding in found]


def kind_findings(revision: Revision, opens: dt.datetime) -> list[Finding]:
    """What the kind's `findings.py` says, acknowledged warnings marked as such."""
    if revision.erased_at:
        return [block("erased", _("The text of this revision was erased."))]
    kind, case = kind_of(revision.content), Case(content=revision.content, opens=opens)
    settled = set(
        Acknowledgement.objects.filter(revision=revision).values_list("finding", flat=True)
    )
    return [
        replace(f, acknowledged=f.severity == Severity.WARN and f.key in settled)
        for f in kind.findings(revision.read(), case)
    ]


def apart_from_approval(revision: Revision, opens: dt.datetime) -> list[Finding]:
    """What publishing it would find, but for the approval of the revision itself."""
    found = inspect([revision], opens).findings
    return [f for f in found if f.about != revision.content or f.code not in WITHOUT_APPROVAL]


def stops_approval(revision: Revision, at: dt.datetime) -> list[Finding]:
    """What must be settled in the revision itself before anybody may approve it."""
    found = kind_findings(revision, at)
    blocks = (finding for finding in found if finding.severity == Severity.BLOCK)
    return [finding.found_in(revision.content) for finding in blocks]


def _family(revision: Revision) -> Iterator[Finding]:
    """A revision speaks for the language and the original that its content has."""
    content, snapshot = revision.content, {} if revision.erased_at else revision.read()
    now = (content.language, content.original_id)
    if snapshot and (snapshot["language"], snapshot["original"]) != now:
        message = _("The draft has another language or original now. Publish its newest revision.")
        yield block("outdated_family", message)


def _address(revision: Revision) -> Iterator[Finding]:
    kind = kind_of(revision.content)
    if not kind.has_page or revision.erased_at:
        return
    path = kind.project(revision.read()).path
    if not path:
        yield block("no_address", _("It has no address. Fill in the last part of it."))
    elif holders(path, revision.content.language).exclude(content=revision.content_id).exists():
        message = _("Another piece was published at %(path)s before. Choose another address.")
        yield block("address_taken", str(message) % {"path": path})


def _in_another_language(revision: Revision) -> Iterator[Finding]:
    """Pages never mix languages silently: a translation begins with parts of its original."""
    content = revision.content
    if revision.erased_at or not content.language:
        return
    parts = set(kind_of(content).project(revision.read()).uses) - {content.original_id}
    for part in untranslated(parts, content.language) if parts else ():
        message = _("“%(part)s” is in %(language)s. Choose its translation, or take it out.")
        words = {"part": part, "language": language_name(part.language)}
        yield block("part_in_another_language", str(message) % words, str(part.pk))


def _approval(revision: Revision) -> Iterator[Finding]:
    if not kind_of(revision.content).needs_approval:
        return
    if is_approved(revision) and not _withdrawn_since(revision):
        return
    waiting = Review.objects.filter(revision=revision, decision="").first()
    if waiting and waiting.waits_for_second:
        message = _("One person approved it. It can be published once a second one has, too.")
        yield block(WAITS, message)
    elif waiting:
        message = _("It waits for a decision. It can be published once this revision is approved.")
        yield block(WAITS, message)
    else:
        message = _("This revision is not approved. Submit it: somebody else decides on it.")
        yield block(NOT_APPROVED, message)


def _withdrawn_since(revision: Revision) -> bool:
    """Whether readers were told that it is withdrawn after it had been approved."""
    decided = Review.objects.filter(revision=revision).exclude(decision="").first()
    withdrawn = Edition.objects.filter(content=revision.content_id, withdrawn=True)
    return bool(decided and withdrawn.filter(live_until__gte=decided.decided_at).exists())


def _missing_parts(
    revision: Revision, opens: dt.datetime, together: set[int]
) -> Iterator[tuple[Finding, Revision | None]]:
    """The parts that readers would not see at `opens`, each with its newest revision."""
    if revision.erased_at:
        return
    content = revision.content
    needed = set(kind_of(content).project(revision.read()).uses) - together
    if content.original_id and content.original_id not in together:
        needed.add(content.original_id)
    live = Edition.objects.live(opens).filter(content__in=needed)
    absent = needed - set(live.values_list("content", flat=True))
    found = {part.pk: part for part in Content.objects.filter(pk__in=absent)}
    withdrawn = set(_withdrawn(absent, opens))
    for content_id in sorted(absent):
        if content_id in withdrawn:
            yield _notice(revision, found[content_id]), None
        else:
            yield _absence(revision, found.get(content_id), content_id)


def _withdrawn(contents: set[int], opens: dt.datetime) -> Iterator[int]:
    latest = Edition.objects.latest_started(opens).filter(content__in=contents, withdrawn=True)
    yield from latest.values_list("content", flat=True)


def _notice(revision: Revision, part: Content) -> Finding:
    """What was withdrawn comes back by a step of its own, never along with what shows it."""
    message = _("“%(part)s” was withdrawn: readers find the dated notice in its place.")
    return info("part_withdrawn", str(message) % {"part": part}, anchor=str(part.pk)).found_in(
        revision.content
    )


def _absence(
    revision: Revision, part: Content | None, content_id: int
) -> tuple[Finding, Revision | None]:
    if part is None:
        message = _("A part of it does not exist any more. Take it out or choose another.")
        gone = block("part_gone", message, anchor=str(content_id))
        return gone.found_in(revision.content), None
    message = _("“%(part)s” is not public. Publish it first, or together with this.")
    finding = block("part_not_public", str(message) % {"part": part}, anchor=str(content_id))
    return replace(finding, about=revision.content, part=part.pk), head_of(part)


def original_covers(content: Content, opens: dt.datetime) -> tuple[bool, dt.datetime | None]:
    """Whether a translation may be public at `opens`, and up to when (None: without end)."""
    if not content.original_id:
        return True, None
    return covered_until(content.original_id, opens)
