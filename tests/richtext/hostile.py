"""An independent reading of cleaned markup: what of it could do harm."""

import re
from html.parser import HTMLParser

TAGS = {"p", "h3", "blockquote", "ul", "ol", "li", "a", "strong", "em", "sub", "sup", "br", "span"}
HARMLESS_HREF = re.compile(r"https?://[^/@\\]+(/[^\\]*)?|mailto:[^@]+@[^@]+|/(?![/\\])[^\\]*")


def faults(html: str) -> list[str]:
    """What `html` holds beyond the allowed elements, attributes and addresses."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.faults


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if tag == "span" and name == "data-source":
                if not re.fullmatch("[1-9][0-9]{0,17}", value or "", re.ASCII):
                    self.faults.append(f"data-source={value}")
            elif tag != "a" or name not in {"href", "title"}:
                self.faults.append(f"<{tag} {name}>")
            elif name == "href" and not HARMLESS_HREF.fullmatch(value or ""):
                self.faults.append(f"href={value}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"<![{data}]>")
