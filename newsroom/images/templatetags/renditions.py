"""A smaller picture where only its address is known, as on cards."""

from __future__ import annotations

from django import template

from newsroom.images.renditions import name

register = template.Library()


@register.filter
def in_width(url: str, rung: int) -> str:
    """The address of a rendition that every browser can show."""
    return name(url, rung, "webp")
