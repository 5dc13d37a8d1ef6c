"""What a browser would send from a form, read off the page."""

from __future__ import annotations

from html.parser import HTMLParser

Form = dict[str, list[str]]

NOT_SENT = frozenset({"submit", "button", "file", "image", "reset"})


def form_on(page: str, form_id: str) -> Form:
    reader = _FormReader(form_id)
    reader.feed(page)
    reader.form.pop("csrfmiddlewaretoken", None)
    return reader.form


class _FormReader(HTMLParser):
    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id, self.form = form_id, Form()
        self.is_inside, self.templates = False, 0
        self.select, self.textarea = "", ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.templates += tag == "template"
        if tag == "form":
            self.is_inside = given.get("id") == self.form_id
        elif self.is_inside and not self.templates and "disabled" not in given:
            self._read(tag, given)

    def _read(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "textarea":
            self.textarea, self.text = name, ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and "selected" in given:
            self._add(self.select, given.get("value", ""))
        elif tag == "input":
            self._read_input(name, given)

    def _read_input(self, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in {"checkbox", "radio"}:
            if "checked" in given:
                self._add(name, given.get("value", "on"))
        elif kind not in NOT_SENT:
            self._add(name, given.get("value", ""))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_endtag(self, tag: str) -> None:
        self.templates -= tag == "template"
        if tag == "form":
            self.is_inside = False
        elif tag == "textarea" and self.is_inside and not self.templates:
            # HTML drops the first line end within it.
            self._add(self.textarea, self.text.removeprefix("\n"))

    def _add(self, name: str, value: str) -> None:
        if name:
            self.form.setdefault(name, []).append(value)
