"""Texts that cite sources at places."""

from newsroom.sources.models import Source


def note(source: Source | int) -> str:
    return f'<span data-source="{getattr(source, "pk", source)}"></span>'
