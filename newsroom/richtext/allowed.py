"""What a formatted text may hold: the one list behind the editor, the cleaner and the docs.

A section's own heading is a level 2 heading, so headings within its text are level 3.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Role(Enum):
    LINE = "holds words"
    QUOTE = "holds lines, lists and quotations"
    LIST = "holds items"
    ITEM = "holds lines, lists and quotations, within a list"
    MARK = "formats words"
    BREAK = "starts a new line within a paragraph"
    NOTE = "cites a source at a place in the text, and is no word of it"


@dataclass(frozen=True)
class Element:
    tag: str
    role: Role
    extension: str
    """The editor's name for it."""
    options: Mapping[str, Any] | bool = True
    attributes: tuple[str, ...] = ()
    read_from: tuple[str, ...] = ()
    """Other tags that pasted and imported text uses for the same thing."""


NOTE = Element("span", Role.NOTE, "Note", attributes=("data-source",))
"""Without its attribute it is nothing, as are the spans of pasted text."""

LINK_SCHEMES = ("http", "https", "mailto")

# Marks nest in the order in which they stand here.
ELEMENTS = (
    Element(
        "p",
        Role.LINE,
        "Paragraph",
        read_from=(
            *("address", "article", "aside", "caption", "dd", "div", "dt", "figcaption"),
            *("footer", "header", "main", "pre", "section", "summary", "td", "th"),
        ),
    ),
    Element(
        "h3",
        Role.LINE,
        "Heading",
        options={"levels": [3]},
        read_from=("h1", "h2", "h4", "h5", "h6"),
    ),
    Element("blockquote", Role.QUOTE, "Blockquote"),
    Element("ul", Role.LIST, "BulletList"),
    Element("ol", Role.LIST, "OrderedList", options={"enableListAttributes": False}),
    Element("li", Role.ITEM, "ListItem"),
    Element(
        "a",
        Role.MARK,
        "Link",
        options={"enableTarget": False, "autolink": False, "defaultProtocol": "https"},
        attributes=("href", "title"),
    ),
    Element("strong", Role.MARK, "Bold", read_from=("b",)),
    Element("em", Role.MARK, "Italic", read_from=("i", "cite", "dfn")),
    Element("sub", Role.MARK, "Subscript"),
    Element("sup", Role.MARK, "Superscript"),
    Element("br", Role.BREAK, "HardBreak"),
    NOTE,
)

READ_AS = {tag: element for element in ELEMENTS for tag in (element.tag, *element.read_from)}
MARKS = tuple(element.tag for element in ELEMENTS if element.role is Role.MARK)


def editor_extensions(*, notes: bool) -> dict[str, Any]:
    """The configuration of the editor widget that makes just these elements."""
    made = (element for element in ELEMENTS if notes or element is not NOTE)
    # The editor turns the browser's spelling check off unless told otherwise.
    return {element.extension: element.options for element in made} | {
        "CleanPaste": True,
        "NoSpellCheck": False,
    }
