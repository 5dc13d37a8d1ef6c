"""What a browser posts from a page, without the browser."""

from __future__ import annotations

from html.parser import HTMLParser

_UNSENT = {"submit", "button", "file"}


class _Fields(HTMLParser):
    """The fields of a page outside its templates, with what they hold."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._select = self._text = ""
        self._templates = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        name, value = has.get("name") or "", has.get("value") or ""
        self._templates += tag == "template"
        if self._templates:
            return
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._text = name
            self.fields[name] = ""
        elif tag == "option" and "selected" in has:
            self.fields[self._select] = value
        elif tag == "input" and name and _is_sent(has):
            self.fields[name] = value

    def handle_endtag(self, tag: str) -> None:
        self._templates -= tag == "template"
        if tag == "textarea":
            self._text = ""

    def handle_data(self, data: str) -> None:
        if self._text and not self._templates:
            self.fields[self._text] += data


def _is_sent(has: dict[str, str | None]) -> bool:
    kind = has.get("type")
    return kind not in _UNSENT and (kind not in {"checkbox", "radio"} or "checked" in has)


def posted(page: str) -> dict[str, str]:
    """The form as it was opened, untouched."""
    reader = _Fields()
    reader.feed(page)
    return reader.fields
