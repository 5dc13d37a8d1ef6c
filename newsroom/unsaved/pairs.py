"""A form's pairs of name and value: from a browser, as text in a buffer, and as a form again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

MAX_LENGTH = 2_000_000
"""Characters of one kept form: what is kept can be saved (DATA_UPLOAD_MAX_MEMORY_SIZE)."""

# Buttons begin with an underscore: what was kept must not press one when it comes back.
_OF_DJANGO = frozenset({"_popup", "_to_field"})
_NEVER_KEPT = frozenset({"csrfmiddlewaretoken"})

Pairs = list[tuple[str, str]]


class CannotBeKept(ValueError):
    """What was sent is no form, or too long for a buffer."""


def pairs_of(posted: QueryDict) -> Pairs:
    """What a browser posted, but for the button that was pressed and the token."""
    return _kept((name, value) for name, values in posted.lists() for value in values)


def checked(sent: Any) -> Pairs:
    """Pairs out of JSON that a script sent. Raises CannotBeKept."""
    if not isinstance(sent, list) or not all(_is_pair(pair) for pair in sent):
        raise CannotBeKept
    return _kept((name, value) for name, value in sent)


def written(pairs: Pairs) -> str:
    """The pairs as a buffer stores them. Raises CannotBeKept."""
    text = json.dumps(pairs, ensure_ascii=False, separators=(",", ":"))
    if len(text) > MAX_LENGTH:
        raise CannotBeKept
    # Half characters (lone surrogates) cannot be stored; the form would refuse them anyway.
    return text.encode("utf-8", "replace").decode()


def posted_again(body: str) -> QueryDict:
    """A buffer's text as Django would have it had the form been sent."""
    posted = QueryDict(mutable=True)
    for name, value in checked(json.loads(body)):
        posted.appendlist(name, value)
    return posted


def _is_pair(pair: Any) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)


def _kept(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return [(name, value) for name, value in pairs if _is_kept(name)]


def _is_kept(name: str) -> bool:
    return name in _OF_DJANGO or not (name.startswith("_") or name in _NEVER_KEPT)
