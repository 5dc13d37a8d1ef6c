"""System checks over the registered kinds."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, register

from .content import Publishable
from .kinds import all_kinds


@register
def every_kind_is_registered(**kwargs: Any) -> list[CheckMessage]:
    """A kind that nobody registered could be saved but never recorded or published."""
    registered = {kind.model for kind in all_kinds()}
    return [
        Error(
            f"{model.__name__} is publishable but not registered as a kind.",
            hint="Call newsroom.publishing.kinds.register in its AppConfig.ready.",
            id="publishing.E001",
        )
        for model in Publishable.__subclasses__()
        if model not in registered
    ]
