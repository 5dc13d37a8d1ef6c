"""The only place where text becomes markup that templates do not escape."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from newsroom.richtext.cleaning import clean_html
from newsroom.richtext.links import is_safe_url
from newsroom.richtext.notes import NO_NOTES, Notes, with_numbers

register = template.Library()


@register.filter
def richtext(html: str, notes: Notes = NO_NOTES) -> SafeString:
    """Formatted text as markup, cleaned again: stored text may be older than the rules.

    Its notes show where the page has `notes`, numbers that lead to its list of sources.
    """
    return mark_safe(with_numbers(clean_html(html), notes))  # noqa: S308


@register.filter
def safe_url(url: str) -> str:
    """`url` where it may become a link, else nothing."""
    return url if is_safe_url(url) else ""
