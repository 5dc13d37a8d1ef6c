"""Safe markup, written in the one way in which it is stored.

The same words can be marked up in many ways; the editor, a word processor and an importer each
have their own. Here marks nest in one order, words stand in paragraphs, headings and list items,
white space counts once, and what is empty goes: so equal texts are equal strings.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from .allowed import MARKS, READ_AS, Element, Role
from .lines import Attributes, Line, Mark

MAX_NESTING = 6
"""How deep lists and quotations nest; what is deeper joins the last level."""


def tidy(safe_html: str) -> str:
    """The stored form of `safe_html`, which must come from nh3: well formed, allowed tags only."""
    reader = _Reader()
    reader.feed(safe_html)
    reader.close()
    return reader.document.inside()


@dataclass
class Block:
    tag: str
    role: Role = Role.LINE
    children: list["Block"] = field(default_factory=list)
    words: str = ""

    def inside(self) -> str:
        return self.words or "".join(child.to_html() for child in self.children)

    def to_html(self) -> str:
        inside = self.inside()
        return f"<{self.tag}>{inside}</{self.tag}>" if inside else ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Block("")
        self.holders = [self.document]  # the open lists, items and quotations
        self.line_tags = ["p"]  # what the words at hand stand in
        self.line = Line()
        self.open_marks: list[list[Mark]] = []  # what each open element gives

    @property
    def marks(self) -> list[Mark]:
        return [mark for given in self.open_marks for mark in given]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = READ_AS[tag]
        match element.role:
            case Role.MARK:
                self.open_marks.append(_marks(element, attrs))
            case Role.BREAK:
                self.line.add_break(self.marks)
            case Role.NOTE:
                self.line.add_note(_attributes(attrs))
                self.open_marks.append(_marks(element, attrs))
            case Role.LINE:
                self._end_line()
                self.line_tags.append(element.tag)
            case _:
                self._end_line()
                self.line_tags.append("p")
                self.holders.append(self._open(element))

    def handle_endtag(self, tag: str) -> None:
        match READ_AS[tag].role:
            case Role.MARK | Role.NOTE:
                self.open_marks.pop()
            case Role.LINE:
                self._end_line()
                self.line_tags.pop()
            case Role.QUOTE | Role.LIST | Role.ITEM:
                self._end_line()
                self.line_tags.pop()
                self.holders.pop()

    def handle_data(self, data: str) -> None:
        self.line.add(data, self.marks)

    def close(self) -> None:
        super().close()
        self._end_line()

    def _end_line(self) -> None:
        if words := self.line.to_html():
            holder = self._holder_of_lines()
            tag = "p" if _wants_paragraph(holder) else self.line_tags[-1]
            holder.children.append(Block(tag, words=words))
        self.line = Line()

    def _open(self, element: Element) -> Block:
        """A new list, item or quotation; the present holder where a new one cannot stand."""
        present = self.holders[-1]
        if element.role is Role.ITEM:
            fits, holder = present.role is Role.LIST, present
        else:
            holder = self._holder_of_lines()
            fits = self._nesting() < MAX_NESTING and not _wants_paragraph(holder)
        if not fits:
            return present
        holder.children.append(Block(element.tag, element.role))
        return holder.children[-1]

    def _nesting(self) -> int:
        return sum(holder.role in (Role.LIST, Role.QUOTE) for holder in self.holders)

    def _holder_of_lines(self) -> Block:
        """Where a line may stand: a list holds items alone, so there it is the last item."""
        present = self.holders[-1]
        if present.role is not Role.LIST:
            return present
        if not present.children:
            present.children.append(Block("li", Role.ITEM))
        return present.children[-1]


def _wants_paragraph(holder: Block) -> bool:
    """An item begins with a paragraph; the editor would tear the list apart otherwise."""
    return holder.role is Role.ITEM and not holder.children


def _marks(element: Element, attrs: list[tuple[str, str | None]]) -> list[Mark]:
    """Those that the element gives by its name and by its style, which may take the name back."""
    meant = (dict(attrs).get("style") or "").split()
    marks: list[Mark] = [(mark, ()) for mark in meant if mark in MARKS]
    if element.role is Role.MARK and f"no-{element.tag}" not in meant:
        marks.append((element.tag, _attributes(attrs)))
    return marks


def _attributes(attrs: list[tuple[str, str | None]]) -> Attributes:
    return tuple((name, value) for name, value in sorted(attrs) if value and name != "style")
