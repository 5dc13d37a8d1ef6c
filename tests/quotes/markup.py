"""Reading pages of quotes by their elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.test.html import Element, parse_html

LINKED_DATA = "application/ld+json"


def page_at(client: Client, path: str, language: str = "en") -> Element:
    answer = client.get(f"/{language}{path}")
    assert answer.status_code == 200
    _doctype, _, html = answer.content.decode().partition("<html")
    return parse_html(f"<html{html}")


def all_of(root: Element, tag: str = "", **wanted: str) -> Iterator[Element]:
    """Elements in their order; `class_` is one of the classes."""
    for child in root.children:
        if isinstance(child, Element):
            if child.name == (tag or child.name) and _has(child, wanted):
                yield child
            yield from all_of(child, tag, **wanted)


def one(root: Element, tag: str = "", **wanted: str) -> Element:
    return next(all_of(root, tag, **wanted))


def attribute(element: Element, name: str) -> str | None:
    """None where it is not there, "" where it has no value."""
    given = dict(element.attributes)
    return (given[name] or "") if name in given else None


def told(element: Element) -> str:
    """The text, without markup."""
    return " ".join(_text(element).split())


def facts(page: Element) -> dict[str, str]:
    """The provenance, by what each line is called."""
    rows = all_of(one(one(page, class_="provenance"), "dl"), "div")
    return {told(one(row, "dt")): " ".join(map(told, all_of(row, "dd"))) for row in rows}


def linked(page: Element) -> list[dict[str, Any]]:
    """The things in the page's linked data."""
    found = [json.loads(_text(data)) for data in all_of(page, "script", type=LINKED_DATA)]
    return [thing for graph in found for thing in graph["@graph"]]


def _text(element: Element) -> str:
    return "".join(
        _text(child) if isinstance(child, Element) else child for child in element.children
    )


def _has(element: Element, wanted: dict[str, str]) -> bool:
    for name, value in wanted.items():
        given = attribute(element, name.rstrip("_")) or ""
        if value not in (given.split() if name == "class_" else [given]):
            return False
    return True
