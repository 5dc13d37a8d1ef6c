"""What in a page would run or style from within it."""

from __future__ import annotations

from html.parser import HTMLParser

# No browser runs it.
DATA = "application/ld+json"


class _Inline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_script = tag == "script" and given.get("type") != DATA
        if tag == "style" or (is_script and not given.get("src")):
            self.found.append(f"<{tag}>")
        self.found += [f"<{tag} {name}>" for name, value in given.items() if _runs(name, value)]


def _runs(name: str, value: str | None) -> bool:
    return name == "style" or name.startswith("on") or (value or "").startswith("javascript:")


def inline_in(html: str) -> list[str]:
    """Inline scripts and styles: elements, attributes and addresses."""
    parser = _Inline()
    parser.feed(html)
    return parser.found
