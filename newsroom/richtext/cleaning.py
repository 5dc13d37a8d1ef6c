"""What every text goes through before it is stored.

All three functions raise ValidationError for text that cannot be stored, and change nothing in
text that they have cleaned before.
"""

import re
import unicodedata

import nh3
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .allowed import LINK_SCHEMES, READ_AS, Element, Role
from .characters import wanted_only
from .depth import nests_deeper_than
from .emphasis import emphasis
from .links import completed, is_safe_link
from .notes import is_source_id
from .tidying import tidy

MAX_LENGTH = 200_000
"""Characters of one formatted text, markup included."""
MAX_DEPTH = 32
"""Elements open at once in a formatted text."""


def clean_text(text: str) -> str:
    """Plain text with one way to write each letter and each line end, and nothing unseen."""
    return unicodedata.normalize("NFC", wanted_only(text))


def clean_line(text: str) -> str:
    """`clean_text` for what stands on one line, such as a title."""
    return re.sub(r"\s*[\n\t]\s*", " ", clean_text(text).strip())


def clean_html(html: str) -> str:
    """Formatted text that holds what `allowed` lists, written in one way.

    The editor's reading of it cleans to the same text again.
    """
    # Letters are composed later, once tags and words are apart: in NFC, ">" and a following
    # U+0338 are one character.
    html = wanted_only(html)
    if len(html) > MAX_LENGTH:
        raise ValidationError(
            _("This text is longer than %(limit)d characters. Divide it."),
            code="too_long",
            params={"limit": MAX_LENGTH},
        )
    if nests_deeper_than(MAX_DEPTH, html):
        raise ValidationError(
            _("This text is formatted more than %(limit)d levels deep. Paste it as plain text."),
            code="too_deep",
            params={"limit": MAX_DEPTH},
        )
    return tidy(_cleaner.clean(html))


def _safe_attribute(_tag: str, attribute: str, value: str) -> str | None:
    match attribute:
        case "href":
            href = completed(value.strip())
            return href if is_safe_link(href) else None
        case "style":
            return emphasis(value)
        case "data-source":
            return value if is_source_id(value) else None
        case _:
            return clean_line(value)


def _attributes_of(element: Element) -> set[str]:
    """With the style of what stands in a line: it is read for what it means, and never kept."""
    in_a_line = element.role in (Role.MARK, Role.NOTE)
    return {*element.attributes, "style"} if in_a_line else set(element.attributes)


# Links bear no `rel` and no `target`: they open where the reader is, so there is no opener to
# guard, and the Referrer-Policy header speaks for all of them. Paid links are not in texts.
_cleaner = nh3.Cleaner(
    tags=set(READ_AS),
    # "*" would otherwise allow `title` and `lang` everywhere.
    attributes={"*": set(), **{tag: _attributes_of(known) for tag, known in READ_AS.items()}},
    attribute_filter=_safe_attribute,
    url_schemes=set(LINK_SCHEMES),
    link_rel=None,
)
