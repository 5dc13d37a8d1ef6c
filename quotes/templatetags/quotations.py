"""What machines read of the quotes on a page."""

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language

from newsroom.richtext.templatetags.richtext import linked_data
from quotes.cards import QuoteCard
from quotes.linked_data import quotations as found

register = template.Library()


@register.simple_tag
def quotations(cards: Iterable[QuoteCard]) -> str:
    return linked_data(found(cards, get_language() or ""))
