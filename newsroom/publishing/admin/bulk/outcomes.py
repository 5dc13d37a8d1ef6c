"""What came of a step on each of several contents, kept for whoever took it: a page that is loaded
again shows it again, and takes no step."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.plans import Link
from newsroom.publishing.content import Content
from newsroom.publishing.findings import Finding, Severity
from newsroom.publishing.refusals import Blocked, Refused

_SECONDS_KEPT = 24 * 60 * 60
_FINDINGS_TOLD = 5

log = logging.getLogger(__name__)


class NothingToDo(Exception):
    """The step would change nothing; `str()` says why."""


class State(StrEnum):
    DONE = "done"
    REFUSED = "refused"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Done:
    """What a step says of itself, and where one may go from there."""

    words: list[str]
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Outcome:
    title: str
    language: str
    url: str
    state: State
    words: list[str]
    links: list[Link]


def outcome(content: Content, step: Callable[[], Done]) -> Outcome:
    """Take the step in a transaction of its own: what is refused spoils nothing else."""
    state, links = State.DONE, []
    try:
        with transaction.atomic():
            done = step()
        words, links = done.words, done.links
    except NothingToDo as nothing:
        state, words = State.NOTHING, [str(nothing)]
    except Blocked as refusal:
        state, words = State.REFUSED, _what_stands_in_the_way(content, refusal.findings)
        links = [Link(_("Its publish page"), page_url(content, "publish"))]
    except Refused as refusal:
        state, words = State.REFUSED, [str(refusal)]
    except DatabaseError:
        log.exception("A step on content %s of several failed", content.pk)
        state, words = State.REFUSED, [_("It could not be saved just now. Try it again.")]
    url = page_url(content, "change")
    return Outcome(str(content), content.language, url, state, words, links)


def gone(key: int) -> Outcome:
    words = _("This was deleted in the meantime.")
    return Outcome(_("No. %(number)s") % {"number": key}, "", "", State.REFUSED, [words], [])


def _what_stands_in_the_way(content: Content, findings: Sequence[Finding]) -> list[str]:
    words = [
        str(found.message) if found.about == content else found.sentence()
        for found in findings[:_FINDINGS_TOLD]
    ]
    if more := len(findings) - len(words):
        text = ngettext("and %(number)s more", "and %(number)s more", more)
        words.append(text % {"number": more})
    if any(found.severity == Severity.WARN for found in findings):
        words.append(_("A warning may pass for a reason: open its publish page and give one."))
    if any(found.part for found in findings):
        words.append(_("Its publish page offers to publish the parts together with it."))
    return words


# Keeping


def claim(by: User, once: uuid.UUID) -> bool:
    """Whether this is the first to send the page: whoever sends it again finds what came of it."""
    return cache.add(_key(by, once), {}, _SECONDS_KEPT)


def keep(by: User, once: uuid.UUID, heading: str, outcomes: Sequence[Outcome]) -> None:
    kept = {"heading": heading, "outcomes": [_plain(each) for each in outcomes]}
    cache.set(_key(by, once), kept, _SECONDS_KEPT)


def kept(by: User, once: uuid.UUID) -> dict[str, Any] | None:
    """None for what is nobody's, or no longer kept; empty while it is being done."""
    found: dict[str, Any] | None = cache.get(_key(by, once))
    return found


def _plain(outcome: Outcome) -> dict[str, Any]:
    links = [{"label": str(link.label), "url": link.url} for link in outcome.links]
    return asdict(outcome) | {"state": outcome.state.value, "links": links}


def _key(by: User, once: uuid.UUID) -> str:
    return f"several:{by.pk}:{once.hex}"
