"""What people are told of: a higher room registers how, in its `AppConfig.ready`."""

from __future__ import annotations

from collections.abc import Callable

from .reviews import Review

Listener = Callable[[Review], None]

_listeners: list[Listener] = []


def hear_decisions(listener: Listener) -> None:
    """Have `listener` called within the step that decides, and so undone with it."""
    _listeners.append(listener)


def tell_decision(review: Review) -> None:
    for listener in _listeners:
        listener(review)
