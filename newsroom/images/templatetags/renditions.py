"""Pictures where only the address is known that those of crops begin with, as on cards."""

from __future__ import annotations

from django import template

from newsroom.images.names import CARD, SQUARE, in_shape

register = template.Library()


@register.filter
def as_card(begins: str, width: int) -> str:
    return in_shape(begins, CARD, width)


@register.filter
def as_square(begins: str, width: int) -> str:
    return in_shape(begins, SQUARE, width)
