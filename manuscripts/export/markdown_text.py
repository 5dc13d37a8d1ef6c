"""Formatted text as Markdown (CommonMark, with footnotes for the notes)."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|])")
_OPENS_A_BLOCK = re.compile(r"(?m)^(\s*)(?:([-+#=:])|(\d{1,9})([.)]))")
_AROUND = {"strong": "**", "em": "*"}


def escaped(text: str) -> str:
    """Plain words so that Markdown shows them as they are, each line on its own."""
    return _without_openings(_SPECIAL.sub(r"\\\1", text)).replace("\n", "\\\n")


def _without_openings(text: str) -> str:
    """Lines that would begin a list or a heading do not."""
    return _OPENS_A_BLOCK.sub(
        lambda found: (
            f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"
        ),
        text,
    )


def markdown_of(html: str) -> str:
    """Of text that `clean_html` has cleaned."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return "\n\n".join(writer.blocks)


class _Writer(HTMLParser):
    """`prefixes` say where the next line stands: what opens it, and what its later lines begin
    with."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.words: list[str] = []
        self.prefixes: list[tuple[str, str]] = []
        self.counts: list[int | None] = []  # of the items of each open list; None: bullets
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        match tag:
            case "ul" | "ol":
                self.counts.append(0 if tag == "ol" else None)
            case "li":
                self._open_item()
            case "blockquote":
                self.prefixes.append(("> ", "> "))
            case "h3":
                self.words.append("### ")
            case "br":
                self.words.append("\\\n")
            case "a":
                title = f' "{_quoted(given["title"] or "")}"' if given.get("title") else ""
                self.links.append(f"](<{given.get('href')}>{title})")
                self.words.append("[")
            case "span":
                self.words.append(f"[^{given.get('data-source')}]")
            case "strong" | "em":
                self.words.append(_AROUND[tag])
            case "sub" | "sup":
                self.words.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "ul" | "ol":
                self.counts.pop()
            case "li" | "blockquote":
                self.prefixes.pop()
            case "p" | "h3":
                self._end_line()
            case "a":
                self.words.append(self.links.pop())
            case "strong" | "em":
                self.words.append(_AROUND[tag])
            case "sub" | "sup":
                self.words.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        text = _SPECIAL.sub(r"\\\1", data)
        starts = not self.words or self.words[-1].endswith("\n")
        self.words.append(_without_openings(text) if starts else text)

    def _open_item(self) -> None:
        mark = "- "
        if self.counts[-1] is not None:
            self.counts[-1] += 1
            mark = f"{self.counts[-1]}. "
        self.prefixes.append((mark, " " * len(mark)))

    def _end_line(self) -> None:
        first = "".join(first for first, _rest in self.prefixes)
        rest = "".join(rest for _first, rest in self.prefixes)
        lines = "".join(self.words).split("\n")
        self.blocks.append("\n".join([first + lines[0], *(rest + line for line in lines[1:])]))
        self.prefixes = [(rest, rest) for _first, rest in self.prefixes]
        self.words = []


def _quoted(title: str) -> str:
    return title.replace("\\", "\\\\").replace('"', '\\"')
