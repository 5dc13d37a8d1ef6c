"""The only place where text becomes markup that templates do not escape."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from newsroom.richtext.cleaning import clean_html
from newsroom.richtext.links import is_safe_url
from newsroom.richtext.notes import NO_NOTES, Notes, with_numbers

register = template.Library()

# No text can end the element that it stands in.
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


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


@register.filter
def linked_data(graph: list[dict[str, Any]]) -> SafeString | str:
    """A page's JSON-LD in the words of schema.org; nothing where there is none."""
    if not graph:
        return ""
    data = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(data, ensure_ascii=False).translate(_IN_SCRIPT)
    script = '<script type="application/ld+json">{}</script>'
    return format_html(script, mark_safe(text))  # noqa: S308
