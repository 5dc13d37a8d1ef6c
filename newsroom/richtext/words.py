"""Between formatted text and plain words."""

import re
from collections.abc import Iterable
from html import escape, unescape

from .cleaning import clean_html

_END_OF_BLOCK = re.compile(r"</(?:p|h3)>")
_TAG = re.compile(r"<[^>]*>")


def plain_text(html: str) -> str:
    """The words of text that `clean_html` has cleaned; a blank line between paragraphs."""
    blocks = _END_OF_BLOCK.sub("\n\n", html.replace("<br>", "\n"))
    return unescape(_TAG.sub("", blocks)).strip()


def paragraphs_to_html(paragraphs: Iterable[str]) -> str:
    """Formatted text with a paragraph for each of `paragraphs`; their line ends are kept."""
    lines = (escape(paragraph, quote=False).strip() for paragraph in paragraphs)
    return clean_html("".join("<p>" + line.replace("\n", "<br>") + "</p>" for line in lines))
