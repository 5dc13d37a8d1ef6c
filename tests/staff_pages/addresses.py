"""Every page of the desk that the resolver knows, for what there is in the database."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.contrib import admin
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

_STAFF = "admin/"
_PARAMETER = re.compile(r"<\w+:(\w+)>|<(\w+)>")


def staff_routes() -> list[str]:
    return [route for route in _routes(get_resolver(), "") if route.startswith(_STAFF)]


def _routes(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route
        else:
            yield from _routes(entry, route)


def pages(client: Client) -> list[str]:
    """The addresses that answer with a page, one of each route."""
    found = dict.fromkeys(_filled(route) for route in staff_routes())
    return [address for address in found if address and _is_page(client, address)]


def _filled(route: str) -> str:
    """ "" for what cannot be filled in: tokens, and things there is nothing of."""
    key = str(_newest(route) or "")
    filled = _PARAMETER.sub(key, route)
    return "" if "(?P" in route or (not key and filled != route) else f"/{filled}"


def _newest(route: str) -> object:
    """The key of the last row of the model that the route is about."""
    for model in _models():
        if f"{_STAFF}{model._meta.app_label}/{model._meta.model_name}/" in route:
            return model._default_manager.order_by("pk").values_list("pk", flat=True).last()
    return None


def _models() -> list[type[Model]]:
    return list(admin.site._registry)


def _is_page(client: Client, address: str) -> bool:
    response = client.get(address)
    assert response.status_code < 500, address
    is_html = response.headers.get("Content-Type", "").startswith("text/html")
    return response.status_code == 200 and is_html
